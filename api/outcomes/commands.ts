import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { insertOutcome, outcomesOf, setOutcomeWithdrawn } from '../../db/outcomes.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Outcome, OutcomeRequest } from '../contract/outcomes.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { dayAt } from '../rounds/closing.ts'
import { usualTimeZone } from '../scans/time-zone.ts'
import { getTechnology } from '../technologies/commands.ts'

/** Records what then happened to a technology. What has not happened yet is no outcome. */
export async function recordOutcome(
  registry: Registry,
  reference: string,
  request: OutcomeRequest,
  by: By,
): Promise<Outcome> {
  return perform(registry, by, async (trx, record) => {
    if (!by.account) throw new Refusal('not-signed-in', 'An outcome is recorded by somebody.')
    const technology = await getTechnology(trx, reference)
    if (request.happenedOn > dayAt(new Date(by.at), usualTimeZone))
      throw invalid('/happenedOn', `It must have happened already. You entered ${request.happenedOn}.`)
    const id = newId()
    const outcome = { ...request, id, technology: technology.id, recordedBy: by.account, recordedAt: by.at }
    await insertOutcome(trx, outcome)
    const details = { technology: technology.id, after: request }
    record({ action: 'outcome.record', objectKind: 'outcome', objectId: id, details })
    return getOutcome(trx, technology.id, id)
  })
}

/** Takes back an outcome that was recorded wrongly. It is kept, marked as withdrawn; doing so twice changes nothing. */
export async function withdrawOutcome(
  registry: Registry,
  at: { technology: string; outcome: string },
  by: By,
): Promise<Outcome> {
  return perform(registry, by, async (trx, record) => {
    const technology = await getTechnology(trx, at.technology)
    const before = await getOutcome(trx, technology.id, at.outcome)
    if (before.withdrawnAt !== null) return before
    await setOutcomeWithdrawn(trx, before.id, by.at)
    const details = { technology: technology.id, before }
    record({ action: 'outcome.withdraw', objectKind: 'outcome', objectId: before.id, details })
    return getOutcome(trx, technology.id, before.id)
  })
}

async function getOutcome(trx: Database, technology: string, id: string): Promise<Outcome> {
  const outcome = (await outcomesOf(trx, technology)).find((one) => one.id === id)
  if (!outcome) throw new Refusal('not-found', `Nothing ${repeated(id)} is recorded of this technology.`)
  return outcome
}
