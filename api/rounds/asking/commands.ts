import type { Database, Registry } from '../../../db/open.ts'
import {
  addNewPairs,
  isAskedInScan,
  leaveScan,
  type Pair,
  pairsOf,
  pairsOfAny,
  removePairs,
  type TechnologyToAsk,
  technologiesToAsk,
} from '../../../db/pairs.ts'
import { panelOf } from '../../../db/panels.ts'
import { markChanged, type RoundHead } from '../../../db/rounds.ts'
import { enterIntoScan, type HeldSpecialism, heldSpecialisms, type ScanHead } from '../../../db/scans.ts'
import { insertShares } from '../../../db/shares.ts'
import { restartFollowers } from '../../../db/state.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AskRequest } from '../../contract/rounds.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { getScan, specialismsOfScan } from '../../scans/commands.ts'
import { ensureMayEnter, partedByEntry } from '../../scans/entry-reader.ts'
import { isPilot } from '../../scans/round.ts'
import { getTechnology } from '../../technologies/commands.ts'
import { ensureTakesAnswers, getRound, nameOf } from '../commands.ts'
import { withinLimit } from '../limit/reader.ts'

export interface Asked {
  round: RoundHead
  /** How many pairs are new. */
  added: number
  technologies: number
  specialisms: HeldSpecialism[]
  /** Names of those that were meant by "all", and cannot enter the scan for want of a dated source. */
  leftOut: string[]
}

/**
 * Asks about technologies in a round that is not closed; they enter the scan with that, as they are at this moment. Where
 * items are shared out, everybody of the specialism is asked about what comes later.
 */
export async function askInRound(registry: Registry, roundId: string, request: AskRequest, by: By): Promise<Asked> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, roundId)
    if (round.state === 'closed')
      throw new Refusal('conflict', `${nameOf(round)} is closed. Ask about it in the next round.`)
    if (isPilot(round))
      throw new Refusal('conflict', 'A pilot asks what it was opened with. Ask about it in the first round.')
    const scan = await getScan(trx, round.scan)
    ensureTakesAnswers(round, scan, by.at)
    const { technologies, leftOut } = await technologiesNamed(trx, scan, request)
    const pairs = await pairsWanted(trx, scan, technologies, request)
    const added = await withinLimit(trx, scan.id, () => addToRound(trx, round, pairs, by))
    const ids = [...new Set(pairs.map(({ technology }) => technology))]
    const details = { technologies: ids, specialisms: request.specialisms, pairs: added.length }
    record({ action: 'round.ask', objectKind: 'round', objectId: round.id, details })
    const asked = new Set(pairs.map(({ specialism }) => specialism))
    const specialisms = (await heldSpecialisms(trx, scan.id)).filter(({ id }) => asked.has(id))
    return { round: await getRound(trx, roundId), added: added.length, technologies: ids.length, specialisms, leftOut }
  })
}

async function addToRound(trx: Database, round: RoundHead, pairs: readonly Pair[], by: By): Promise<Pair[]> {
  const technologies = [...new Set(pairs.map(({ technology }) => technology))]
  for (let i = 0; i < technologies.length; i += 500)
    await enterIntoScan(trx, round.scan, technologies.slice(i, i + 500), by.at)
  const added = await addNewPairs(trx, round.id, pairs)
  if (round.shared) {
    const panel = await panelOf(trx, round.scan)
    const shares = added.flatMap((pair) =>
      panel.filter((seat) => seat.specialisms.includes(pair.specialism)).map(({ id }) => ({ panellist: id, ...pair })),
    )
    await insertShares(trx, round.id, shares)
  }
  if (added.length > 0) await markChanged(trx, round.id, round.shared)
  return added
}

