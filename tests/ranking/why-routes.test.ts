import { afterEach, describe, expect, it } from '@jest/globals'
import type { Ranking } from '../../api/contract/ranking.ts'
import type { Fragility, Why } from '../../api/contract/why.ts'
import { textOfWeights } from '../../api/scans/weights-text.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const technologies = 13
const panel = { 'cardiac-science': 4, audiology: 3 }
const people = Object.entries(panel).flatMap(([place, size]) =>
  Array.from({ length: size }, (_, n) => ({ place, name: `${place} ${n}` })),
)

/**
 * What each panel member answers on each technology. Most of them are of one mind, with what each gives apart from it by a fixed
 * pattern; one is far from the others on a few.
 */
function impactOf(technology: number, person: number): number {
  const level = 6 - Math.floor(technology / 4)
  const apart = (technology * 3 + person * 5) % 7 === 0 ? 1 : 0
  if (person === 2 && [10, 11].includes(technology)) return 9
  return level + apart
}

/** A registry in which all but those left out are on the panel and have answered; the round is closed. */
async function registryWithout(...leftOut: string[]) {
  const registry = await createTestRegistry()
  const { given, scanner } = registry
  const scan = await given.scan({ 'cardiac-science': 0, audiology: 0 })
  const entered = []
  for (let k = 0; k < technologies; k++)
    entered.push(await given.technology(`Technology ${k}`, { specialisms: Object.keys(panel) }))
  const leads = new Map<string, Visitor>()
  for (const { name, place } of people)
    if (!leftOut.includes(name)) leads.set(name, await given.panellist(scan, [place]))
  const round = await given.openRound(scan, entered)
  for (const [i, { name, place }] of people.entries())
    for (const [k, technology] of entered.entries()) {
      const lead = leads.get(name)
      if (lead) await given.answer(lead, round, technology, place, { impact: impactOf(k, i) }).then(created)
    }
  await given.closeRound(round)
  const ranking: Ranking = (await scanner.get('/ranking').expect(200)).body
  return { ...registry, ranking }
}

const created = ({ status }: { status: number }) => expect(status).toBe(201)
const firstTen = ({ items }: Ranking) =>
  new Set(items.filter((item) => 'place' in item && item.place <= 10).map(({ slug }) => slug))
const differing = (a: Set<string>, b: Set<string>) =>
  [...a].filter((one) => !b.has(one)).concat([...b].filter((one) => !a.has(one)))

describe('what a place is said to depend on', () => {
  it('is reproduced by taking, in the data, the panel member away on whom it depends: for these, and for no others', async () => {
    const whole = await registryWithout()
    const { items }: Fragility = (await whole.scanner.get('/fragility').expect(200)).body
    const said = items.filter(({ panelMember }) => panelMember).map(({ slug }) => slug)

    const reproduced = new Set<string>()
    for (const { name } of people) {
      const { ranking } = await registryWithout(name)
      for (const slug of differing(firstTen(whole.ranking), firstTen(ranking))) reproduced.add(slug)
    }

    expect(said.length).toBeGreaterThan(0)
    expect(said.length).toBeLessThan(technologies)
    expect(said.toSorted()).toEqual([...reproduced].toSorted())
  }, 120_000)

  it('is told of each technology as of the whole list, and never whose answers they are', async () => {
    const { scanner, addPerson } = await registryWithout()
    const { items }: Fragility = (await scanner.get('/fragility').expect(200)).body
    for (let k = 0; k < technologies; k++) {
      const why: Why = (await scanner.get(`/ranking/technology-${k}/why`).expect(200)).body
      const listed = items.find(({ slug }) => slug === why.technology.slug)
      expect(why.panelMember?.crosses).toBe(listed?.panelMember ?? false)
      expect(Object.keys(why.panelMember!).toSorted()).toEqual(['crosses', 'moves'])
      const isFirst = why.place <= 10
      const crossing = why.specialisms.filter(({ place }) => (place !== null && place <= 10) !== isFirst)
      expect(listed?.specialisms ?? []).toEqual(crossing)
    }
    const { text } = await scanner.get('/fragility')
    expect(text).not.toMatch(/lead|person|panellist/i)
    await (await addPerson(['board'])).get('/fragility').expect(404)
  }, 120_000)
})

describe('GET /ranking/{technology}/why', () => {
  it('says what would change a place, and what it is without a criterion, as the ranking by those weights has it', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const by = async (weights?: string) => {
      const query = weights ? `&weights=${weights}` : ''
      const { items }: Ranking = (await scanner.get(`/ranking?limit=20000${query}`).expect(200)).body
      return new Map(items.map((item) => [item.slug, 'place' in item ? item.place : 0]))
    }
    const places = await by()
    const slugs = [...places.keys()].slice(0, 12)
    let changes = 0
    for (const slug of slugs) {
      const why: Why = (await scanner.get(`/ranking/${slug}/why`).expect(200)).body
      expect(why.place).toBe(places.get(slug))
      for (const [side, swap] of Object.entries(why.swaps)) {
        if (!swap?.change) continue
        changes++
        const moved = await by(textOfWeights(swap.change.weights))
        const [mine, theirs] = [moved.get(slug)!, moved.get(swap.with.slug)!]
        expect({ slug, side, isAbove: mine < theirs }).toEqual({ slug, side, isAbove: side === 'above' })
      }
    }
    expect(changes).toBeGreaterThan(6)

    const withoutSoon = await by('impact:6667,reach:2222,imminence:0,readiness:1111')
    for (const slug of slugs) {
      const why: Why = (await scanner.get(`/ranking/${slug}/why`).expect(200)).body
      expect(why.criteria.find(({ criterion }) => criterion === 'imminence')!.place).toBe(withoutSoon.get(slug))
    }
  }, 120_000)

  it('is not there for what is not ranked, or not known, and takes no weights', async () => {
    const { scanner, given } = await createTestRegistry()
    await scanner.get('/fragility').expect(404)
    await given.closedRound({ Monitor: { impact: 6 } })
    await scanner.get('/ranking/unknown/why').expect(404)
    await scanner.get('/ranking/monitor/why?lens=specialism:unknown').expect(404)
    await scanner.get('/ranking/monitor/why?weights=impact:10000,reach:0,imminence:0,readiness:0').expect(422)
    const why: Why = (await scanner.get('/ranking/monitor/why').expect(200)).body
    expect(why).toMatchObject({ place: 1, of: 1, swaps: { above: null, below: null }, panelMember: null })
  })
})
