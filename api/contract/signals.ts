import { lengths, prose, reference, requiredLine, webAddress } from './text.ts'
import { z } from './z.ts'

/**
 * Something that somebody expected and does not see: it goes to the scan team. One that names a technology says that its stage of
 * development is out of date, and in `text` why.
 */
export const NominateRequest = z
  .strictObject({
    title: requiredLine(lengths.name),
    text: prose().default(''),
    webAddress: webAddress().nullable().default(null),
    scan: reference().nullable().default(null),
    specialism: reference().nullable().default(null),
    technology: reference().nullable().default(null),
  })
  .openapi('NominateRequest')

/** A signal as it came. `sentBy` is a name, for the scan team, who may want to ask back. */
export const Signal = z
  .strictObject({
    id: z.string(),
    origin: z.enum(['nomination', 'out-of-date', 'source', 'import']),
    title: z.string(),
    text: z.string(),
    webAddress: z.string().nullable(),
    scan: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    specialism: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    technology: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    sentBy: z.string().nullable(),
    receivedAt: z.string(),
  })
  .openapi('Signal')

export const SignalList = z
  .strictObject({ items: z.array(Signal), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('SignalList')

/** What the sender is told: that it was received. */
export const SignalReceived = z
  .strictObject({ id: z.string(), title: z.string(), receivedAt: z.string() })
  .openapi('SignalReceived')

export type NominateRequest = z.infer<typeof NominateRequest>
export type Signal = z.infer<typeof Signal>
export type SignalList = z.infer<typeof SignalList>
