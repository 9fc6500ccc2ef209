import { headOfTrail } from '../../db/audit.ts'
import { signedReviewsIn, textsInScan } from '../../db/frozen-texts.ts'
import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { pseudonymsOf } from '../../db/pseudonyms.ts'
import { firstDigest } from '../audit/trail.ts'
import { pauses } from '../in-turns.ts'
import { arithmeticVersion } from '../ranking/draw-plan.ts'
import type { FollowedRegistry, FollowedScan } from '../ranking/follower.ts'
import { countedRounds, lastClosed } from '../scans/round.ts'
import { freezePairs } from './freeze.ts'
import type { FrozenPanellist, FrozenReviewRow, FrozenScan, FrozenSpecialism, FrozenTechnologyRow } from './frozen.ts'

/** All that an edition of a scan would hold at this moment, as of its last closed round. */
export async function composeScan(db: Database, registry: FollowedRegistry, scan: FollowedScan): Promise<FrozenScan> {
  const round = lastClosed(scan.rounds)!
  const { version, method, approval } = await methodOf(db, scan.head.id)
  const pseudonyms = await pseudonymsOf(db, scan.head.id)
  const pseudonymOf = (panellist: string) => pseudonyms.get(panellist)!
  const { id, slug, name, startYear, horizonYears, timeZone } = scan.head
  return {
    head: {
      scan: { id, slug, name, startYear, horizonYears, timeZone },
      round: { number: round.number, openedAt: round.openedAt, closedAt: round.closedAt! },
      firstOpenedAt: countedRounds(scan.rounds)[0]?.openedAt ?? null,
      methodVersion: version,
      methodApproval: approval,
      demonstration: registry.state.demonstration,
      arithmeticVersion,
      auditHead: (await headOfTrail(db))?.digest ?? firstDigest,
    },
    method,
    categories: [...registry.categories],
    specialisms: specialismsOf(scan),
    panellists: panellistsOf(scan, pseudonyms),
    technologies: await technologiesOf(db, scan, round.number, pseudonymOf),
    pairs: freezePairs(scan.held, round.number, pseudonymOf),
    reviews: (await signedReviewsIn(db, id)) as FrozenReviewRow[],
  }
}

function specialismsOf({ specialisms, held }: FollowedScan): FrozenSpecialism[] {
  return specialisms.map((one, position) => ({ ...one, position, n: held.log.specialisms.find(one.id)! }))
}

/** Everybody on the panel, and who has answered and left it since. */
function panellistsOf({ panel, held }: FollowedScan, pseudonyms: ReadonlyMap<string, string>): FrozenPanellist[] {
  const seats = new Map(panel.map(({ id, specialisms }) => [id, specialisms]))
  const ids = new Set([...seats.keys(), ...held.log.panellists.ids])
  return [...ids].map((id) => ({
    n: held.log.panellists.find(id) ?? null,
    pseudonym: pseudonyms.get(id)!,
    seat: seats.has(id),
    specialisms: seats.get(id) ?? [],
  }))
}

async function technologiesOf(
  db: Database,
  { head, held }: FollowedScan,
  round: number,
  pseudonymOf: (panellist: string) => string,
): Promise<FrozenTechnologyRow[]> {
  const interests = held.interestsAsOf(round)
  const texts = await textsInScan(db, head.id, pauses())
  return texts.map((one) => ({
    ...one,
    n: held.log.technologies.find(one.id)!,
    interested: [...(interests.get(one.id) ?? [])].map(pseudonymOf).sort(),
  }))
}
