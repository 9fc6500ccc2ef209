import { parse } from 'csv-parse/sync'
import type { AnswersFile } from '../../api/contract/exchange.ts'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { Discussion, PanelView } from '../../api/contract/panel-view.ts'
import type { RankedTechnology, Ranking, Standing } from '../../api/contract/ranking.ts'
import type { Visitor } from './test-registry.ts'

/** Kinds of figures that add up over specialisms. */
export type Figure = 'answers' | 'impact' | 'imminence' | 'years'

/** Says that a figure of these specialisms (slugs) together is to be read somewhere. */
export type Publish = (figure: Figure, specialisms: readonly string[], where: string) => void

/** Everything that the ranking says through these lenses, by whatever weights, list and order. */
export async function readRankings(
  visitor: Visitor,
  lenses: Record<string, string[]>,
  publishOf: (k: string) => Publish,
) {
  for (const [lens, specialisms] of Object.entries(lenses))
    for (const query of [...lists, ...orders, ...isolating].map((part) => `?lens=${lens}&${part}`)) {
      const { items }: Ranking = (await visitor.get(`/ranking${query}`).expect(200)).body
      for (const item of items) if ('score' in item) publishRow(item, specialisms, publishOf(item.slug), query)
    }
}

const lists = ['ranked', 'awaiting', 'already-here', 'not-affected'].map((list) => `list=${list}`)
const orders = ['sort=year', 'sort=name', 'band=0', 'band=1', 'band=3', 'limit=1']
/** Each criterion by itself. */
const isolating = ['10000,0,0,0', '0,10000,0,0', '0,0,10000,0', '0,0,0,10000'].map((text) => {
  const [impact, reach, imminence, readiness] = text.split(',')
  return `weights=impact:${impact},reach:${reach},imminence:${imminence},readiness:${readiness}`
})

function publishRow({ values }: RankedTechnology, specialisms: string[], publish: Publish, where: string): void {
  for (const figure of ['answers', 'years'] as const) publish(figure, specialisms, where)
  if (values.impact !== null) publish('impact', specialisms, where)
  if (values.imminence !== null) publish('imminence', specialisms, where)
}

/** A technology taken apart, through each lens. */
export async function readStandings(
  visitor: Visitor,
  technology: string,
  lenses: Record<string, string[]>,
  publish: Publish,
) {
  for (const [lens, members] of Object.entries(lenses)) {
    const where = `/ranking/${technology}?lens=${lens}`
    const standing: Standing = (await visitor.get(where).expect(200)).body
    if (standing.ranked) publishRow(standing.ranked, members, publish, where)
    if (standing.byBand) publish('years', members, where)
    for (const { slug, answers, cannotJudge, meanImpact } of standing.specialisms)
      publishOne(slug, [answers, cannotJudge], meanImpact, publish, where)
  }
}

function publishOne(
  slug: string,
  counts: readonly (number | null)[],
  impact: number | null,
  publish: Publish,
  where: string,
) {
  if (counts.some((count) => count !== null)) publish('answers', [slug], where)
  if (impact !== null) publish('impact', [slug], where)
}

/** The heat map, as JSON and as the two CSV files, through each lens. */
export async function readHeatMaps(visitor: Visitor, lenses: readonly string[], publishOf: (k: string) => Publish) {
  for (const lens of lenses) {
    const where = `/heat-map?lens=${lens}`
    const map: HeatMap = (await visitor.get(where).expect(200)).body
    for (const row of map.rows)
      for (const [column, impact, answers, cannotJudge] of row.cells)
        publishOne(map.columns[column]!.slug, [answers, cannotJudge], impact, publishOf(row.slug), where)
    for (const figure of ['impact', 'answers'] as const) await readCsv(visitor, map, lens, figure, publishOf)
  }
}

async function readCsv(
  visitor: Visitor,
  map: HeatMap,
  lens: string,
  figure: 'impact' | 'answers',
  publishOf: (k: string) => Publish,
) {
  const where = `/heat-map.csv?lens=${lens}&figure=${figure}`
  const { text } = await visitor.get(where).expect(200)
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
  rows.forEach((row, i) => {
    for (const { slug, name } of map.columns)
      if (/\d/.test(row[name]!)) publishOf(map.rows[i]!.slug)(figure, [slug], where)
  })
}

/** What the panel's view, or a discussion sheet, says of one specialism and of when. */
export function publishView(view: PanelView['here'], specialism: string, publish: Publish, where: string): void {
  const { answers, stances, impact } = view
  publishOne(specialism, [answers, stances?.rated ?? null], impact?.median ?? null, publish, where)
}

export function publishArrival(arrival: PanelView['arrival'], all: readonly string[], publish: Publish, where: string) {
  if (arrival.answers !== null || arrival.byBand || arrival.years) publish('years', all, where)
}

export async function readDiscussion(
  visitor: Visitor,
  round: string,
  all: readonly string[],
  publishOf: (k: string) => Publish,
) {
  const where = `/rounds/${round}/discussion`
  const { items }: Discussion = (await visitor.get(where).expect(200)).body
  for (const { technology, arrival, specialisms } of items) {
    const publish = publishOf(technology.slug)
    publishArrival(arrival, all, publish, where)
    for (const { specialism, view } of specialisms) publishView(view, specialism.slug, publish, where)
  }
}

/** The answers that may leave: whoever has them knows every figure of their specialism on their technology. */
export async function readLeavingAnswers(visitor: Visitor, scan: string, publishOf: (k: string) => Publish) {
  const where = `/scans/${scan}/answers.json`
  const { items }: AnswersFile = (await visitor.get(where).expect(200)).body
  for (const { technology, specialism } of items)
    for (const figure of ['answers', 'impact', 'imminence', 'years'] as const)
      publishOf(technology.slug)(figure, [specialism.slug], where)
}