async function technologiesNamed(
  trx: Database,
  scan: ScanHead,
  request: AskRequest,
): Promise<{ technologies: TechnologyToAsk[]; leftOut: string[] }> {
  const { technologies: references, all } = request
  if (references) {
    const found = await technologiesToAsk(trx, { references })
    const known = new Map(found.flatMap((one) => [[one.id, one] as const, [one.slug, one] as const]))
    const technologies = references.map((reference, i) => ensureAskable(known.get(reference), reference, i))
    await ensureMayEnter(trx, scan.id, technologies)
    return { technologies, leftOut: [] }
  }
  const held = (await heldSpecialisms(trx, scan.id)).map(({ id }) => id)
  const found = await technologiesToAsk(trx, all === 'in-scan' ? { inScan: scan.id } : { affecting: held })
  const present = found.filter((one) => !one.archived && one.affects.some((id) => held.includes(id)))
  if (present.length === 0)
    throw new Refusal(
      'conflict',
      `No technology ${all === 'in-scan' ? 'of the scan' : 'in the registry'} may affect a specialism of ${scan.name}.`,
    )
  const { may, cannot } = await partedByEntry(trx, scan.id, present)
  if (may.length === 0) await ensureMayEnter(trx, scan.id, cannot)
  return { technologies: may, leftOut: cannot.map(({ name }) => name) }
}

function ensureAskable(technology: TechnologyToAsk | undefined, reference: string, i: number): TechnologyToAsk {
  if (!technology) throw invalid(`/technologies/${i}`, `There is no technology ${repeated(reference)}.`)
  if (technology.archived) throw new Refusal('conflict', `${technology.name} is archived. Bring it back first.`)
  return technology
}

async function pairsWanted(
  trx: Database,
  scan: ScanHead,
  technologies: readonly TechnologyToAsk[],
  request: AskRequest,
): Promise<Pair[]> {
  const chosen = request.specialisms && (await specialismsOfScan(trx, scan, request.specialisms))
  const held = chosen ?? (await heldSpecialisms(trx, scan.id))
  return technologies.flatMap(({ id, name, affects }, i) => {
    const asked = chosen ? held : held.filter((specialism) => affects.includes(specialism.id))
    if (asked.length === 0)
      throw invalid(
        `/technologies/${i}`,
        `${name} may affect no specialism of ${scan.name}. Choose specialisms for it.`,
      )
    return asked.map((specialism) => ({ technology: id, specialism: specialism.id }))
  })
}

/** Takes a technology out of a prepared round. If no other round of the scan asks about it, it leaves the scan. */
export async function takeBackTechnology(
  registry: Registry,
  at: { round: string; technology: string },
  by: By,
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, at.round)
    if (round.state !== 'prepared')
      throw new Refusal('conflict', `${nameOf(round)} is ${round.state}: what it asks can no longer be taken back.`)
    const { id, name } = await getTechnology(trx, at.technology)
    if (!(await removePairs(trx, round.id, id)))
      throw new Refusal('not-found', `${nameOf(round)} does not ask about ${name}.`)
    const leaves = !(await isAskedInScan(trx, round.scan, id))
    if (leaves) await leaveScan(trx, round.scan, id)
    await markChanged(trx, round.id, round.shared)
    await restartFollowers(trx)
    const details = { technology: id, leavesScan: leaves }
    record({ action: 'round.take-back', objectKind: 'round', objectId: round.id, details })
    return getRound(trx, round.id)
  })
}

/**
 * What earlier rounds of a scan asked about these technologies (ids or slugs), or all that the last one asked; refuses a
 * technology that none asked about.
 */
export async function pairsToAskAgain(
  trx: Database,
  earlier: readonly RoundHead[],
  references: readonly string[] | null,
): Promise<Pair[]> {
  const last = earlier.at(-1)
  if (references === null) return last ? pairsOf(trx, last.id) : []
  const known = await technologiesToAsk(trx, { references })
  const found = new Map(known.flatMap((one) => [[one.slug, one] as const, [one.id, one] as const]))
  const pairs = await pairsOfAny(
    trx,
    earlier.map(({ id }) => id),
    known.map(({ id }) => id),
  )
  const asked = new Set(pairs.map(({ technology }) => technology))
  const chosen = references.map((reference, i) => {
    const technology = found.get(reference)
    if (!technology || !asked.has(technology.id))
      throw invalid(`/technologies/${i}`, `No earlier round asked about ${repeated(reference)}.`)
    return technology.id
  })
  const wanted = new Set(chosen)
  return pairs.filter(({ technology }) => wanted.has(technology))
}
