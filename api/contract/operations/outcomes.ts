import { operation } from '../operation.ts'
import { Outcome, OutcomeList, OutcomeRequest } from '../outcomes.ts'
import { paths } from '../paths.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofTechnology = z.strictObject({ technology: reference() })

export const listOutcomes = operation({
  id: 'listOutcomes',
  method: 'get',
  path: paths.outcomes,
  summary: 'What then happened to a technology, newest first',
  params: ofTechnology,
  answers: { 200: OutcomeList },
  problems: [404],
})

export const recordOutcome = operation({
  id: 'recordOutcome',
  method: 'post',
  path: paths.outcomes,
  summary: 'Record what then happened to a technology, with its source',
  params: ofTechnology,
  body: OutcomeRequest,
  answers: { 201: Outcome },
  problems: [404],
})

export const withdrawOutcome = operation({
  id: 'withdrawOutcome',
  method: 'delete',
  path: paths.outcome,
  summary: 'Withdraw an outcome that was recorded wrongly: it stays in the records and counts no more',
  params: z.strictObject({ technology: reference(), outcome: reference() }),
  answers: { 200: Outcome },
  problems: [404],
})
