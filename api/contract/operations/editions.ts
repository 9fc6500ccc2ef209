import { Comparison, TechnologyHistory } from '../comparison.ts'
import {
  ApproveEditionRequest,
  DecisionRequest,
  Edition,
  EditionChecklist,
  EditionList,
  EditionRequest,
  FrozenTechnology,
  SupersedeEditionRequest,
  WithdrawEditionRequest,
} from '../editions.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { day, reference } from '../text.ts'
import { z } from '../z.ts'

const ofEdition = z.strictObject({ edition: reference() })
const ofScan = z.strictObject({ scan: reference() })

export const listEditions = operation({
  id: 'listEditions',
  method: 'get',
  path: paths.editions,
  summary: 'Editions, newest first, with the drafts that the reader may see; `asOf` gives the one that stood on a day',
  query: z.strictObject({ scan: reference().optional(), asOf: day().optional() }),
  answers: { 200: EditionList },
  problems: [404],
})

export const createEdition = operation({
  id: 'createEdition',
  method: 'post',
  path: paths.scanEditions,
  summary: 'Start a draft edition of a scan, as of its last closed round',
  params: ofScan,
  body: z.strictObject({}),
  answers: { 201: Edition },
  problems: [404, 409],
})

export const readEdition = operation({
  id: 'readEdition',
  method: 'get',
  path: paths.edition,
  summary: 'An edition’s cover, approval, decision and proof, by number or id',
  params: ofEdition,
  answers: { 200: Edition },
  problems: [404],
})

export const changeEdition = operation({
  id: 'changeEdition',
  method: 'put',
  path: paths.edition,
  summary: 'Change the cover of a draft edition',
  params: ofEdition,
  body: EditionRequest,
  answers: { 200: Edition },
  problems: [404, 409],
  conditional: true,
})

export const discardEdition = operation({
  id: 'discardEdition',
  method: 'delete',
  path: paths.edition,
  summary: 'Discard a draft edition; a published one stays',
  params: ofEdition,
  answers: { 204: null },
  problems: [404, 409],
  conditional: true,
})

export const readEditionChecklist = operation({
  id: 'readEditionChecklist',
  method: 'get',
  path: paths.editionChecklist,
  summary: 'What to look at before a draft edition is approved',
  params: ofEdition,
  answers: { 200: EditionChecklist },
  problems: [404, 409],
})

export const approveEdition = operation({
  id: 'approveEdition',
  method: 'post',
  path: paths.editionApprove,
  summary: 'Publish a draft edition with its approval: from then on it never changes',
  params: ofEdition,
  body: ApproveEditionRequest,
  answers: { 200: Edition },
  problems: [404, 409],
  conditional: true,
})

export const recordDecision = operation({
  id: 'recordDecision',
  method: 'put',
  path: paths.editionDecision,
  summary: 'Record, or correct, what a meeting decided on a published edition',
  params: ofEdition,
  body: DecisionRequest,
  answers: { 200: Edition },
  problems: [404, 409],
  conditional: true,
})

export const supersedeEdition = operation({
  id: 'supersedeEdition',
  method: 'post',
  path: paths.editionSupersede,
  summary: 'Mark a published edition as superseded by a later one, with the reason; it stays readable',
  params: ofEdition,
  body: SupersedeEditionRequest,
  answers: { 200: Edition },
  problems: [404, 409],
  conditional: true,
})

export const withdrawEdition = operation({
  id: 'withdrawEdition',
  method: 'post',
  path: paths.editionWithdraw,
  summary: 'Withdraw a published edition, with the reason; it stays readable',
  params: ofEdition,
  body: WithdrawEditionRequest,
  answers: { 200: Edition },
  problems: [404, 409],
  conditional: true,
})

export const readFrozenTechnology = operation({
  id: 'readFrozenTechnology',
  method: 'get',
  path: paths.editionTechnology,
  summary: 'A technology’s texts, evidence and signed reviews as an edition holds them',
  params: z.strictObject({ edition: reference(), technology: reference() }),
  answers: { 200: FrozenTechnology },
  problems: [404],
})

export const compareEditions = operation({
  id: 'compareEditions',
  method: 'get',
  path: paths.editionComparison,
  summary: 'What changed from another edition, or without `with` from the one before',
  params: ofEdition,
  query: z.strictObject({ with: reference().optional() }),
  answers: { 200: Comparison },
  problems: [404, 409],
})

export const readTechnologyHistory = operation({
  id: 'readTechnologyHistory',
  method: 'get',
  path: paths.technologyHistory,
  summary: 'Where a technology stood in each published edition',
  params: z.strictObject({ technology: reference() }),
  answers: { 200: TechnologyHistory },
  problems: [404],
})
