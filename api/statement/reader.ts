import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { panelOf } from '../../db/panels.ts'
import { heldSpecialisms, technologyCounts } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import { declarationCounts, milestoneGaps, namedByConsent } from '../../db/statement.ts'
import type { Round } from '../contract/rounds.ts'
import type { Statement } from '../contract/statement.ts'
import type { RegistryFollower } from '../ranking/follower.ts'
import { answeredIn, oneMemberIn } from '../ranking/view.ts'
import { toMethodVersion } from '../scans/methods/reader.ts'
import { getVisibleScan, roundsWithCounts } from '../scans/reader.ts'
import { lastClosed } from '../scans/round.ts'
import type { ScanScope } from '../scans/scope.ts'

/** How a scan works and who took part: counts, and the names of those alone who agreed to be named. */
export async function readStatement(
  db: Database,
  follower: RegistryFollower,
  reference: string,
  scope: ScanScope,
): Promise<Statement> {
  const scan = await getVisibleScan(db, reference, scope)
  const { version, method, bands, approval } = toMethodVersion(await methodOf(db, scan.id), scan)
  const panel = await panelOf(db, scan.id)
  const rounds = await roundsWithCounts(db, follower.progressOf, scan.id, panel)
  const followed = (await follower.followed()).scans.find(({ head }) => head.id === scan.id)!
  const { id, slug, name, startYear, timeZone } = scan
  return {
    scan: {
      ...{ id, slug, name, startYear, timeZone },
      endYear: startYear + scan.horizonYears,
      demonstration: (await registryState(db)).demonstration,
      technologies: (await technologyCounts(db)).get(id) ?? 0,
      specialisms: (await heldSpecialisms(db, id)).length,
    },
    ...{ method, methodVersion: version, bands, approval, fixedAt: scan.frozenAt },
    milestones: await milestoneGaps(db, scan),
    rounds: rounds.map(stated),
    answered: answeredIn({ scan: followed, round: lastClosed(followed.rounds), lens: { kind: 'all' } }),
    oneMember: oneMemberIn({ scan: followed, lens: { kind: 'all' } }),
    interests: { members: panel.length, ...(await declarationCounts(db, id)) },
    named: await namedByConsent(db, id),
  }
}

function stated(round: Round): Statement['rounds'][number] {
  const { number, state, asksYears, openedAt, closesOn, closedAt, technologies, invited, started } = round
  return { number, state, asksYears, openedAt, closesOn, closedAt, technologies, invited, answered: started }
}
