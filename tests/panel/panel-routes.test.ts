import { afterEach, describe, expect, it } from '@jest/globals'
import type { PanelMember } from '../../api/contract/panel.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const row = (name: string, specialisms: string[], email = `${name.toLowerCase().replace(' ', '.')}@example.org`) => ({
  name,
  email,
  specialisms,
})

async function memberOf({ scanner }: TestRegistry, scan: { slug: string }, account: string): Promise<PanelMember> {
  const { items } = (await scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body
  return items.find((one: PanelMember) => one.account === account)
}

describe('POST /scans/{scan}/panel/bulk', () => {
  it('makes accounts, seats everybody, and keeps what is known of them', async () => {
    const registry = await createTestRegistry()
    const { scanner, given } = registry
    const scan = await given.scan({ 'cardiac-science': 1, genomics: 0 })
    const known = await memberOf(registry, scan, scan.leads['cardiac-science']![0]!.account)

    const rows = [
      row('Ann One', ['genomics']),
      row('A. One', ['cardiac-science'], 'ANN.ONE@example.org'),
      row('Another Name', ['genomics'], known.email),
    ]
    const { body } = await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)

    expect(body).toMatchObject({ invited: 2, newAccounts: 1, onPanelBefore: 1 })
    const names = body.panel.items.map(({ name, specialisms }: PanelMember) => [name, specialisms.toSorted()])
    expect(names).toEqual([
      ['Ann One', ['cardiac-science', 'genomics']],
      [known.name, ['cardiac-science', 'genomics']],
    ])
  })

  it('writes nothing where one row is wrong, and names it', async () => {
    const { scanner, given, registry } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })
    const before = (await auditTrail(registry.read)).length
    const bulk = async (wrong: object) =>
      (
        await scanner
          .post(`/scans/${scan.slug}/panel/bulk`, { rows: [row('Ann One', ['genomics']), wrong] })
          .expect(422)
      ).body.errors[0].pointer

    expect(await bulk(row('Bo Two', ['audiology']))).toBe('/rows/1/specialisms/0')
    expect(await bulk(row('Bo Two', ['genomics'], 'bo@two'))).toBe('/rows/1/email')
    expect(await bulk(row('Bo\nTwo', ['genomics']))).toBe('/rows/1/name')
    expect(await bulk(row('Bo Two', ['genomics'], 'bo@example.org\r\nBcc: all@example.org'))).toBe('/rows/1/email')
    expect((await scanner.get(`/scans/${scan.slug}/panel`)).body.total).toBe(0)
    expect((await auditTrail(registry.read)).length).toBe(before)
  })

  it('makes a board member a lead too, but neither the scan team nor an administrator', async () => {
    const registry = await createTestRegistry()
    const { scanner, addPerson, given, nobody } = registry
    const scan = await given.scan({ genomics: 0 })
    await addPerson(['board'])
    await addPerson(['admin'])
    const invite = (email: string) =>
      scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows: [row('Any Name', ['genomics'], email)] })

    await invite('person-2@test.example').expect(201)
    expect((await invite('person-3@test.example').expect(422)).body.detail).toContain('administrator')
    expect((await invite('person-1@test.example').expect(422)).body.detail).toContain('scan team')
    await nobody.post(`/scans/${scan.slug}/panel/bulk`, { rows: [] }).expect(401)
  })

  it('leaves neither names nor addresses in the trail', async () => {
    const { scanner, given, registry } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })
    await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows: [row('Zebedee Unusual', ['genomics'])] }).expect(201)
    expect(JSON.stringify(await auditTrail(registry.read))).not.toMatch(/zebedee|unusual/i)
  })
})

describe('PUT /scans/{scan}/panel/{panellist}', () => {
  it('sets a deputy and specialisms, naming the version that was read', async () => {
    const registry = await createTestRegistry()
    const { scanner, addPerson, given } = registry
    const scan = await given.scan({ 'cardiac-science': 1, genomics: 0 })
    const lead = scan.leads['cardiac-science']![0]!
    const deputy = await addPerson(['lead'])
    const board = await addPerson(['board'])
    const before = await memberOf(registry, scan, lead.account)
    const path = `/scans/${scan.slug}/panel/${before.id}`
    const put = (changes: object, version = before.version) =>
      scanner.put(path, { deputy: null, specialisms: ['genomics'], ...changes }, { 'If-Match': `"${version}"` })

    expect((await put({ deputy: board.account }).expect(422)).body.errors[0].pointer).toBe('/deputy')
    await put({ deputy: lead.account }).expect(422)
    await put({ specialisms: [] }).expect(422)
    await scanner.put(path, { deputy: null, specialisms: ['genomics'] }).expect(428)
    await put({ deputy: deputy.account }).expect(200)
    await put({}).expect(412)

    const after = await memberOf(registry, scan, lead.account)
    expect(after).toMatchObject({ specialisms: ['genomics'], deputy: { account: deputy.account } })
    await put({ deputy: deputy.account }, 999).expect(200)
    await lead.put(path, { deputy: null, specialisms: ['genomics'] }, { 'If-Match': '*' }).expect(403)
  })

  it('takes no specialism away for which its holder has answered', async () => {
    const registry = await createTestRegistry()
    const { scanner, given } = registry
    const scan = await given.scan({ 'cardiac-science': 1, genomics: 0 })
    const monitor = await given.technology('Monitor')
    const lead = scan.leads['cardiac-science']![0]!
    const round = await given.openRound(scan, [monitor])
    await given.answer(lead, round, monitor, 'cardiac-science', { impact: 5 })
    const { id } = await memberOf(registry, scan, lead.account)

    const body = { deputy: null, specialisms: ['genomics'] }
    const { detail } = (await scanner.put(`/scans/${scan.slug}/panel/${id}`, body, { 'If-Match': '*' }).expect(409))
      .body
    expect(detail).toContain('They have answered for Cardiac science')
  })
})

