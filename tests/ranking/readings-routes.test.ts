import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ListName, Ranking } from '../../api/contract/ranking.ts'
import type { Readings } from '../../api/contract/readings.ts'
import { weigher } from '../../api/ranking/reweigh.ts'
import { criteria, type Weights, wholeWeight } from '../../api/scans/method.ts'
import { textOfWeights } from '../../api/scans/weights-text.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const lists: ListName[] = ['ranked', 'awaiting', 'already-here', 'not-affected']

/** Often with nothing on one criterion or more, where what is missing changes. */
const anyWeights: fc.Arbitrary<Weights> = fc
  .array(fc.oneof(fc.constant(0), fc.constant(wholeWeight), fc.integer({ min: 0, max: wholeWeight })), {
    minLength: 3,
    maxLength: 3,
  })
  .map((cuts) => {
    const [a, b, c] = cuts.sort((x, y) => x - y) as [number, number, number]
    return { impact: a, reach: b - a, imminence: c - b, readiness: wholeWeight - c }
  })

async function readings(visitor: Visitor, lens = 'all'): Promise<Readings> {
  return (await visitor.get(`/ranking/readings?lens=${lens}`).expect(200)).body
}

describe('GET /ranking/readings', () => {
  it('gives, with the rules of the server, exactly what the server gives: any weights, every lens and list', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const { lenses } = await readings(scanner)
    const all = [
      'all',
      ...lenses.groupings.map(({ slug }) => `grouping:${slug}`),
      ...lenses.specialisms.map(({ slug }) => `specialism:${slug}`),
    ]
    for (const [n, lens] of all.entries()) {
      const weigh = weigher(await readings(scanner, lens))
      for (const [i, weights] of fc.sample(anyWeights, 3).entries()) {
        const list = i === 0 ? 'ranked' : lists[(n + i) % lists.length]!
        const query = `lens=${lens}&list=${list}&limit=20000&weights=${textOfWeights(weights)}`
        const served: Ranking = (await scanner.get(`/ranking?${query}`).expect(200)).body
        expect({ query, ranking: weigh(weights, list) }).toEqual({ query, ranking: served })
      }
    }
    expect(all.length).toBeGreaterThan(20)
  }, 120_000)

  it('ranks what lacks only its stage of development, once that carries no weight', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3 })
    const staged = await given.technology('Staged')
    const bare = await given.technology('Bare', { readiness: null })
    const round = await given.openRound(scan, [staged, bare])
    for (const technology of [staged, bare])
      for (const lead of scan.leads['cardiac-science']!)
        await given.answer(lead, round, technology, 'cardiac-science', { impact: 5 })
    await given.closeRound(round)

    const read = await readings(scanner)
    const weigh = weigher(read)
    const namesOf = (weights: Weights, list: ListName) => weigh(weights, list).items.map(({ name }) => name)

    expect(namesOf(read.weights, 'ranked')).toEqual(['Staged'])
    expect(namesOf(read.weights, 'awaiting')).toEqual(['Bare'])
    expect(namesOf({ impact: 10_000, reach: 0, imminence: 0, readiness: 0 }, 'ranked')).toEqual(['Bare', 'Staged'])
  })

  it('is of the scan and the lens asked for, and of nothing else', async () => {
    const { scanner, addPerson, given } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 6 } })
    const board = await addPerson(['board'])

    await scanner.get('/ranking/readings?lens=specialism:unknown').expect(404)
    await scanner.get('/ranking/readings?scan=unknown').expect(404)
    await scanner.get('/ranking/readings?weights=impact:10000,reach:0,imminence:0,readiness:0').expect(422)
    await board.get(`/ranking/readings?scan=${scan.slug}`).expect(404)
    expect((await readings(scanner)).placeable.map(({ name }) => name)).toEqual(['Monitor'])
    expect(Object.keys((await readings(scanner)).placeable[0]!.values)).toEqual([...criteria])
  })

  it('stands at no technology’s address', async () => {
    const { given, scanner } = await createTestRegistry()
    const { technologies } = await given.closedRound({ Readings: { impact: 6 } })

    expect(technologies[0]!.slug).toBe('technology-readings')
    expect((await scanner.get('/ranking/technology-readings').expect(200)).body.ranked.name).toBe('Readings')
  })
})
