import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { addNewPairs, type Pair, type TechnologyToAsk, technologiesToAsk } from '../../../db/pairs.ts'
import { type PanelSeat, panelOf } from '../../../db/panels.ts'
import { insertRound, markChanged, markOpened, type RoundHead, roundsOf } from '../../../db/rounds.ts'
import { enterIntoScan, type ScanHead } from '../../../db/scans.ts'
import { insertShares, type ShareRow } from '../../../db/shares.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { PilotRequest } from '../../contract/rounds.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { getScan } from '../../scans/commands.ts'
import { ensureMayEnter } from '../../scans/entry-reader.ts'
import { isPilot, pilotNumber } from '../../scans/round.ts'
import { ensureNoneOpen, ensureNotBefore, getRound } from '../commands.ts'
import { ensureNobodyOverLimit } from '../limit/reader.ts'

/**
 * Opens a pilot: exactly these panel members are asked about exactly these technologies, each for the specialisms they answer
 * for. The scan is not frozen by it, and nothing that is answered counts. One a scan, before its first round opens.
 */
export async function runPilot(
  registry: Registry,
  reference: string,
  request: PilotRequest,
  by: By,
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    await ensureBeforeFirst(trx, scan)
    ensureNotBefore(request.closesOn, scan, by.at)
    const seats = await seatsNamed(trx, scan, request.panellists)
    const technologies = await technologiesNamed(trx, request.technologies)
    await ensureMayEnter(trx, scan.id, technologies)
    const shares = sharesFor(seats, technologies)
    const round = { id: newId(), scan: scan.id, number: pilotNumber, asksYears: request.asksYears }
    await insertRound(trx, { ...round, closesOn: request.closesOn })
    const ids = technologies.map(({ id }) => id)
    await enterIntoScan(trx, scan.id, ids, by.at)
    await addNewPairs(trx, round.id, pairsIn(shares))
    await insertShares(trx, round.id, shares)
    await markChanged(trx, round.id, true)
    await ensureNobodyOverLimit(trx, await getRound(trx, round.id))
    await markOpened(trx, round.id, by.at)
    const details = { technologies: ids, panellists: seats.map(({ id }) => id), closesOn: request.closesOn }
    record({ action: 'round.pilot', objectKind: 'round', objectId: round.id, details })
    return getRound(trx, round.id)
  })
}

async function ensureBeforeFirst(trx: Database, scan: ScanHead): Promise<void> {
  const rounds = await roundsOf(trx, scan.id)
  if (rounds.some(isPilot)) throw new Refusal('conflict', `${scan.name} has had its pilot round: there is one a scan.`)
  if (rounds.some(({ openedAt }) => openedAt !== null))
    throw new Refusal('conflict', 'A pilot comes before the first round opens.')
  await ensureNoneOpen(trx, scan)
}

async function seatsNamed(trx: Database, scan: ScanHead, ids: readonly string[]): Promise<PanelSeat[]> {
  const panel = await panelOf(trx, scan.id)
  return [...new Set(ids)].map((id, i) => {
    const seat = panel.find((one) => one.id === id)
    if (!seat) throw invalid(`/panellists/${i}`, `${repeated(id)} is not on the panel of ${scan.name}.`)
    return seat
  })
}

async function technologiesNamed(trx: Database, references: readonly string[]): Promise<TechnologyToAsk[]> {
  const found = await technologiesToAsk(trx, { references })
  const chosen = references.map((reference, i) => {
    const technology = found.find(({ id, slug }) => id === reference || slug === reference)
    if (!technology) throw invalid(`/technologies/${i}`, `There is no technology ${repeated(reference)}.`)
    if (technology.archived) throw new Refusal('conflict', `${technology.name} is archived. Bring it back first.`)
    return technology
  })
  return [...new Set(chosen)]
}

/** Refuses a technology of which none, and a person of whom nothing, would be asked. */
function sharesFor(seats: readonly PanelSeat[], technologies: readonly TechnologyToAsk[]): ShareRow[] {
  const shares = technologies.flatMap(({ id, affects }) =>
    seats.flatMap((seat) =>
      seat.specialisms
        .filter((specialism) => affects.includes(specialism))
        .map((specialism) => ({ panellist: seat.id, technology: id, specialism })),
    ),
  )
  const lonely = technologies.findIndex(({ id }) => shares.every(({ technology }) => technology !== id))
  if (lonely >= 0)
    throw invalid(
      `/technologies/${lonely}`,
      `${technologies[lonely]!.name} may affect no specialism of the people you chose. Choose others for it.`,
    )
  const idle = seats.findIndex(({ id }) => shares.every(({ panellist }) => panellist !== id))
  if (idle >= 0)
    throw invalid(`/panellists/${idle}`, 'None of these technologies may affect a specialism of this panel member.')
  return shares
}

function pairsIn(shares: readonly ShareRow[]): Pair[] {
  const pairs = shares.map(
    ({ technology, specialism }) => [`${technology} ${specialism}`, { technology, specialism }] as const,
  )
  return [...new Map(pairs).values()]
}
