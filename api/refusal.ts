import type { ProblemError } from './contract/problem.ts'

/** Every way to refuse, with its status: the one table from which problem documents are made. */
export const refusals = {
  unparsable: { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'second-factor-needed': { status: 403, title: 'Your sign-in is not complete' },
  'not-allowed': { status: 403, title: 'Your role may not do this' },
  'not-yours': { status: 403, title: 'This is not yours to change' },
  'not-found': { status: 404, title: 'Not found' },
  'wrong-method': { status: 405, title: 'This address does not take this method' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'This cannot be done in the present state' },
  stale: { status: 412, title: 'Somebody has changed this since you read it' },
  'too-large': { status: 413, title: 'The request is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'wrong-media-type': { status: 415, title: 'The request is of the wrong media type' },
  'wrong-host': { status: 421, title: 'This registry has another name' },
  invalid: { status: 422, title: 'Something in the request is not right' },
  'key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'precondition-required': { status: 428, title: 'Say which version you are changing' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'head-too-large': { status: 431, title: 'The address or the headers are too long' },
  failed: { status: 500, title: 'Something went wrong on our side' },
  'insufficient-storage': { status: 507, title: 'There is no room left to save' },
  unavailable: { status: 503, title: 'The registry cannot serve just now' },
} as const

export type RefusalCode = keyof typeof refusals

interface Extras {
  errors?: ProblemError[]
  current?: unknown
  retryAfter?: number
  concerns?: string | undefined
}

/** A refusal that the problem handler turns into a problem document. `detail` says what to do and repeats what was sent. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly errors: ProblemError[] | undefined
  readonly current: unknown
  /** Sent as `Retry-After`, in seconds. */
  readonly retryAfter: number | undefined
  /** The account that somebody failed to sign in to: for the audit trail, never for who asks. */
  readonly concerns: string | undefined

  constructor(code: RefusalCode, detail: string, extras: Extras = {}) {
    super(detail)
    this.code = code
    this.errors = extras.errors
    this.current = extras.current
    this.retryAfter = extras.retryAfter
    this.concerns = extras.concerns
  }
}

/** Refuses one field of the body. */
export function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('invalid', detail, { errors: [{ pointer, detail }] })
}

/** What was sent, as it is repeated to the sender: at most 200 characters. */
export function repeated(sent: unknown): string {
  const text = JSON.stringify(sent) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 197)}…` : text
}
