import type { Database } from '../../../db/open.ts'
import { technologiesToAsk } from '../../../db/pairs.ts'
import type { RoundHead } from '../../../db/rounds.ts'
import { type Save, savesOf } from '../../../db/saves.ts'
import { answersAsOf } from '../../consensus/closed-round.ts'
import type { WorthAnotherLook } from '../../contract/next-round.ts'
import type { PrepareRoundRequest } from '../../contract/rounds.ts'
import { inTurns } from '../../in-turns.ts'
import type { CertaintyKeeper } from '../../ranking/certainty-keeper.ts'
import { mostDisputed } from '../../ranking/disputed.ts'
import type { FollowedScan, RegistryFollower } from '../../ranking/follower.ts'
import type { Ranking } from '../../ranking/rank.ts'
import { worthAnotherLook } from '../../ranking/worth-another-look.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { lastClosed } from '../../scans/round.ts'
import { defaultGroups, defaultPlaces, type Groups, shortlistOf } from './shortlist.ts'

/** How long the shortlist is: so many of the first groups; where there are none, so many places. */
export interface Wanted {
  groups?: number | undefined
  places?: number | undefined
}

/** What the next round of a scan should ask, from the ranking of its last closed round; refuses before the first. */
export async function readWorthAnotherLook(
  db: Database,
  certainties: CertaintyKeeper,
  reference: string,
  wanted: Wanted,
): Promise<WorthAnotherLook> {
  const { scan, round } = await followedScan(certainties.follower, reference)
  const ranking = scan.held.rankingAsOf(round.number, { kind: 'all' }, scan.method.weights)
  const groups = await groupsIn(scan, certainties)
  const length = groups ? { groups: wanted.groups ?? defaultGroups } : { places: wanted.places ?? defaultPlaces }
  const shortlist = shortlistOf(ranking.ranked, groups, length)
  const saves = await savesOf(db, round.id)
  const found = worthAnotherLook(
    shortlist,
    await inTurns(disputedOf(scan, round, ranking, shortlist)),
    saves.map(({ technology }) => technology.id),
  )
  const items = await toItems(db, found, ranking, groups, saves)
  return {
    round: round.number,
    groups: groups === null ? null : groups.length,
    ranked: ranking.ranked.length,
    shortlistedBy: groups ? 'groups' : 'places',
    items,
    total: items.length,
  }
}

/** Why each technology of the next round is worth another look, by id; nothing before the first round has closed. */
export async function reasonsFor(
  db: Database,
  certainties: CertaintyKeeper,
  reference: string,
  request: Pick<PrepareRoundRequest, 'shortlistGroups' | 'shortlistPlaces' | 'technologies'>,
): Promise<Map<string, WorthAnotherLook['items'][number]['why']>> {
  const { scans } = await certainties.follower.followed()
  const scan = scans.find(({ head }) => head.id === reference || head.slug === reference)
  if (!scan || !lastClosed(scan.rounds) || !request.technologies) return new Map()
  const wanted = { groups: request.shortlistGroups ?? undefined, places: request.shortlistPlaces ?? undefined }
  const { items } = await readWorthAnotherLook(db, certainties, reference, wanted)
  return new Map(items.map(({ technology, why }) => [technology.id, why]))
}

async function followedScan(follower: RegistryFollower, reference: string) {
  const { scans } = await follower.followed()
  const scan = scans.find(({ head }) => head.id === reference || head.slug === reference)
  if (!scan) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  const round = lastClosed(scan.rounds)
  if (!round) throw new Refusal('conflict', `No round of ${scan.head.name} has closed yet.`)
  return { scan, round }
}

function disputedOf({ held }: FollowedScan, round: RoundHead, ranking: Ranking, shortlist: readonly string[]) {
  const answersOn = answersAsOf(held, round.number)
  return mostDisputed(held.inputAsOf(round.number), ranking, shortlist, (number) =>
    answersOn(held.log.technologies.ids[number]!),
  )
}

async function toItems(
  db: Database,
  found: ReturnType<typeof worthAnotherLook>,
  ranking: Ranking,
  groups: Groups | null,
  saves: readonly Save[],
): Promise<WorthAnotherLook['items']> {
  const names = new Map(
    (await technologiesToAsk(db, { references: found.map(({ technology }) => technology) })).map((one) => [
      one.id,
      one,
    ]),
  )
  const places = new Map(ranking.ranked.map(({ id, place }) => [id, place]))
  const groupOf = new Map(groups?.flatMap((ids, i) => ids.map((id) => [id, i + 1] as const)))
  return found.map(({ technology, why }) => {
    const { id, slug, name } = names.get(technology)!
    const save = saves.find((one) => one.technology.id === id)
    return {
      technology: { id, slug, name },
      place: places.get(id) ?? null,
      group: groupOf.get(id) ?? null,
      why,
      saved: save ? { name: save.name, reason: save.reason } : null,
    }
  })
}

/** The groups of the ranking, or null where there are too few people or answers to tell them. */
async function groupsIn(scan: FollowedScan, certainties: CertaintyKeeper): Promise<Groups | null> {
  const found = await certainties.certaintyOf(scan, { kind: 'all' }, 'both')
  if (found.state !== 'ready') return null
  const groups = Array.from({ length: found.certainty.groups }, (): string[] => [])
  for (const { id, group } of found.certainty.ranges) groups[group - 1]!.push(id)
  return groups
}
