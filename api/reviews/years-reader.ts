import type { Registry } from '../../db/open.ts'
import { RegistryFollower } from '../ranking/follower.ts'
import { spreadOf } from '../ranking/rank.ts'
import { RankingReader, type ScanScope } from '../ranking/reader.ts'
import { type FirstYear, firstYear } from './start-by.ts'

/**
 * A scan as the ranking of all specialisms has it, with the year for which each technology (id) must be prepared, as of the
 * last closed round; unknown for one that is not ranked. 404 where there is no such scan for this reader.
 */
export async function scanWithYears(rankings: RankingReader, scan: string | undefined, scope: ScanScope) {
  const { view, lists } = await rankings.viewed({ scan, lens: { kind: 'all' } }, scope)
  const years = new Map<string, FirstYear>()
  for (const row of lists.ranked) {
    if (!('years' in row)) continue
    const early = spreadOf(row.years)?.early ?? null
    years.set(row.id, firstYear({ middle: row.years.middle, early }))
  }
  return { view, firstYearOf: (technology: string) => years.get(technology) ?? firstYear(null) }
}

/** The year for which one technology must be prepared; null where it is not known. `technology` is an id or a slug. */
export async function yearToSign(rankings: RankingReader, scan: string, technology: string): Promise<number | null> {
  const { view, firstYearOf } = await scanWithYears(rankings, scan, 'all')
  const found = view.scan.state.candidates.find(({ id, slug }) => id === technology || slug === technology)
  return found ? firstYearOf(found.id).year : null
}

/** Rankings of a registry by itself, for who has no world: the command line and the seed. */
export function rankingsOf(registry: Registry): RankingReader {
  return new RankingReader(registry.read, new RegistryFollower(registry.read))
}
