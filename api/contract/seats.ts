import { prose, reference } from './text.ts'
import { z } from './z.ts'

/** Interests as a panel member declared them; `technologies` are those they are about, none where they are general. */
export const Declaration = z
  .strictObject({
    kind: z.enum(['none', 'some']),
    statement: z.string(),
    technologies: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    declaredAt: z.string(),
    version: z.int(),
  })
  .openapi('Declaration')

/** What a panel member has read, agreed to and declared in a scan; null where they have not been asked or not said. */
export const Seat = z
  .strictObject({
    scan: z.string(),
    noticeReadAt: z.string().nullable(),
    consentToBeNamed: z.boolean().nullable(),
    declaration: Declaration.nullable(),
    version: z.int(),
  })
  .openapi('Seat')

export const ReadNoticeRequest = z.strictObject({ read: z.literal(true) }).openapi('ReadNoticeRequest')

export const ConsentRequest = z.strictObject({ consentToBeNamed: z.boolean() }).openapi('ConsentRequest')

/** Interests: `none`, or `some` with a statement, the technologies that they are about, or both. */
export const DeclareInterestsRequest = z
  .strictObject({
    kind: z.enum(['none', 'some']),
    statement: prose().default(''),
    technologies: z.array(reference()).max(2000).default([]),
  })
  .openapi('DeclareInterestsRequest')

export type Declaration = z.infer<typeof Declaration>
export type Seat = z.infer<typeof Seat>
export type DeclareInterestsRequest = z.infer<typeof DeclareInterestsRequest>
