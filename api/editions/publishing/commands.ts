import {
  type EditionHead,
  type EditionRow,
  insertEditionRows,
  nextEditionNumber,
  publishEdition,
} from '../../../db/editions.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { drawPseudonyms } from '../../../db/pseudonyms.ts'
import { registryState } from '../../../db/state.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { ApproveEditionRequest } from '../../contract/editions.ts'
import { inTurns, pauses } from '../../in-turns.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { CertaintyKeeper } from '../../ranking/certainty-keeper.ts'
import { type FollowedScan, RegistryFollower } from '../../ranking/follower.ts'
import { lensFrom } from '../../ranking/lens-names.ts'
import { listNames } from '../../ranking/rank.ts'
import { listsOf, rankingOf, viewOf } from '../../ranking/reader.ts'
import { Refusal } from '../../refusal.ts'
import { getScan } from '../../scans/commands.ts'
import { lastClosed } from '../../scans/round.ts'
import { openGaps } from '../checklist.ts'
import { ensureNotAhead, getDraft, getEdition } from '../commands.ts'
import { composeScan } from '../compose-reader.ts'
import { digestOfEdition, type SealedPart, seal } from '../digest.ts'
import { type FrozenScan, type Part, part, partsOf, scanOf } from '../frozen.ts'
import { resultOf } from '../result.ts'
import { rebuiltFrom } from '../shelf-reader.ts'
import { type SurenessOf, surenessFrom } from '../sureness-reader.ts'

/** What publishing stands on: the registry, what follows it, and how sure a lens of a scan is. */
export interface Publishing {
  registry: Registry
  follower: RegistryFollower
  surenessOf: SurenessOf
}

/** Everything that goes into an edition, made before the transaction that publishes it. */
interface Prepared {
  /** The registry's state that it was made from. */
  revision: number
  restarts: number
  round: number
  number: number
  publishedAt: string
  rows: EditionRow[]
  digest: string
}

/** So often it is made anew where the registry has moved on meanwhile. */
const mostTries = 3

/**
 * Publishes a draft: freezes answers under pseudonyms, texts, method and result, and seals them with a digest. All of it is worked out
 * from what is frozen, before the transaction; where the registry has moved on by then, again. Refuses, with what to do, while
 * something stands in the way.
 */
export async function approveEdition(
  publishing: Publishing,
  reference: string,
  approval: ApproveEditionRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  const { registry } = publishing
  const draft = await getEdition(registry.read, reference)
  // A request that is repeated finds it published: what is kept of the first answers it.
  if (draft.state !== 'draft') return perform(registry, by, async (trx) => void (await getDraft(trx, draft.id, act)))
  ensureSeen(seen, draft)
  for (let tries = 1; ; tries++) {
    try {
      // Anew at each try: a round may have opened meanwhile.
      await ensureApprovable(registry.read, publishing.follower, draft, approval, by)
      await perform(registry, { ...by, once: undefined }, (trx) => drawPseudonyms(trx, draft.scan), { redraws: false })
      const prepared = await prepare(publishing, draft, approval, by)
      return await publish(registry, prepared, draft, approval, seen, by)
    } catch (error) {
      // Where the draft has gone meanwhile, that is why.
      await getDraft(registry.read, draft.id, act)
      if (!(error instanceof MovedOn) || tries === mostTries) throw error
    }
  }
}

/** What can't be done to a published edition. */
const act = 'approved again'

/** The registry has moved on since an edition was prepared. */
class MovedOn extends Refusal {
  constructor() {
    super('conflict', 'The registry was changed again and again while the edition was made. Try again in a moment.')
  }
}

/** The stops of the checklist. */
async function ensureApprovable(
  db: Database,
  follower: RegistryFollower,
  draft: EditionHead,
  approval: ApproveEditionRequest,
  by: By,
): Promise<void> {
  ensureNotAhead(approval.on, await getScan(db, draft.scan), by.at)
  const { scans } = await follower.followed()
  const scan = scans.find(({ head }) => head.id === draft.scan)!
  const open = scan.rounds.find(({ state }) => state === 'open')
  if (open) throw new Refusal('conflict', `Round ${open.number} of ${scan.head.name} is open. Close it first.`)
  const round = lastClosed(scan.rounds)
  const ranked = round && scan.held.rankingAsOf(round.number, { kind: 'all' }, scan.method.weights).ranked
  if (!ranked?.length) throw new Refusal('conflict', 'Nothing is ranked yet, so there is nothing to publish.')
  const gaps = openGaps(draft.gaps)
  if (gaps.length > 0)
    throw new Refusal(
      'conflict',
      'Say of cost, patient benefit and inequalities what is known, or that it was not assessed.',
      {
        errors: gaps.map((gap) => ({
          pointer: `/gaps/${gap}`,
          detail: 'Say what is known, or that it was not assessed.',
        })),
      },
    )
}

