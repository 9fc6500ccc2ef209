import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PanelView } from '../../api/contract/panel-view.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import { isDerivable, subsets } from '../support/leaks.ts'
import {
  type Figure,
  type Publish,
  publishArrival,
  publishView,
  readDiscussion,
  readHeatMaps,
  readLeavingAnswers,
  readRankings,
  readStandings,
} from '../support/published.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const places = ['cardiac-science', 'audiology', 'neurophysiology', 'genomics', 'histopathology'] as const
const perPlace = 4
const minimumShown = 3
const lenses: Record<string, string[]> = {
  all: [...places],
  'grouping:physiological-sciences': places.slice(0, 3),
  'grouping:laboratory-sciences': places.slice(3),
  ...Object.fromEntries(places.map((place) => [`specialism:${place}`, [place]])),
}

/** An answer as it is sent. */
const anyAnswer = fc.oneof(
  { weight: 5, arbitrary: fc.record({ impact: fc.integer({ min: 1, max: 9 }), band: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((impact) => ({ impact, band: null })) },
  { weight: 3, arbitrary: fc.constantFrom('not-affected', 'already', 'cannot-judge') },
)
type AnyAnswer = typeof anyAnswer extends fc.Arbitrary<infer T> ? T : never

function sent(answer: AnyAnswer) {
  if (typeof answer === 'string') return { stance: answer }
  const { impact, band } = answer
  return { stance: 'rated', impact, arrival: band === null ? { kind: 'cannot-say' } : { kind: 'band', band } }
}

/** What the panels of one technology answer, by specialism: one each of up to so many people, and often of too few. */
const anyAnswers = fc.record(
  Object.fromEntries(places.map((place) => [place, fc.array(anyAnswer, { maxLength: perPlace })])),
)
type Answers = Record<string, AnyAnswer[]>

/** Technologies with answers of any kind, heard in a round that has closed; another round is open. */
async function heard(answers: readonly Answers[]) {
  const registry = await createTestRegistry()
  const { given } = registry
  const scan = await given.scan(Object.fromEntries(places.map((place) => [place, perPlace])))
  const technologies: string[] = []
  for (let i = 0; i < answers.length; i++)
    technologies.push((await given.technology(`Technology ${i}`, { specialisms: [...places] })).slug)
  const round = await given.openRound(
    scan,
    technologies.map((slug) => ({ slug })),
  )
  for (const [i, slug] of technologies.entries())
    for (const place of places)
      for (const [n, answer] of answers[i]![place]!.entries())
        await scan.leads[place]![n]!.put(`/rounds/${round.id}/ratings/${slug}/${place}`, sent(answer), {
          'If-None-Match': '*',
        }).expect(201)
  await given.closeRound(round)
  const second = await given.openRound(scan, [])
  return { ...registry, scan, technologies, round, second }
}

/** Which specialisms stand behind each kind of figure; where only few are heard, even whether they do is hidden. */
function supportOf(answers: Answers): Record<Figure, string[]> {
  const where = (keeps: (list: AnyAnswer[]) => boolean) => places.filter((place) => keeps(answers[place]!))
  const counted = (list: AnyAnswer[]) => list.filter((one) => one !== 'cannot-judge')
  const rated = (list: AnyAnswer[]) => list.filter((one) => typeof one !== 'string')
  const isAffected = (list: AnyAnswer[]) => counted(list).length > 0 && rated(list).length * 2 >= counted(list).length
  const isDated = (list: AnyAnswer[]) => rated(list).some((one) => typeof one !== 'string' && one.band !== null)
  return {
    answers: where((list) => list.length > 0),
    impact: where(isAffected),
    imminence: where((list) => isAffected(list) && isDated(list)),
    years: where(isDated),
  }
}

interface Equation {
  figure: Figure
  specialisms: readonly string[]
  where: string
}

/** Sets of specialisms with too few people, of which the published sums leave some combination over. */
function leaksOf(answers: Answers, published: readonly Equation[]): string[] {
  return Object.entries(supportOf(answers)).flatMap(([figure, support]) => {
    const rows = published
      .filter((one) => one.figure === figure)
      .map(({ specialisms }) => support.map((place) => (specialisms.includes(place) ? 1 : 0)))
    const people = (set: number[]) => set.reduce((sum, i) => sum + countedIn(answers[support[i]!]!), 0)
    return subsets(support.length)
      .filter((set) => people(set) < minimumShown && isDerivable(rows, set))
      .map((set) => `${figure} of ${set.map((i) => support[i]).join(' and ')}, from ${usedFor(figure, published)}`)
  })
}

/** Where each different sum of this figure is to be read, so that a leak says what to look at. */
function usedFor(figure: string, published: readonly Equation[]): string {
  const found = new Map(
    published.filter((one) => one.figure === figure).map(({ specialisms, where }) => [specialisms.join('+'), where]),
  )
  return [...found].map(([sum, where]) => `${sum} (${where})`).join('; ')
}

/** People with an answer; or, where nobody has one, those who cannot judge, which is then all there is to tell. */
function countedIn(list: readonly AnyAnswer[]): number {
  const unable = list.filter((one) => one === 'cannot-judge').length
  return list.length > unable ? list.length - unable : unable
}

async function everythingPublished(world: Awaited<ReturnType<typeof heard>>): Promise<Map<string, Equation[]>> {
  const { scanner, scan, technologies, round, second } = world
  const published = new Map<string, Equation[]>(technologies.map((slug) => [slug, []]))
  const publishOf =
    (technology: string): Publish =>
    (figure, specialisms, where) =>
      published.get(technology)!.push({ figure, specialisms, where })
  await readRankings(scanner, lenses, publishOf)
  await readHeatMaps(scanner, Object.keys(lenses), publishOf)
  await readDiscussion(scanner, round.id, places, publishOf)
  await readLeavingAnswers(scanner, scan.slug, publishOf)
  for (const slug of technologies) {
    await readStandings(scanner, slug, lenses, publishOf(slug))
    for (const place of places) {
      const where = `/rounds/${second.id}/ratings/${slug}/${place}/panel`
      const { status, body } = await scan.leads[place]![0]!.get(where)
      if (status !== 200) continue
      const view: PanelView = body
      publishView(view.here, place, publishOf(slug), where)
      publishArrival(view.arrival, places, publishOf(slug), where)
    }
  }
  return published
}

describe('a figure of too few people', () => {
  it('cannot be worked out from all that anybody may read together', async () => {
    const answers = fc.sample(anyAnswers, { numRuns: 40 }) as Answers[]
    const world = await heard(answers)

    const published = await everythingPublished(world)

    const leaks = world.technologies.flatMap((slug, i) =>
      leaksOf(answers[i]!, published.get(slug)!).map((leak) => `${leak}, where ${JSON.stringify(answers[i])}`),
    )
    expect(leaks).toEqual([])
    expect([...published.values()].flat().length).toBeGreaterThan(answers.length * 10)
  }, 120_000)

  it('decides no place, list, filter or count under its own lens, whatever the weights', async () => {
    const answers = fc.sample(anyAnswers, { numRuns: 15 }) as Answers[]
    const { scanner, technologies } = await heard(answers)

    for (const place of places) {
      const few = technologies.filter(
        (_, i) => answers[i]![place]!.length > 0 && countedIn(answers[i]![place]!) < minimumShown,
      )
      for (const weights of ['', '&weights=impact:10000,reach:0,imminence:0,readiness:0']) {
        const { body } = await scanner.get(`/ranking?lens=specialism:${place}&list=awaiting${weights}`).expect(200)
        const said = new Map((body as Ranking).items.map((item) => [item.slug, 'missing' in item && item.missing]))
        expect(few.map((slug) => said.get(slug))).toEqual(few.map(() => expect.arrayContaining([expect.any(String)])))
        expect(few.flatMap((slug) => said.get(slug) || []).filter((why) => why === 'answers')).toEqual([])
      }
    }
  }, 120_000)
})
