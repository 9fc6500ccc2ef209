import type { RankedTechnology, UnrankedTechnology } from '../contract/ranking.ts'
import type { PlaceableTechnology } from '../contract/readings.ts'
import type { Awaiting, Listed, Ranked, Reading } from './rank.ts'
import { spreadOf } from './rank.ts'

export type Named = { slug: string; category: string }

/** A technology of any list in the contract's words. */
export function toRow(row: Listed | Awaiting | Ranked, named: Named): RankedTechnology | UnrankedTechnology {
  return 'score' in row ? toRanked(row, named) : toUnranked(row, named)
}

function toRanked(row: Ranked, named: Named): RankedTechnology {
  return withScore(toPlaceable(row, row, named), row.place, row.score, row.contributions)
}

/** Written out field by field: spreading costs some forty times as much, and there is a row for each technology. */
export function withScore(
  row: PlaceableTechnology,
  place: number,
  score: number,
  contributions: RankedTechnology['contributions'],
): RankedTechnology {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    category: row.category,
    panellists: row.panellists,
    place,
    score,
    contributions,
    values: row.values,
    meanImpact: row.meanImpact,
    band: row.band,
    years: row.years,
    affected: row.affected,
    asked: row.asked,
    answers: row.answers,
    readiness: row.readiness,
  }
}

/** A technology that can be placed, before it is weighed. */
export function toPlaceable(listed: Listed, read: Omit<Reading, 'listed'>, named: Named): PlaceableTechnology {
  const { found, values, years, band } = read
  const spread = spreadOf(years)
  return {
    id: listed.id,
    slug: named.slug,
    name: listed.name,
    category: named.category,
    panellists: listed.panellists,
    values,
    meanImpact: 9 * (values.impact ?? 0),
    band,
    years: {
      middle: years.middle,
      early: spread?.early ?? null,
      late: spread?.late ?? null,
      answers: years.answers,
    },
    affected: found.affected,
    asked: found.asked,
    answers: found.answers,
    readiness: listed.readiness,
  }
}

export function toUnranked(row: Listed | Awaiting, { slug, category }: Named): UnrankedTechnology {
  const missing = 'missing' in row ? row.missing : []
  return { id: row.id, slug, name: row.name, category, panellists: row.panellists, missing }
}