describe('POST /scans/{scan}/panel/{panellist}/hand-over', () => {
  async function inMidRound() {
    const registry = await createTestRegistry()
    const { given } = registry
    const scan = await given.scan({ 'cardiac-science': 1 })
    const [monitor, patch] = [await given.technology('Monitor'), await given.technology('Patch')]
    const round = await given.openRound(scan, [monitor, patch])
    const leaver = scan.leads['cardiac-science']![0]!
    await given.answer(leaver, round, monitor, 'cardiac-science', { impact: 5 })
    const seat = await memberOf(registry, scan, leaver.account)
    return { ...registry, registryOf: registry, scan, monitor, patch, round, leaver, seat }
  }

  it('asks the successor, not the leaver, and keeps the leaver’s answers', async () => {
    const { scanner, addPerson, given, scan, patch, round, leaver, seat, registryOf } = await inMidRound()
    const successor = await addPerson(['lead'])
    const path = `/scans/${scan.slug}/panel/${seat.id}/hand-over`

    expect((await scanner.post(path, {}).expect(422)).body.detail).toContain('no deputy')
    await scanner.post(path, { to: leaver.account }).expect(422)
    await scanner.post(path, { to: successor.account }).expect(201)

    expect((await leaver.get('/my-answers').expect(200)).body.items).toEqual([])
    expect((await given.answer(leaver, round, patch, 'cardiac-science', { impact: 5 })).status).toBeGreaterThanOrEqual(
      403,
    )
    expect((await successor.get('/my-answers').expect(200)).body.items[0].items).toHaveLength(2)
    const left = await memberOf(registryOf, scan, leaver.account)
    expect(left).toMatchObject({ asked: 1, answered: 1, leftAt: expect.any(String) })
    expect((await scanner.get(`/rounds/${round.id}`)).body).toMatchObject({ invited: 1, asked: 2 })
    await scanner.post(path, { to: successor.account }).expect(409)
    await given.closeRound(round)
  })

  it('goes to the deputy unless another is named, or to somebody new', async () => {
    const { scanner, addPerson, scan, seat, leaver, registryOf } = await inMidRound()
    const deputy = await addPerson(['lead'])
    const path = `/scans/${scan.slug}/panel/${seat.id}`
    const change = { deputy: deputy.account, specialisms: ['cardiac-science'] }
    await scanner.put(path, change, { 'If-Match': '*' }).expect(200)
    await scanner.post(`${path}/hand-over`, {}).expect(201)

    const successor = await memberOf(registryOf, scan, deputy.account)
    expect(successor.specialisms).toEqual(['cardiac-science'])
    const to = { name: 'Dee Four', email: 'dee@example.org' }
    const { body } = await scanner.post(`/scans/${scan.slug}/panel/${successor.id}/hand-over`, { to }).expect(201)
    expect(body.panel.items.map(({ name }: PanelMember) => name)).toContain('Dee Four')

    await scanner
      .post(`/scans/${scan.slug}/panel`, { account: leaver.account, specialisms: ['cardiac-science'] })
      .expect(201)
    expect((await memberOf(registryOf, scan, leaver.account)).leftAt).toBeNull()
  })

  it('lets the successor write the specialism’s reviews, and the leaver no more', async () => {
    const { scanner, addPerson, scan, seat, leaver } = await inMidRound()
    const successor = await addPerson(['lead'])
    const review = `/reviews/${scan.slug}/monitor/cardiac-science`
    const text = { action: 'watch', serviceModel: 'In the community.' }
    await scanner.post(`/scans/${scan.slug}/panel/${seat.id}/hand-over`, { to: successor.account }).expect(201)

    await leaver.put(review, text, { 'If-None-Match': '*' }).expect(403)
    await successor.put(review, text, { 'If-None-Match': '*' }).expect(201)
  })

  it('gives the successor what is unanswered where items are shared out, withdrawn ones too', async () => {
    const registry = await createTestRegistry()
    const { scanner, given, addPerson } = registry
    const scan = await given.scan({ 'cardiac-science': 6 })
    for (let n = 0; n < 10; n++) await given.technology(`Technology ${n}`)
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(201)
    await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(200)
    const leaver = scan.leads['cardiac-science']![0]!
    const [first, second] = (await leaver.get('/my-answers').expect(200)).body.items[0].items
    await given.answer(leaver, round, first.technology, 'cardiac-science', { impact: 5 })
    await given.answer(leaver, round, second.technology, 'cardiac-science', { impact: 5 })
    await given.answer(leaver, round, second.technology, 'cardiac-science', { stance: 'withdrawn' })
    const successor = await addPerson(['lead'])
    const { id } = await memberOf(registry, scan, leaver.account)

    const path = `/scans/${scan.slug}/panel/${id}/hand-over`
    expect((await scanner.post(path, { to: successor.account }).expect(201)).body.items).toBe(4)

    const { items } = (await successor.get('/my-answers').expect(200)).body.items[0]
    const slugs = items.map((one: { technology: { slug: string } }) => one.technology.slug)
    expect(slugs).toHaveLength(4)
    expect(slugs).toContain(second.technology.slug)
    expect(slugs).not.toContain(first.technology.slug)
  })

  it('is no business of anybody else, nor of a seat elsewhere', async () => {
    const { scanner, given, leaver, seat, scan } = await inMidRound()
    const other = await given.scan({ genomics: 0 })
    await leaver.post(`/scans/${scan.slug}/panel/${seat.id}/hand-over`, {}).expect(403)
    await scanner.post(`/scans/${other.slug}/panel/${seat.id}/hand-over`, {}).expect(404)
  })
})
