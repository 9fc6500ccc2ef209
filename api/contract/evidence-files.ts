import { ofAttachments } from '../technologies/files/media.ts'
import { z } from './z.ts'

/** The largest file that is attached to evidence, in bytes, and the most to one piece. */
export const largestAttachment = 10_000_000
export const mostAttachments = 20

/** A file attached to a piece of evidence (its id). `size` in bytes; `digest` is the SHA-256 of its content. */
export const EvidenceFile = z
  .strictObject({
    id: z.string(),
    evidence: z.string(),
    name: z.string(),
    media: z.enum(ofAttachments),
    size: z.int(),
    digest: z.string(),
    addedAt: z.string(),
    archived: z.boolean(),
  })
  .openapi('EvidenceFile')

export type EvidenceFile = z.infer<typeof EvidenceFile>
