import type { RankedTechnology, UnrankedTechnology } from '../contract/ranking.ts'
import type { Awaiting, Listed, Ranked } from './rank.ts'
import { spreadOf } from './rank.ts'

type Named = { slug: string; category: string }

/** A technology of any list in the contract's words. */
export function toRow(row: Listed | Awaiting | Ranked, named: Named): RankedTechnology | UnrankedTechnology {
  return 'score' in row ? toRanked(row, named) : toUnranked(row, named)
}

function toRanked(row: Ranked, { slug, category }: Named): RankedTechnology {
  const spread = spreadOf(row.years)
  return {
    id: row.id,
    slug,
    name: row.name,
    category,
    panellists: row.panellists,
    place: row.place,
    score: row.score,
    contributions: row.contributions,
    values: row.values,
    meanImpact: 9 * (row.values.impact ?? 0),
    band: row.band,
    years: {
      middle: row.years.middle,
      early: spread?.early ?? null,
      late: spread?.late ?? null,
      answers: row.years.answers,
    },
    affected: row.found.affected,
    asked: row.found.asked,
    answers: row.found.answers,
    readiness: row.readiness,
  }
}

function toUnranked(row: Listed | Awaiting, { slug, category }: Named): UnrankedTechnology {
  const missing = 'missing' in row ? row.missing : []
  return { id: row.id, slug, name: row.name, category, panellists: row.panellists, missing }
}
