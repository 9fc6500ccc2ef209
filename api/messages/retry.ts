/** Minutes to wait after each failed attempt but the last. */
const waits = [1, 5, 15, 60] as const
export const mostAttempts = waits.length + 1

/** How long to wait after so many attempts, in milliseconds; null to give up. */
export function waitAfter(attempts: number): number | null {
  const minutes = waits[attempts - 1]
  return minutes === undefined ? null : minutes * 60_000
}

/** What a mail library says of a failure; its own words may hold an address, so they are never kept. */
export interface MailFailure {
  code?: string
  responseCode?: number
}

export interface Failure {
  /** A few words without any address. */
  reason: string
  /** Trying again cannot help: the address is refused for good. */
  isFinal: boolean
  /** The mail server as a whole does not serve, so that the next message would fail too. */
  isServer: boolean
}

const unreachable = /^(ECONNECTION|ECONNREFUSED|ECONNRESET|ESOCKET|ETIMEDOUT|EDNS|ETLS|EPROTOCOL)$/

/** Why a message could not be sent. Permanent refusals are 5xx replies (RFC 5321, 4.2.1). */
export function failureOf({ code = '', responseCode }: MailFailure): Failure {
  if (code === 'EAUTH') return { reason: 'the mail server refused our sign-in', isFinal: false, isServer: true }
  if (responseCode === undefined && unreachable.test(code))
    return { reason: 'the mail server could not be reached', isFinal: false, isServer: true }
  if (responseCode === undefined) return { reason: 'it could not be sent', isFinal: false, isServer: false }
  if (responseCode === 421) return { reason: 'the mail server is busy (421)', isFinal: false, isServer: true }
  if (responseCode < 500)
    return { reason: `the mail server put it off (${responseCode})`, isFinal: false, isServer: false }
  return { reason: `the mail server refused it (${responseCode})`, isFinal: code === 'EENVELOPE', isServer: false }
}
