import { afterEach, describe, expect, it } from '@jest/globals'
import type { RoundProgress } from '../../api/contract/progress.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** An open round on two technologies, for two of cardiac science and two of genomics; one has answered one item. */
async function openRound(changes: object = {}) {
  const registry = await createTestRegistry()
  const { given } = registry
  const scan = await given.scan({ 'cardiac-science': 2, genomics: 2 }, changes)
  const specialisms = ['cardiac-science', 'genomics']
  const technologies = [
    await given.technology('Monitor', { specialisms }),
    await given.technology('Patch', { specialisms }),
  ]
  const round = await given.openRound(scan, technologies)
  const [first] = scan.leads['cardiac-science']!
  await given.answer(first!, round, technologies[0]!, 'cardiac-science', { stance: 'cannot-judge' })
  return { ...registry, scan, technologies, round, first: first! }
}

async function progressFor(visitor: Visitor, round: { id: string }): Promise<RoundProgress> {
  return (await visitor.get(`/rounds/${round.id}/progress`).expect(200)).body
}

const cardiac = { slug: 'cardiac-science', invited: 2, started: 1, finished: 0, asked: 4, answered: 1 }
const genomics = { slug: 'genomics', invited: 2, started: 0, finished: 0, asked: 4, answered: 0 }

describe('GET /rounds/:round/progress', () => {
  it('tells the scan team how far each specialism is, and by name who has not finished', async () => {
    const { given, scanner, round, technologies, first } = await openRound()
    await given.answer(first, round, technologies[1]!, 'cardiac-science', { impact: 7 })

    const progress = await progressFor(scanner, round)

    const finished = { ...cardiac, finished: 1, answered: 2 }
    expect(progress).toMatchObject({ number: 1, state: 'open', specialisms: [genomics, finished] })
    expect(progress.unfinished).toHaveLength(3)
    expect(progress.unfinished![0]).toEqual({
      id: expect.any(String),
      name: expect.stringMatching(/^lead \d+$/),
      email: expect.stringContaining('@'),
      asked: 2,
      answered: 0,
      specialisms: [{ slug: 'cardiac-science', asked: 2, answered: 0 }],
    })
  })

  it('tells leads, and the board where the scan allows it, counts and no names', async () => {
    const { addPerson, first, round } = await openRound({ boardSeesDraft: true })

    for (const visitor of [first, await addPerson(['lead']), await addPerson(['board'])]) {
      const progress = await progressFor(visitor, round)
      expect(progress).toMatchObject({ specialisms: [genomics, cardiac], unfinished: null })
    }
  })

  it('is not there for the board of a scan that keeps its draft to itself, nor for strangers', async () => {
    const { addPerson, nobody, round, scanner } = await openRound()
    const board = await addPerson(['board'])

    await board.get(`/rounds/${round.id}/progress`).expect(404)
    await nobody.get(`/rounds/${round.id}/progress`).expect(401)
    await scanner.get('/rounds/no-such-round/progress').expect(404)
  })

  it('goes back where an answer is withdrawn', async () => {
    const { given, scanner, round, technologies, first } = await openRound()
    await given.answer(first, round, technologies[0]!, 'cardiac-science', { stance: 'withdrawn' })
    expect((await progressFor(scanner, round)).specialisms[1]).toMatchObject({ started: 0, answered: 0 })
  })

  it('asks whoever has taken a seat over, and no longer who has left it', async () => {
    const { addPerson, scanner, scan, round, first } = await openRound()
    const next = await addPerson(['lead'])
    const { body: panel } = await scanner.get(`/scans/${scan.slug}/panel`).expect(200)
    const seat = panel.items.find((one: { account: string }) => one.account === first.account)

    const handedOver = scanner.post(`/scans/${scan.slug}/panel/${seat.id}/hand-over`, { to: next.account })
    await handedOver.set('If-Match', '*').expect(201)

    const progress = await progressFor(scanner, round)
    expect(progress.specialisms[1]).toMatchObject({ invited: 2, asked: 4 })
    expect(progress.unfinished!.map(({ id }) => id)).not.toContain(seat.id)
  })

  it('counts against each one’s share where the items are shared out, and so does the heat map', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 4 })
    const technologies = []
    for (let i = 0; i < 4; i++) technologies.push((await given.technology(`Technology ${i}`)).slug)
    const { body: round } = await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies }).expect(201)
    await scanner.post(`/rounds/${round.id}/share-out`).set('If-Match', '*').expect(200)
    await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(200)

    // Three people an item: twelve of what would be sixteen.
    expect((await progressFor(scanner, round)).specialisms).toMatchObject([{ invited: 4, asked: 12, answered: 0 }])

    await given.closeRound(round)
    const { body: map } = await scanner.get('/heat-map').expect(200)
    expect(map.columns).toMatchObject([{ invited: 4 }])
    const cells = map.rows.map((row: { cells: unknown[] }) => row.cells)
    expect(cells).toEqual(technologies.map(() => [[0, null, 0, 0, 3]]))
  })
})
