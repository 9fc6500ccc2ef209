import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const idea = {
  title: 'Breath test for early sepsis',
  text: 'Seen at a meeting.',
  webAddress: 'https://example.org/breath',
}

describe('POST /signals', () => {
  it('brings to the scan team what a lead expected and did not see', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 1 })
    const lead = scan.leads['cardiac-science']![0]!

    const sent = { ...idea, scan: scan.slug, specialism: 'cardiac-science' }
    const { body } = await lead.post('/signals', sent).expect(201)
    expect(body).toMatchObject({ title: idea.title })

    const list = (await scanner.get(`/signals?scan=${scan.slug}`).expect(200)).body
    expect(list).toMatchObject({ total: 1, nextCursor: null })
    expect(list.items[0]).toMatchObject({
      ...idea,
      origin: 'nomination',
      scan: { slug: scan.slug },
      specialism: { slug: 'cardiac-science' },
      sentBy: expect.stringContaining('lead'),
    })
  })

  it('brings a stage of development that a lead holds to be out of date, with the reason', async () => {
    const { given, scanner } = await createTestRegistry()
    const { scan, technologies } = await given.closedRound({ Monitor: { impact: 5 } })
    const lead = await given.panellist(scan, ['cardiac-science'])
    const sent = { title: 'Stage of Monitor', text: 'Validated at a second site.', technology: technologies[0]!.slug }

    await lead.post('/signals', sent).expect(201)

    const { items } = (await scanner.get('/signals').expect(200)).body
    expect(items).toMatchObject([{ origin: 'out-of-date', technology: { slug: 'monitor', name: 'Monitor' } }])
    const without = await lead.post('/signals', { ...sent, text: '' }).expect(422)
    expect(without.body.errors[0].pointer).toBe('/text')
  })

  it('says nothing of technologies that no scan holds', async () => {
    const { given, addPerson } = await createTestRegistry()
    await given.technology('Secret')
    const lead = await addPerson(['lead'])
    const sent = { title: 'Stage', text: 'New.', technology: 'secret' }
    const refused = await lead.post('/signals', sent).expect(422)
    expect(refused.body.errors[0]).toEqual({ pointer: '/technology', detail: 'No scan holds a technology "secret".' })
  })

  it('is for leads and the scan team, and the list for the scan team alone', async () => {
    const { addPerson, nobody } = await createTestRegistry()
    const [board, lead] = [await addPerson(['board']), await addPerson(['lead'])]
    await nobody.post('/signals', idea).expect(401)
    await board.post('/signals', idea).expect(403)
    await lead.post('/signals', idea).expect(201)
    await lead.get('/signals').expect(403)
    await (await addPerson(['admin'])).get('/signals').expect(200)
  })

  it.each([
    [{ ...idea, title: ' ' }, '/title'],
    [{ ...idea, webAddress: 'ftp://example.org' }, '/webAddress'],
    [{ ...idea, text: 'x'.repeat(2001) }, '/text'],
    [{ ...idea, scan: 'no-such-scan' }, '/scan'],
    [{ ...idea, specialism: 'astrology' }, '/specialism'],
  ])('names what is wrong in %j', async (body, pointer) => {
    const { scanner } = await createTestRegistry()
    const refused = await scanner.post('/signals', body).expect(422)
    expect(refused.body.errors[0].pointer).toBe(pointer)
    expect((await scanner.get('/signals')).body.total).toBe(0)
  })

  it('keeps one of a request sent twice', async () => {
    const { scanner } = await createTestRegistry()
    const send = () => scanner.post('/signals', idea).set('Idempotency-Key', 'once').expect(201)
    expect((await send()).body).toEqual((await send()).body)
    expect((await scanner.get('/signals')).body.total).toBe(1)
  })
})

describe('GET /signals', () => {
  it('goes page by page from the newest', async () => {
    const { scanner } = await createTestRegistry()
    for (const n of [1, 2, 3]) {
      await scanner.post('/signals', { title: `Idea ${n}` }).expect(201)
      // Ids sort by the millisecond in which they were made.
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const first = (await scanner.get('/signals?limit=2').expect(200)).body
    const second = (await scanner.get(`/signals?limit=2&cursor=${first.nextCursor}`).expect(200)).body
    const titles = [...first.items, ...second.items].map(({ title }: { title: string }) => title)
    expect(titles).toEqual(['Idea 3', 'Idea 2', 'Idea 1'])
    expect(second.nextCursor).toBeNull()
    const refused = await scanner.get('/signals?cursor=nonsense').expect(422)
    expect(refused.body.errors[0].parameter).toBe('cursor')
    await scanner.get('/signals?scan=no-such-scan').expect(404)
  })
})
