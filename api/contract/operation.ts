import { spreadsheets } from './media.ts'
import type { Path } from './paths.ts'
import { z } from './z.ts'

/** One operation of the programming interface: the schemas that validate it are those that describe it. */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
> {
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  path: Path
  summary: string
  params: P
  query: Q
  /** `z.undefined()` where there is no body. */
  body: B
  /** Media types of a file that it takes as it is, in place of a JSON body, and the largest in bytes; `streamed`: the handler reads it. */
  takes?: { media: readonly string[]; largest: number; streamed?: boolean }
  /** The largest JSON body in bytes, where it is more than usual. */
  largestBody?: number
  /** The status of each success, with the schema of its body; null where it has none. */
  answers: Partial<Record<200 | 201 | 204 | 303, z.ZodType | null>>
  /** What it answers in place of JSON: text or a file of this media type. */
  media?: string
  /** Whether it gives a file with figures, names or answers to keep, so that the audit trail says who took it. */
  exports?: boolean
  /** Statuses of its problem documents, beside those that any operation may give. */
  problems: number[]
  /** Whether it takes If-Match, and so answers 412 and 428. */
  conditional: boolean
}

/** For an operation that takes a spreadsheet as its body: its bytes, of at most `largest`. */
export function takesSpreadsheet(largest: number) {
  return { takes: { media: Object.values(spreadsheets), largest }, body: z.instanceof(Uint8Array) }
}

const nothing = z.strictObject({})

type Defaults<P, Q, B> = Pick<Operation, 'media' | 'exports' | 'takes' | 'largestBody'> & {
  params?: P
  query?: Q
  body?: B
  problems?: number[]
  conditional?: boolean
}

/** Describes an operation; what is left out is empty. */
export function operation<
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(
  description: Pick<Operation, 'id' | 'method' | 'path' | 'summary' | 'answers'> & Defaults<P, Q, B>,
): Operation<P, Q, B> {
  return {
    problems: [],
    conditional: false,
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    body: z.undefined('this address takes no body') as unknown as B,
    ...description,
  }
}
