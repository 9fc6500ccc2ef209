import { day, lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

export const RoundState = z.enum(['prepared', 'open', 'closed']).openapi('RoundState')

/** A round with its counts. `answered` of `asked` pairs × panel members; no figure of what was answered. */
export const Round = z
  .strictObject({
    id: z.string(),
    scan: z.string(),
    number: z.int(),
    state: RoundState,
    asksYears: z.boolean(),
    closesOn: z.string().nullable(),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    technologies: z.int(),
    pairs: z.int(),
    asked: z.int(),
    answered: z.int(),
    invited: z.int(),
    started: z.int(),
    finished: z.int(),
    version: z.int(),
  })
  .openapi('Round')

export const Weights = z
  .strictObject({ impact: z.int(), reach: z.int(), imminence: z.int(), readiness: z.int() })
  .openapi('Weights')

export const Method = z
  .strictObject({
    weights: Weights,
    reachFull: z.number(),
    bandEnds: z.array(z.int()).length(3),
    afterYears: z.int(),
    minimumPanel: z.int(),
    minimumShown: z.int(),
  })
  .openapi('Method')

export const Band = z.strictObject({ index: z.int(), from: z.int(), to: z.int().nullable() }).openapi('Band')

const scanSpecialism = z.strictObject({
  slug: z.string(),
  name: z.string(),
  grouping: z.string(),
  panellists: z.int(),
})

const scanParts = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  startYear: z.int(),
  endYear: z.int(),
  boardSeesDraft: z.boolean(),
  demonstration: z.boolean(),
  frozenAt: z.string().nullable(),
  version: z.int(),
}

export const ScanSummary = z
  .strictObject({ ...scanParts, rounds: z.int(), technologies: z.int() })
  .openapi('ScanSummary')
export const ScanList = z.strictObject({ items: z.array(ScanSummary), total: z.int() }).openapi('ScanList')

export const Scan = z
  .strictObject({
    ...scanParts,
    timeZone: z.string(),
    method: Method,
    methodVersion: z.int(),
    bands: z.array(Band),
    groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    specialisms: z.array(scanSpecialism),
    technologies: z.int(),
    panellists: z.int(),
    rounds: z.array(Round),
  })
  .openapi('Scan')

export const CreateScanRequest = z
  .strictObject({
    name: requiredLine(lengths.name),
    startYear: z.int().min(2000).max(2100),
    specialisms: z.array(reference()).min(1, 'choose at least one specialism').max(200),
    boardSeesDraft: z.boolean().default(false),
  })
  .openapi('CreateScanRequest')

export const ChangeScanRequest = z
  .strictObject({ name: requiredLine(lengths.name), boardSeesDraft: z.boolean() })
  .openapi('ChangeScanRequest')

/** Prepares a round. It asks again about these technologies of the last round; null asks about all of them. */
export const PrepareRoundRequest = z
  .strictObject({
    asksYears: z.boolean().default(false),
    closesOn: day().nullable().default(null),
    technologies: z.array(reference()).max(20_000).nullable().default(null),
  })
  .openapi('PrepareRoundRequest')

/** Asks the panel of these specialisms about a technology; without specialisms, of all it may affect. */
export const AskRequest = z
  .strictObject({ technology: reference(), specialisms: z.array(reference()).min(1).max(100).nullable().default(null) })
  .openapi('AskRequest')

export const AskResponse = z
  .strictObject({ round: Round, added: z.int(), panellists: z.int(), withoutPanel: z.array(z.string()) })
  .openapi('AskResponse')

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

export type RoundState = z.infer<typeof RoundState>
export type Round = z.infer<typeof Round>
export type Band = z.infer<typeof Band>
export type ScanSummary = z.infer<typeof ScanSummary>
export type Scan = z.infer<typeof Scan>
export type CreateScanRequest = z.infer<typeof CreateScanRequest>
export type ChangeScanRequest = z.infer<typeof ChangeScanRequest>
export type PrepareRoundRequest = z.infer<typeof PrepareRoundRequest>
export type AskRequest = z.infer<typeof AskRequest>
export type AskResponse = z.infer<typeof AskResponse>
export type PanelMember = z.infer<typeof PanelMember>
export type Panel = z.infer<typeof Panel>
export type InvitePanellistRequest = z.infer<typeof InvitePanellistRequest>
