import { criteria } from '../scans/method.ts'
import type { Lens } from './lens.ts'
import type { Ranking } from './rank.ts'

/** The ranked technologies of a lens, in order, as plain columns: all that their scores are drawn from beside the answers. */
export interface LensRows {
  /** The lens as a text, which names its chances. */
  name: string
  /** By specialism: its weight in the lens. */
  weight: Float64Array
  /** Of the criteria, in their order; they sum to 1. */
  shares: number[]
  /** By row: its number in the tallies, and the weights of its specialisms behind impact and imminence. */
  technology: Uint32Array
  affectedWeight: Float64Array
  datedWeight: Float64Array
  /** The criteria's values, 0 to 1, as answered; reach is `reach` · impact. */
  impact: Float64Array
  imminence: Float64Array
  reach: Float64Array
  readiness: Float64Array
}

export function nameOfRows(lens: Lens): string {
  return lens.kind === 'all' ? lens.kind : `${lens.kind}:${lens.id}`
}

/** The rows of a ranking; with `among`, only those of these technologies (ids). */
export function rowsOf(ranking: Ranking, reachFull: number, among?: ReadonlySet<string>): LensRows & { ids: string[] } {
  const { lens, shares } = ranking
  const ranked = among ? ranking.ranked.filter(({ id }) => among.has(id)) : ranking.ranked
  const column = (of: (row: Ranking['ranked'][number]) => number | null) =>
    Float64Array.from(ranked, (row) => of(row) ?? 0)
  return {
    ids: ranked.map(({ id }) => id),
    name: nameOfRows(lens.lens),
    weight: lens.weight,
    shares: criteria.map((criterion) => shares[criterion]),
    technology: Uint32Array.from(ranked, ({ number }) => number),
    affectedWeight: column(({ found }) => found.affectedWeight),
    datedWeight: column(({ found }) => found.datedWeight),
    impact: column(({ values }) => values.impact),
    imminence: column(({ values }) => values.imminence),
    reach: column(({ found }) => Math.min(1, found.reachable / (reachFull * lens.total))),
    readiness: column(({ values }) => values.readiness),
  }
}
