import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, lens, limit, search, slugs, weights, wholes } from '../query.ts'
import { ListName, Ranking, Standing } from '../ranking.ts'
import { Readings } from '../readings.ts'
import { reference } from '../text.ts'
import { Fragility, Why } from '../why.ts'
import { z } from '../z.ts'

const ofTechnology = z.strictObject({ technology: reference() })
const view = {
  scan: reference().optional(),
  /** An edition, by number or id; it brings its scan. */
  edition: reference().optional(),
  lens: lens(),
}

export const readRanking = operation({
  id: 'readRanking',
  method: 'get',
  path: paths.ranking,
  summary: 'The ranking of a scan’s closed rounds: one of its four lists, with contributions to every score',
  query: z.strictObject({
    ...view,
    weights: weights(),
    list: ListName.default('ranked'),
    category: slugs(),
    band: wholes(0, 3),
    specialism: slugs(),
    technology: slugs(),
    q: search(),
    sort: z.enum(['-score', 'name', 'year']).default('-score'),
    cursor: cursor(),
    limit: limit(20_000, 200),
  }),
  answers: { 200: Ranking },
  problems: [404],
})

export const readReadings = operation({
  id: 'readReadings',
  method: 'get',
  path: paths.readings,
  summary: 'What a scan’s technologies are placed by, before anything is weighed: for rankings by any weights',
  query: z.strictObject(view),
  answers: { 200: Readings },
  problems: [404],
})

export const readStanding = operation({
  id: 'readStanding',
  method: 'get',
  path: paths.standing,
  summary: 'One technology’s place in the ranking, taken apart',
  params: ofTechnology,
  query: z.strictObject({ ...view, weights: weights() }),
  answers: { 200: Standing },
  problems: [404],
})

export const readWhy = operation({
  id: 'readWhy',
  method: 'get',
  path: paths.why,
  summary: 'What one technology’s place rests on: what would change it, and what it becomes with something left out',
  params: ofTechnology,
  query: z.strictObject(view),
  answers: { 200: Why },
  problems: [404],
})

export const readFragility = operation({
  id: 'readFragility',
  method: 'get',
  path: paths.fragility,
  summary: 'The technologies whose place among the first ten depends on one panel member, specialism or criterion',
  query: z.strictObject(view),
  answers: { 200: Fragility },
  problems: [404],
})
