import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const path = '/technologies/monitor/notes'

describe('notes of the scan team', () => {
  it('are written, read by scan team and admin, and withdrawn by who wrote them', async () => {
    const { scanner, addPerson, given } = await createTestRegistry()
    await given.technology('Monitor')
    const [other, admin] = [await addPerson(['scanner']), await addPerson(['admin'])]

    const { body: first } = await scanner.post(path, { text: 'Ask its maker.' }).expect(201)
    const { body: second } = await other.post(path, { text: 'They answered.\nNo.' }).expect(201)

    expect((await scanner.get(path).expect(200)).body.items).toMatchObject([
      { id: second.id, text: 'They answered.\nNo.', mine: false, by: expect.stringMatching(/scanner/) },
      { id: first.id, mine: true },
    ])
    expect((await admin.get(path).expect(200)).body.items).toMatchObject([{ mine: false }, { mine: false }])
    await scanner.delete(`${path}/${second.id}`).expect(403)
    await admin.delete(`${path}/${second.id}`).expect(403)
    await scanner.delete(`${path}/${first.id}`).expect(204)
    await scanner.delete(`${path}/${first.id}`).expect(204)
    expect((await scanner.get(path)).body).toMatchObject({ total: 1, items: [{ id: second.id }] })
  })

  it('are nobody else’s, and their text is in no trail, technology or edition', async () => {
    const { scanner, given, addPerson, registry, nobody } = await createTestRegistry()
    const asked = await given.technology('Monitor')
    const scan = await given.scan()
    await given.openRound(scan, [asked])
    await scanner.post(path, { text: 'Quokkas.' }).expect(201)

    for (const who of [scan.leads['cardiac-science']![0]!, await addPerson(['board'])]) {
      await who.get(path).expect(403)
      await who.post(path, { text: 'Mine.' }).expect(403)
    }
    await nobody.get(path).expect(401)
    expect(JSON.stringify(await auditTrail(registry.read))).not.toContain('Quokkas')
    expect((await scanner.get('/technologies/monitor')).text).not.toContain('Quokkas')
    expect((await scanner.get('/technologies/monitor/changes')).text).not.toContain('Quokkas')
  })

  it.each([[{}], [{ text: '' }], [{ text: 'x'.repeat(2001) }], [{ text: 'a\u0000b' }], [{ text: 'a', more: 1 }]])(
    'refuses %j',
    async (request) => {
      const { scanner, given } = await createTestRegistry()
      await given.technology('Monitor')

      await scanner.post(path, request).expect(422)
    },
  )

  it('belong to a technology', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    await given.technology('Other')
    const { body } = await scanner.post(path, { text: 'A note.' }).expect(201)

    await scanner.delete(`/technologies/other/notes/${body.id}`).expect(404)
    await scanner.get('/technologies/nothing/notes').expect(404)
  })
})

describe('what panel members say is out of date', () => {
  it('is shown to the scan team until somebody has looked at it', async () => {
    const { scanner, given } = await createTestRegistry()
    const asked = await given.technology('Monitor')
    await given.technology('Other')
    const scan = await given.scan()
    await given.openRound(scan, [asked])
    const lead = scan.leads['cardiac-science']![0]!
    const notice = { title: 'Monitor', technology: 'monitor', text: 'It was approved in May.' }
    const { body: signal } = await lead.post('/signals', notice).expect(201)

    const { body } = await scanner.get('/technologies/monitor/notices').expect(200)

    expect(body.items).toMatchObject([{ id: signal.id, text: 'It was approved in May.' }])
    expect((await scanner.get('/technologies/other/notices')).body.total).toBe(0)
    await lead.get('/technologies/monitor/notices').expect(403)
  })
})
