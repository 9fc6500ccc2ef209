import type { Database, Registry } from '../../../db/open.ts'
import { isInScan } from '../../../db/pairs.ts'
import { seatOf } from '../../../db/panels.ts'
import { type RoundHead, roundsOf } from '../../../db/rounds.ts'
import { deleteSave, insertSave, savesOf } from '../../../db/saves.ts'
import type { ScanHead } from '../../../db/scans.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { SaveTechnologyRequest } from '../../contract/next-round.ts'
import type { PrepareRoundRequest } from '../../contract/rounds.ts'
import { CertaintyKeeper } from '../../ranking/certainty-keeper.ts'
import { RegistryFollower } from '../../ranking/follower.ts'
import { Refusal } from '../../refusal.ts'
import { getScan } from '../../scans/commands.ts'
import { countedRounds, lastClosed } from '../../scans/round.ts'
import { getTechnology } from '../../technologies/commands.ts'
import { nameOf, prepareRound } from '../commands.ts'
import { readWorthAnotherLook, type Wanted } from './reader.ts'

/**
 * Prepares the next round with what is worth another look, each technology with why; of that, `choose` may leave out some.
 * `certainties` are of a follower that knows the registry already.
 */
export async function prepareNextRound(
  registry: Registry,
  reference: string,
  request: Omit<PrepareRoundRequest, 'technologies' | 'shortlistGroups' | 'shortlistPlaces'> & Wanted,
  by: By,
  choose: (slug: string) => boolean = () => true,
  certainties = new CertaintyKeeper(new RegistryFollower(registry.read)),
): Promise<RoundHead> {
  const { groups, places, ...asked } = request
  const look = await readWorthAnotherLook(registry.read, certainties, reference, { groups, places })
  const chosen = look.items.filter(({ technology }) => choose(technology.slug))
  const prepared = {
    ...asked,
    shortlistGroups: look.shortlistedBy === 'groups' ? (groups ?? null) : null,
    shortlistPlaces: null,
    technologies: chosen.map(({ technology }) => technology.id),
  }
  return prepareRound(registry, reference, prepared, by, new Map(chosen.map((one) => [one.technology.id, one.why])))
}

/** Saves a technology from the cut: a lead on the panel does, by name and with a reason, until the next round opens. */
export async function saveTechnology(
  registry: Registry,
  reference: string,
  request: SaveTechnologyRequest,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    await ensureOnPanel(trx, scan, by)
    const round = await roundToSaveFrom(trx, scan)
    const technology = await getTechnology(trx, request.technology)
    if (!(await isInScan(trx, scan.id, technology.id)))
      throw new Refusal('not-found', `${scan.name} does not hold ${technology.name}.`)
    if ((await savesOf(trx, round.id)).some((save) => save.technology.id === technology.id))
      throw new Refusal('conflict', `${technology.name} is saved already.`)
    const save = { round: round.id, technology: technology.id, savedBy: by.account!, savedAt: by.at }
    await insertSave(trx, { ...save, reason: request.reason })
    const details = { technology: technology.id, reason: request.reason }
    record({ action: 'technology.save', objectKind: 'round', objectId: round.id, details })
  })
}

/** Takes back what one has saved oneself. */
export async function unsaveTechnology(registry: Registry, at: { scan: string; technology: string }, by: By) {
  await perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, at.scan)
    await ensureOnPanel(trx, scan, by)
    const round = await roundToSaveFrom(trx, scan)
    const technology = await getTechnology(trx, at.technology)
    const save = (await savesOf(trx, round.id)).find((one) => one.technology.id === technology.id)
    if (!save || save.savedBy !== by.account)
      throw new Refusal('not-found', `You have not saved ${technology.name} after round ${round.number}.`)
    await deleteSave(trx, round.id, technology.id)
    const details = { technology: technology.id }
    record({ action: 'technology.unsave', objectKind: 'round', objectId: round.id, details })
  })
}

/** The closed round from whose cut one can save, and whether that is so now: until the next round opens. */
export async function savingNow(db: Database, scan: string): Promise<{ round: RoundHead | undefined; open: boolean }> {
  const rounds = countedRounds(await roundsOf(db, scan))
  return { round: lastClosed(rounds), open: rounds.every(({ state }) => state !== 'open') }
}

async function roundToSaveFrom(trx: Database, scan: ScanHead): Promise<RoundHead> {
  const { round, open } = await savingNow(trx, scan.id)
  if (!round) throw new Refusal('conflict', `No round of ${scan.name} has closed yet, so there is no cut to save from.`)
  if (!open) {
    const next = countedRounds(await roundsOf(trx, scan.id)).at(-1)!
    throw new Refusal('conflict', `${nameOf(next)} is open: what it asks is settled.`)
  }
  return round
}

async function ensureOnPanel(trx: Database, scan: ScanHead, { account }: By): Promise<void> {
  if (account !== null && (await seatOf(trx, scan.id, account))) return
  throw new Refusal('not-allowed', `You are not on the panel of ${scan.name}.`)
}
