import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const inUse = (changes: object = {}) => ({
  kind: 'adopted',
  happenedOn: '2026-10-02',
  text: 'Offered by 40 of 150 NHS trusts.',
  sourceTitle: 'Annual audit',
  sourceUrl: 'https://example.org/audit',
  ...changes,
})

/** A technology in a scan, with what happened to it recorded, on a day in November 2026. */
async function recorded(happenedOn: readonly string[] = ['2026-10-02']) {
  // Half past midnight in London, where it is summer time.
  const registry = await createTestRegistry({ now: () => new Date('2026-10-02T23:30:00Z') })
  const { given, scanner } = registry
  await given.closedRound({ Monitor: { impact: 5 } }, { boardSeesDraft: false })
  for (const day of happenedOn)
    await scanner.post('/technologies/monitor/outcomes', inUse({ happenedOn: day })).expect(201)
  return registry
}

describe('POST /technologies/:technology/outcomes', () => {
  it('records what happened, by whose evidence, and the trail tells of it', async () => {
    const { scanner } = await recorded([])

    const { body, headers } = await scanner.post('/technologies/monitor/outcomes', inUse()).expect(201)

    expect(body).toMatchObject({ ...inUse(), withdrawnAt: null })
    expect(headers.location).toBe(`/api/v1/technologies/monitor/outcomes/${body.id}`)
    expect((await scanner.get('/technologies/monitor/outcomes').expect(200)).body.items).toEqual([body])
  })

  it('records once what is sent twice with one key', async () => {
    const { scanner } = await recorded([])
    const send = () =>
      scanner.post('/technologies/monitor/outcomes', inUse()).set('Idempotency-Key', 'once').expect(201)

    expect((await send()).body).toEqual((await send()).body)
    expect((await scanner.get('/technologies/monitor/outcomes')).body.total).toBe(1)
  })

  it('takes today where the services are, and no day after it', async () => {
    const { scanner } = await recorded([])
    const send = (happenedOn: string) => scanner.post('/technologies/monitor/outcomes', inUse({ happenedOn }))

    await send('2026-10-03').expect(201)
    const { body } = await send('2026-10-04').expect(422)
    expect(body.errors).toEqual([
      { pointer: '/happenedOn', detail: 'It must have happened already. You entered 2026-10-04.' },
    ])
  })

  it.each([
    ['/kind', { kind: 'gone' }],
    ['/happenedOn', { happenedOn: '2026-02-30' }],
    ['/happenedOn', { happenedOn: '2026' }],
    ['/text', { text: ' ' }],
    ['/text', { text: 'x'.repeat(2001) }],
    ['/sourceTitle', { sourceTitle: '' }],
    ['/sourceUrl', { sourceUrl: 'javascript:alert(1)' }],
    ['/sourceUrl', { sourceUrl: undefined }],
  ])('refuses by name what is wrong at %s: %j', async (pointer, change) => {
    const { scanner } = await recorded([])
    const { body } = await scanner.post('/technologies/monitor/outcomes', inUse(change)).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
    expect((await scanner.get('/technologies/monitor/outcomes')).body.total).toBe(0)
  })

  it('is for the scan team, of a technology that there is', async () => {
    const { scanner, addPerson } = await recorded([])

    for (const role of ['board', 'lead', 'admin'] as const)
      await (await addPerson([role])).post('/technologies/monitor/outcomes', inUse()).expect(403)
    await scanner.post('/technologies/unheard-of/outcomes', inUse()).expect(404)
  })
})

describe('GET /technologies/:technology/outcomes', () => {
  it('gives the newest first, to whoever may read the technology', async () => {
    const { addPerson } = await recorded(['2025-01-31', '2026-10-02', '2024-06-01'])
    const [lead, board] = [await addPerson(['lead']), await addPerson(['board'])]

    const { items } = (await lead.get('/technologies/monitor/outcomes').expect(200)).body
    expect(items.map((one: { happenedOn: string }) => one.happenedOn)).toEqual([
      '2026-10-02',
      '2025-01-31',
      '2024-06-01',
    ])
    await board.get('/technologies/monitor/outcomes').expect(404)
  })
})

describe('DELETE /technologies/:technology/outcomes/:outcome', () => {
  it('withdraws it: kept for the scan team, gone for others; doing so again changes nothing', async () => {
    const { scanner, addPerson } = await recorded(['2026-10-01', '2026-10-02'])
    const [wrong, right] = (await scanner.get('/technologies/monitor/outcomes')).body.items
    const path = `/technologies/monitor/outcomes/${wrong.id}`

    const withdrawn = (await scanner.delete(path).expect(200)).body

    expect(withdrawn.withdrawnAt).not.toBeNull()
    expect((await scanner.delete(path).expect(200)).body).toEqual(withdrawn)
    expect((await scanner.get('/technologies/monitor/outcomes')).body.items).toEqual([withdrawn, right])
    const lead = await addPerson(['lead'])
    expect((await lead.get('/technologies/monitor/outcomes')).body.items).toEqual([right])
  })

  it('finds none of another technology, and is for the scan team', async () => {
    const { scanner, given, addPerson } = await recorded()
    await given.technology('Patch')
    const [{ id }] = (await scanner.get('/technologies/monitor/outcomes')).body.items

    await scanner.delete(`/technologies/patch/outcomes/${id}`).expect(404)
    await (await addPerson(['lead'])).delete(`/technologies/monitor/outcomes/${id}`).expect(403)
    expect((await scanner.get('/technologies/monitor/outcomes')).body.items[0].withdrawnAt).toBeNull()
  })
})
