import type { RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'
import { bandLabel, missingWords } from '../ranking/words.ts'
import { criteria } from '../scans/method.ts'
import { criterionNames } from '../scans/names.ts'
import { rangesById, rankedIn, type Table, type TakenRanking, unrankedIn } from './taken-ranking.ts'

/** One list of a ranking as rows, in the order in which they came. */
export function rankingTable(taken: TakenRanking): Table {
  return taken.ranking.list === 'ranked' ? rankedTable(taken) : otherTable(taken.ranking)
}

const rankedHeadings = [
  'Place',
  'Group',
  'Could be from',
  'Could be to',
  'Technology',
  'Category',
  'Change score (0 to 100)',
  ...criteria.map((criterion) => `Points for: ${criterionNames[criterion].toLowerCase()}`),
  'Mean impact (0 to 9)',
  'When',
  'Middle guess',
  'Could be as early as',
  'Could be as late as',
  'Specialisms it changes',
  'Specialisms asked',
  'Panel members',
  'Answers',
  'Stage of development (1 to 9)',
  'Short name in addresses',
]

function rankedTable({ ranking, certainty }: TakenRanking): Table {
  const range = rangesById(certainty)
  const categoryOf = categoryNames(ranking)
  const bandOf = new Map(ranking.bands.map((band) => [band.index, bandLabel(band)]))
  const row = (one: RankedTechnology) => [
    one.place,
    range.get(one.id)?.group ?? null,
    range.get(one.id)?.low ?? null,
    range.get(one.id)?.high ?? null,
    one.name,
    categoryOf(one.category),
    hundredths(one.score),
    ...criteria.map((criterion) => hundredths(one.contributions[criterion])),
    hundredths(one.meanImpact),
    bandOf.get(one.band) ?? null,
    one.years.middle,
    one.years.early,
    one.years.late,
    one.affected,
    one.asked,
    one.panellists,
    one.answers,
    one.readiness,
    one.slug,
  ]
  return [rankedHeadings, ...rankedIn(ranking).map(row)]
}

function otherTable(ranking: Ranking): Table {
  const categoryOf = categoryNames(ranking)
  const row = ({ name, category, panellists, missing, slug }: UnrankedTechnology) => [
    name,
    categoryOf(category),
    panellists,
    missing.map((one) => missingWords[one]).join('; '),
    slug,
  ]
  const headings = ['Technology', 'Category', 'Panel members', 'What it awaits', 'Short name in addresses']
  return [headings, ...unrankedIn(ranking).map(row)]
}

function categoryNames({ categories }: Ranking): (slug: string) => string {
  const names = new Map(categories.map(({ slug, name }) => [slug, name]))
  return (slug) => names.get(slug) ?? slug
}

const hundredths = (figure: number) => Math.round(figure * 100) / 100
