import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { panelOf } from '../../db/panels.ts'
import {
  addPairs,
  copyPairs,
  countPairs,
  findRound,
  insertRound,
  markClosed,
  markOpened,
  type RoundHead,
  roundsOf,
  technologiesOf,
} from '../../db/rounds.ts'
import { enterIntoScan, freezeScan, type HeldSpecialism, heldSpecialisms, type ScanHead } from '../../db/scans.ts'
import { type By, perform } from '../audit/perform.ts'
import type { AskRequest, PrepareRoundRequest } from '../contract/rounds.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { getScan, specialismsOfScan } from '../scans/commands.ts'
import { getTechnology } from '../technologies/commands.ts'

const mostRounds = 50

/** Prepares the next round of a scan; it asks what the last one asked, or a part. Refuses while one is not closed. */
export async function prepareRound(
  registry: Registry,
  reference: string,
  request: PrepareRoundRequest,
  by: By,
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const last = (await roundsOf(trx, scan.id)).at(-1)
    if (last && last.state !== 'closed')
      throw new Refusal('conflict', `Round ${last.number} is ${last.state}. Close it before you prepare another.`)
    if (last?.number === mostRounds)
      throw new Refusal('conflict', `A scan has at most ${mostRounds} rounds. Create a scan for the next cycle.`)
    const { technologies, ...asked } = request
    const round = { id: newId(), scan: scan.id, number: (last?.number ?? 0) + 1, ...asked }
    const again = technologies && (await technologiesAskedBefore(trx, last, technologies))
    await insertRound(trx, round)
    if (last) await copyPairs(trx, last.id, round.id, again)
    record({ action: 'round.prepare', objectKind: 'round', objectId: round.id, details: { after: round, again } })
    return getRound(trx, round.id)
  })
}

export interface Asked {
  round: RoundHead
  added: number
  specialisms: HeldSpecialism[]
}

/** Asks about a technology in a round that is not closed; it enters the scan with that, as it is at this moment. */
export async function askInRound(registry: Registry, roundId: string, request: AskRequest, by: By): Promise<Asked> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, roundId)
    if (round.state === 'closed')
      throw new Refusal('conflict', `Round ${round.number} is closed. Ask about it in the next round.`)
    const technology = await getTechnology(trx, request.technology)
    if (technology.archived) throw new Refusal('conflict', `${technology.name} is archived. Bring it back first.`)
    const scan = await getScan(trx, round.scan)
    const specialisms = request.specialisms
      ? await specialismsOfScan(trx, scan, request.specialisms)
      : await affectedInScan(trx, scan, technology)
    const ids = specialisms.map((specialism) => specialism.id)
    await enterIntoScan(trx, scan.id, [technology.id], by.at)
    const added = await addPairs(trx, round.id, technology.id, ids)
    const details = { technology: technology.id, specialisms: ids }
    record({ action: 'round.ask', objectKind: 'round', objectId: round.id, details })
    return { round, added, specialisms }
  })
}

/** Opens a prepared round. The first to open freezes the scan. */
export async function openRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'prepared') throw new Refusal('conflict', `Round ${round.number} is ${round.state} already.`)
    const { technologies } = await countPairs(trx, round.id)
    if (technologies === 0)
      throw new Refusal('conflict', `Round ${round.number} asks nothing yet. Ask about a technology first.`)
    const scan = await getScan(trx, round.scan)
    if ((await panelOf(trx, scan.id)).length === 0)
      throw new Refusal('conflict', 'Nobody is on the panel yet. Add panel members first.')
    if (!scan.frozenAt) await freezeScan(trx, scan.id, by.at)
    await markOpened(trx, round.id, by.at)
    record({ action: 'round.open', objectKind: 'round', objectId: round.id, details: { technologies } })
    return getRound(trx, round.id)
  })
}

/** Closes an open round: its answers count from now on, and can no longer be changed. */
export async function closeRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'open')
      throw new Refusal('conflict', `Round ${round.number} is ${round.state}, so it cannot be closed.`)
    await markClosed(trx, round.id, by.at)
    record({ action: 'round.close', objectKind: 'round', objectId: round.id, details: {} })
    return getRound(trx, round.id)
  })
}

export async function getRound(db: Database, id: string): Promise<RoundHead> {
  const round = await findRound(db, id)
  if (!round) throw noRound(id)
  return round
}

/** Said of a round of a scan that is not for the reader, too: nothing tells the two apart. */
export function noRound(id: string): Refusal {
  return new Refusal('not-found', `There is no round ${repeated(id)}.`)
}

/** Their ids; refuses one that the last round did not ask about. */
async function technologiesAskedBefore(trx: Database, last: RoundHead | undefined, references: readonly string[]) {
  const asked = last ? await technologiesOf(trx, last.id) : []
  const ids = new Map(asked.flatMap(({ id, slug }) => [[id, id] as const, [slug, id] as const]))
  return references.map((reference, i) => {
    const id = ids.get(reference)
    if (!id) throw invalid(`/technologies/${i}`, `The last round did not ask about ${repeated(reference)}.`)
    return id
  })
}

async function affectedInScan(
  trx: Database,
  scan: ScanHead,
  technology: { name: string; specialisms: { slug: string }[] },
) {
  const affected = new Set(technology.specialisms.map((specialism) => specialism.slug))
  const inScan = (await heldSpecialisms(trx, scan.id)).filter((specialism) => affected.has(specialism.slug))
  if (inScan.length === 0)
    throw invalid(
      '/technology',
      `${technology.name} may affect no specialism of ${scan.name}. Choose specialisms for it.`,
    )
  return inScan
}
