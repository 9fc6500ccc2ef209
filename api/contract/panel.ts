import { reference } from './text.ts'
import { z } from './z.ts'

/** Who is on the panel, with how much each has answered in the current round: for the scan team only. */
export const PanelMember = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    specialisms: z.array(z.string()),
    asked: z.int(),
    answered: z.int(),
  })
  .openapi('PanelMember')
export const Panel = z
  .strictObject({ round: z.int().nullable(), items: z.array(PanelMember), total: z.int() })
  .openapi('Panel')

export const PanelCandidateList = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), email: z.string() })) })
  .openapi('PanelCandidateList')

export const InvitePanellistRequest = z
  .strictObject({
    account: reference(),
    specialisms: z.array(reference()).min(1, 'choose at least one specialism').max(20),
  })
  .openapi('InvitePanellistRequest')

export type PanelMember = z.infer<typeof PanelMember>
export type Panel = z.infer<typeof Panel>
export type InvitePanellistRequest = z.infer<typeof InvitePanellistRequest>
