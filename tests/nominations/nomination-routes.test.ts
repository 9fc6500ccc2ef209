import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const nomination = {
  title: 'Breath test for early sepsis',
  what: 'A test of breath.',
  why: 'Fewer blood cultures.',
  service: 'Our intensive care unit',
  source: 'A talk in Leeds',
  webAddress: 'https://example.org/breath',
  interest: 'I advise the company.',
  name: 'Ann Example',
  address: 'ann@example.org',
}

const open = (more: Record<string, string> = {}) =>
  createTestRegistry({ settings: { OFFING_OPEN_NOMINATIONS: 'on', ...more } })

const from = (visitor: Visitor, forwarded: string, body: object = nomination) =>
  visitor.post('/nominations', body).set('X-Forwarded-For', forwarded)

describe('POST /nominations', () => {
  it('brings a nomination to the scan team, its sender apart and not in the trail', async () => {
    const { nobody, scanner, registry, addPerson } = await open()
    const { body } = await nobody.post('/nominations', { ...nomination, specialism: 'genomics' }).expect(201)
    expect(Object.keys(body)).toEqual(['id', 'title', 'receivedAt'])

    const signal = (await scanner.get(`/signals/${body.id}`).expect(200)).body
    expect(signal).toMatchObject({
      origin: 'nomination',
      state: 'unread',
      title: nomination.title,
      service: nomination.service,
      interest: nomination.interest,
      specialism: { slug: 'genomics' },
      sentBy: 'Ann Example',
      senderAddress: 'ann@example.org',
    })
    expect(signal.text).toBe(
      'What it is: A test of breath.\n\nWhat it would change: Fewer blood cultures.\n\nWhere it was seen: A talk in Leeds',
    )
    const trail = await registry.read.selectFrom('audit_entries').selectAll().where('object_id', '=', body.id).execute()
    expect(JSON.stringify(trail)).not.toMatch(/Ann|example\.org/)
    for (const role of ['board', 'lead'] as const)
      for (const path of ['', `/${body.id}`]) await (await addPerson([role])).get(`/signals${path}`).expect(403)
  })

  it('needs neither name nor address', async () => {
    const { nobody, scanner } = await open()
    await nobody.post('/nominations', { title: 'Gait shoe', what: 'A shoe.', why: 'Falls.' }).expect(201)
    expect((await scanner.get('/signals')).body.items[0]).toMatchObject({ sentBy: null, senderAddress: null })
  })

  it('is kept once, sent twice in the very same words', async () => {
    const { nobody, scanner } = await open()
    const first = (await nobody.post('/nominations', nomination).expect(201)).body
    expect((await nobody.post('/nominations', nomination).expect(201)).body).toEqual(first)
    await nobody.post('/nominations', { ...nomination, why: 'Another reason.' }).expect(201)
    expect((await scanner.get('/signals')).body.total).toBe(2)
  })

  it('is not there unless it was opened, whatever is sent', async () => {
    const { nobody, scanner } = await createTestRegistry()
    await nobody.post('/nominations', nomination).expect(404)
    await nobody.post('/nominations', { nonsense: true }).expect(404)
    await scanner.post('/nominations', nomination).expect(404)
    await nobody.get('/nominations').expect(404)
    expect((await nobody.get('/about').expect(200)).body.openNominations).toBe(false)
    expect((await (await open()).nobody.get('/about')).body.openNominations).toBe(true)
  })

  it('offers the specialisms of today to choose from', async () => {
    const { specialisms } = (await (await open()).nobody.get('/nominations').expect(200)).body
    expect(specialisms).toContainEqual({ slug: 'genomics', name: 'Genomics' })
  })

  it('keeps markup as text', async () => {
    const { nobody, scanner } = await open()
    const title = '<img src=x onerror=alert(1)>'
    await nobody.post('/nominations', { ...nomination, title }).expect(201)
    expect((await scanner.get('/signals')).body.items[0].title).toBe(title)
  })

  it.each([
    [{ ...nomination, title: '' }, '/title'],
    [{ ...nomination, what: 'x'.repeat(2001) }, '/what'],
    [{ ...nomination, why: '   ' }, '/why'],
    [{ ...nomination, name: 'x'.repeat(121) }, '/name'],
    [{ ...nomination, webAddress: 'javascript:alert(1)' }, '/webAddress'],
    [{ ...nomination, title: 'a\u0000b' }, '/title'],
    [{ ...nomination, specialism: 'astrology' }, '/specialism'],
    [{ ...nomination, leaveEmpty: 'https://buy.example' }, '/leaveEmpty'],
  ])('names what is wrong in %j', async (body, pointer) => {
    const { nobody, scanner } = await open()
    const refused = await nobody.post('/nominations', body).expect(422)
    expect(refused.body.errors[0].pointer).toBe(pointer)
    expect((await scanner.get('/signals')).body.total).toBe(0)
  })

  it('takes five an hour from one address, and says when to come back', async () => {
    const { nobody } = await open()
    for (let n = 0; n < 5; n++) await nobody.post('/nominations', { ...nomination, title: `No ${n}` }).expect(201)
    const refused = await nobody.post('/nominations', nomination).expect(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000)
    expect(refused.body.detail).toMatch(/^Five nominations an hour are taken from one address/)
  })

  it('does not count what was refused', async () => {
    const { nobody } = await open()
    for (let n = 0; n < 7; n++) await nobody.post('/nominations', { ...nomination, title: '' }).expect(422)
    await nobody.post('/nominations', nomination).expect(201)
  })

  it('tells visitors apart by what the proxy in front adds, and by nothing that they say themselves', async () => {
    const { nobody } = await open({ OFFING_PROXIES: '1' })
    for (let n = 0; n < 5; n++) await from(nobody, `10.0.0.${n}, 203.0.113.7`).expect(201)
    await from(nobody, '10.0.0.9, 203.0.113.7').expect(429)
    await from(nobody, '203.0.113.8').expect(201)
    const withoutProxy = (await open()).nobody
    for (let n = 0; n < 5; n++) await from(withoutProxy, `203.0.113.${n}`).expect(201)
    await from(withoutProxy, '203.0.113.99').expect(429)
  })

  it('takes 200 a day from all together', async () => {
    const { nobody } = await open({ OFFING_PROXIES: '1' })
    for (let n = 0; n < 200; n++) await from(nobody, `203.0.${Math.floor(n / 5)}.1`).expect(201)
    const refused = await from(nobody, '198.51.100.1').expect(429)
    expect(refused.body.detail).toMatch(/^No more nominations are taken today/)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(80_000)
  })
})
