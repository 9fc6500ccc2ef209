import { afterEach, describe, expect, it } from '@jest/globals'
import type { Certainty, PlaceCertainty } from '../../api/contract/certainty.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const levels = { Far: { impact: 9 }, Near: { impact: 8 }, Middling: { impact: 5 }, Low: { impact: 1, band: 3 } }

/** Asks until it is worked out, as a page does. */
async function ready<T extends Certainty | PlaceCertainty = Certainty>(visitor: Visitor, path: string): Promise<T> {
  for (;;) {
    const body: T = (await visitor.get(path).expect(200)).body
    if (body.state !== 'working') return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const ofFive = (registry: TestRegistry) => registry.given.closedRound(levels, {}, 5)

describe('GET /certainty', () => {
  it('says that it is working, then how sure each place of the ranking is, in its order', async () => {
    const registry = await createTestRegistry()
    const { scan } = await ofFive(registry)
    const first: Certainty = (await registry.scanner.get('/certainty').expect(200)).body
    expect(first).toMatchObject({ state: 'working', progress: 0, draws: null, seed: null, groups: null, items: [] })

    const body = await ready(registry.scanner, '/certainty')

    expect(body).toMatchObject({
      scan: { slug: scan.slug },
      round: 1,
      lens: { kind: 'all' },
      people: 5,
      state: 'ready',
      progress: 1,
      varies: 'both',
      draws: 10_000,
      arithmeticVersion: 1,
    })
    const { items } = (await registry.scanner.get('/ranking').expect(200)).body
    expect(body.items.map(({ slug }) => slug)).toEqual(items.map(({ slug }: { slug: string }) => slug))
    expect(body.items.at(-1)).toMatchObject({ slug: 'low', group: body.groups, low: 4, middle: 4, high: 4, topTen: 1 })
  })

  it('tells panel and weights apart, and knows every lens', async () => {
    const registry = await createTestRegistry()
    await ofFive(registry)
    for (const query of ['varies=panel', 'varies=weights', 'lens=specialism:cardiac-science&varies=panel'])
      expect(await ready(registry.scanner, `/certainty?${query}`)).toMatchObject({ state: 'ready' })
    await registry.scanner.get('/certainty?lens=specialism:genomics').expect(404)
    await registry.scanner.get('/certainty?varies=neither').expect(422)
    await registry.scanner.get('/certainty?scan=no-such-scan').expect(404)
  })

  it('has no numbers of fewer than five people, nor before a round has closed', async () => {
    const registry = await createTestRegistry()
    await registry.given.scan()
    expect((await registry.scanner.get('/certainty').expect(200)).body).toMatchObject({ state: 'no-round', people: 0 })
    await registry.given.closedRound(levels)
    const few = await ready(registry.scanner, '/certainty')
    expect(few).toMatchObject({ state: 'few-people', people: 3, items: [], groups: null, draws: null })
  })

  it('is for those who may read the ranking: the board where the scan shows its draft', async () => {
    const registry = await createTestRegistry()
    const { scan } = await ofFive(registry)
    const board = await registry.addPerson(['board'])
    await registry.nobody.get('/certainty').expect(401)
    await board.get(`/certainty?scan=${scan.slug}`).expect(404)
    await board.get(`/certainty/far?scan=${scan.slug}`).expect(404)
    await (await registry.addPerson(['lead'])).get('/certainty').expect(200)
  })
})

describe('GET /certainty/{technology}', () => {
  it('says how likely each place is, and whom it stands above', async () => {
    const registry = await createTestRegistry()
    await ofFive(registry)

    const body = await ready<PlaceCertainty>(registry.scanner, '/certainty/near')

    expect(body.range).toMatchObject({ slug: 'near', low: 1, high: 2 })
    expect(body.acceptability!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(body.standsAbove.map(({ slug, place }) => [slug, place])).toEqual([
      ['far', 1],
      ['middling', 3],
      ['low', 4],
    ])
    expect(body.standsAbove[0]!.chance).toBeLessThan(0.5)
    expect(body.standsAbove[2]!.chance).toBeGreaterThan(0.99)
  })

  it('comes of an edition and of its scan, whoever else asks for the other meanwhile', async () => {
    const { scanner, scan, board } = await givenRanking()
    await givenEdition(scanner, scan)
    const both = [
      [scanner, `/certainty/monitor?scan=${scan.slug}`],
      [board, '/certainty/monitor?edition=1'],
    ] as const
    const states = ['not asked']
    for (let asked = 0; asked < 500 && !states.every((state) => state === 'ready'); asked++) {
      states.length = 0
      for (const [visitor, path] of both) states.push((await visitor.get(path).expect(200)).body.state)
    }
    expect(states).toEqual(['ready', 'ready'])
  })

  it('is not there for what the lens does not rank', async () => {
    const registry = await createTestRegistry()
    await ofFive(registry)
    await registry.given.technology('Elsewhere')
    await registry.scanner.get('/certainty/elsewhere').expect(404)
    await registry.scanner.get('/certainty/no-such-thing').expect(404)
  })
})