async function prepare(
  publishing: Publishing,
  draft: EditionHead,
  approval: ApproveEditionRequest,
  by: By,
): Promise<Prepared> {
  const { registry, follower } = publishing
  const followed = await follower.followed()
  const scan = followed.scans.find(({ head }) => head.id === draft.scan)!
  // As it will be read again: what is worked out here must come out the same for whoever verifies it.
  const frozen = await inTurns(scanOf(partsOf(await composeScan(registry.read, followed, scan))))
  const number = await nextEditionNumber(registry.read)
  const { title, note, purpose, gaps, recommendations } = draft
  const published = { number, publishedAt: by.at }
  const cover = { ...published, title, note, purpose, gaps, recommendations, approval }
  const head = { ...draft, ...published, state: 'published' as const, approval }
  const parts = [
    part('cover', '', cover),
    ...partsOf(frozen),
    ...(await resultParts(frozen, head, publishing.surenessOf)),
  ]
  const sealed = await sealAll(parts)
  const { revision, restarts } = followed.state
  return {
    ...published,
    revision,
    restarts,
    round: frozen.head.round.number,
    rows: sealed,
    digest: digestOfEdition(sealed),
  }
}

async function sealAll(parts: readonly Part[]): Promise<SealedPart[]> {
  const pause = pauses()
  const sealed: SealedPart[] = []
  for (const one of parts) {
    sealed.push(seal(one))
    await pause()
  }
  return sealed
}

/** Everything that is worked out from what is frozen: results and ranges through every lens, and the lists as they are answered. */
export async function resultParts(frozen: FrozenScan, head: EditionHead, surenessOf: SurenessOf): Promise<Part[]> {
  const source = { ...(await rebuiltFrom(frozen)), edition: head }
  const parts: Promise<Part>[] = []
  const pause = pauses()
  // All are asked for before the first is waited for, so that the threads that draw are started once.
  for (const lens of lensesOfScan(source.scan.specialisms)) {
    const view = viewOf(source, { lens: lensFrom(lens) })
    const sureness = surenessOf(view).then((certainty) => part('certainty', lens, certainty))
    // What fails is told when it is waited for.
    sureness.catch(() => {})
    parts.push(Promise.resolve(part('result', lens, resultOf(lens, view.ranking))), sureness)
    await pause()
  }
  const view = viewOf(source, { lens: { kind: 'all' } })
  const lists = listsOf(view)
  const whole = { sort: '-score', from: 0, limit: Number.POSITIVE_INFINITY } as const
  return [
    ...(await Promise.all(parts)),
    ...listNames.map((list) => part('ranking', list, rankingOf(view, lists, { ...whole, list }))),
  ]
}

/** Every lens of a scan as an address names it. */
function lensesOfScan(specialisms: FollowedScan['specialisms']): string[] {
  const groupings = new Set(specialisms.map(({ grouping }) => `grouping:${grouping.slug}`))
  return ['all', ...groupings, ...specialisms.map(({ slug }) => `specialism:${slug}`)]
}

async function publish(
  registry: Registry,
  prepared: Prepared,
  draft: EditionHead,
  approval: ApproveEditionRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const state = await registryState(trx)
    // This very act has moved the revision by one.
    if (state.revision !== prepared.revision + 1 || state.restarts !== prepared.restarts) throw new MovedOn()
    ensureSeen(seen, await getDraft(trx, draft.id, act))
    await insertEditionRows(trx, draft.id, prepared.rows, pauses())
    const { number, round, publishedAt, digest, rows } = prepared
    await publishEdition(trx, draft.id, { number, round, approval, publishedAt, digest })
    const details = { number, round, digest, rows: rows.length, approvedOn: approval.on }
    record({ action: 'edition.publish', objectKind: 'edition', objectId: draft.id, details })
  })
}

/** Approves on the registry by itself, for who has no world: the seed. */
export function approverIn(registry: Registry) {
  return async (reference: string, approval: ApproveEditionRequest, seen: Precondition, by: By): Promise<void> => {
    const follower = new RegistryFollower(registry.read)
    const keeper = new CertaintyKeeper(follower)
    const publishing = { registry, follower, surenessOf: surenessFrom(keeper) }
    await approveEdition(publishing, reference, approval, seen, by).finally(() => keeper.stop())
  }
}
