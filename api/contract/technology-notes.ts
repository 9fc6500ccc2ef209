import { requiredProse } from './text.ts'
import { z } from './z.ts'

/** A note of the scan team on a technology: never in an edition or an export, and shown to nobody else. */
export const TechnologyNoteRequest = z.strictObject({ text: requiredProse() }).openapi('TechnologyNoteRequest')

/** `by` is a name; `mine` says that the reader wrote it, and so may withdraw it. */
export const TechnologyNote = z
  .strictObject({ id: z.string(), text: z.string(), by: z.string(), mine: z.boolean(), writtenAt: z.string() })
  .openapi('TechnologyNote')

export const TechnologyNoteList = z
  .strictObject({ items: z.array(TechnologyNote), total: z.int() })
  .openapi('TechnologyNoteList')

/** What panel members say is out of date about a technology, and nobody has looked at yet. */
export const NoticeList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        sentBy: z.string().nullable(),
        specialism: z.string().nullable(),
        receivedAt: z.string(),
      }),
    ),
    total: z.int(),
  })
  .openapi('NoticeList')

export type TechnologyNote = z.infer<typeof TechnologyNote>
export type TechnologyNoteList = z.infer<typeof TechnologyNoteList>
export type NoticeList = z.infer<typeof NoticeList>
