import { lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

const specialisms = () => z.array(reference()).min(1, 'choose at least one specialism').max(20)

/** How much of a round somebody was asked and has answered: counts, never what. */
const RoundShare = z.strictObject({ round: z.int(), asked: z.int(), answered: z.int() })

/**
 * Who is, or was, on the panel, with how much each has answered: in the current round, and in each. For the scan team only.
 * `account` is theirs; what they have said about taking part is null where they have not said it.
 */
export const PanelMember = z
  .strictObject({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    email: z.string(),
    specialisms: z.array(z.string()),
    asked: z.int(),
    answered: z.int(),
    rounds: z.array(RoundShare),
    deputy: z.strictObject({ account: z.string(), name: z.string() }).nullable(),
    leftAt: z.string().nullable(),
    noticeReadAt: z.string().nullable(),
    namedConsent: z.boolean().nullable(),
    declared: z.enum(['none', 'some']).nullable(),
    version: z.int(),
  })
  .openapi('PanelMember')
export const Panel = z
  .strictObject({ round: z.int().nullable(), items: z.array(PanelMember), total: z.int() })
  .openapi('Panel')

export const PanelCandidateList = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), email: z.string() })) })
  .openapi('PanelCandidateList')

/** Somebody by their address: an account is made for an address that has none. */
const person = { name: requiredLine(lengths.name), email: requiredLine(254) }
const NewPerson = z.strictObject(person).openapi('NewPerson')

export const InvitePanellistRequest = z
  .strictObject({ account: z.union([reference(), NewPerson]), specialisms: specialisms() })
  .openapi('InvitePanellistRequest')

export const mostInvited = 500

/** People to put on the panel, all of them or none. */
export const InviteManyRequest = z
  .strictObject({
    rows: z
      .array(z.strictObject({ ...person, specialisms: specialisms() }))
      .min(1, 'there must be at least one row')
      .max(mostInvited, `at most ${mostInvited} rows`),
  })
  .openapi('InviteManyRequest')

export const InviteManyResponse = z
  .strictObject({ panel: Panel, invited: z.int(), newAccounts: z.int(), onPanelBefore: z.int() })
  .openapi('InviteManyResponse')

/** A row of the spreadsheet, numbered as the spreadsheet numbers it: what was read, what is wrong, what is worth knowing. */
export const PreviewRow = z
  .strictObject({
    row: z.int(),
    name: z.string(),
    email: z.string(),
    specialisms: z.array(z.string()),
    errors: z.array(z.strictObject({ column: z.string(), detail: z.string() })),
    warnings: z.array(z.string()),
  })
  .openapi('PreviewRow')
export const PanelPreview = z
  .strictObject({ rows: z.array(PreviewRow), total: z.int(), ready: z.int(), newAccounts: z.int() })
  .openapi('PanelPreview')

/** All that may be changed of a seat; a specialism that its holder has answered for stays. */
export const ChangeSeatRequest = z
  .strictObject({ deputy: reference().nullable(), specialisms: specialisms() })
  .openapi('ChangeSeatRequest')

/** Who takes a seat over; null is the deputy. */
export const HandOverRequest = z
  .strictObject({ to: z.union([reference(), NewPerson]).nullable().default(null) })
  .openapi('HandOverRequest')

export const HandOverResponse = z
  .strictObject({ panel: Panel, to: z.string(), items: z.int() })
  .openapi('HandOverResponse')

export type PanelMember = z.infer<typeof PanelMember>
export type Panel = z.infer<typeof Panel>
export type InvitePanellistRequest = z.infer<typeof InvitePanellistRequest>
export type InviteManyRequest = z.infer<typeof InviteManyRequest>
export type InviteManyResponse = z.infer<typeof InviteManyResponse>
export type NewPerson = z.infer<typeof NewPerson>
export type PreviewRow = z.infer<typeof PreviewRow>
export type PanelPreview = z.infer<typeof PanelPreview>
export type ChangeSeatRequest = z.infer<typeof ChangeSeatRequest>
export type HandOverRequest = z.infer<typeof HandOverRequest>
export type HandOverResponse = z.infer<typeof HandOverResponse>
