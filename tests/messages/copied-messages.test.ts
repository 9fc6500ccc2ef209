import { afterEach, describe, expect, it } from '@jest/globals'
import readXlsxFile from 'read-excel-file/node'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function withMessages() {
  const registry = await createTestRegistry()
  const { scanner, given } = registry
  const scan = await given.scan({ genomics: 0 })
  const rows = [{ name: '=HYPERLINK("x")', email: 'ann@example.org', specialisms: ['genomics'] }]
  await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)
  const path = `/scans/${scan.slug}/messages`
  await scanner.post(path, { kind: 'invitation', to: 'not-invited-yet' }).expect(201)
  return { ...registry, scan, path }
}

describe('without a mail server', () => {
  it('shows the texts to copy, each time with a fresh link, and keeps none of them', async () => {
    const { scanner, path, registry } = await withMessages()
    const render = async () =>
      (await scanner.post(`${path}/rendered`, {}).set('Idempotency-Key', 'one').expect(200)).body.items

    const [first] = await render()
    const [second] = await render()

    expect(first).toMatchObject({ email: 'ann@example.org', subject: expect.stringContaining('Invitation') })
    const links = [first, second].map(({ text }) => /\/welcome#([\w-]{43})/.exec(text)![1]!)
    expect(links[0]).not.toBe(links[1])
    expect(JSON.stringify(await auditTrail(registry.read))).not.toMatch(new RegExp(links.join('|')))
    expect(JSON.stringify((await scanner.get(path)).body)).not.toMatch(/example\.org|welcome/)
  })

  it('makes a mail-merge file in which no name is a formula', async () => {
    const { scanner, path } = await withMessages()
    const csv = await scanner.post(`${path}/merge.csv`, {}).expect(200)
    expect(csv.text.split('\r\n')[1]).toMatch(/^"?'=HYPERLINK/)
    const { body } = await scanner.post(`${path}/merge.xlsx`, {}).responseType('blob').expect(200)
    expect(JSON.stringify(await readXlsxFile(body as Buffer))).toContain('=HYPERLINK')
  })

  it('marks as sent what was copied, and lets it be copied again', async () => {
    const { scanner, path } = await withMessages()
    const [message] = (await scanner.get(path)).body.items
    const ids = { messages: [message.id] }

    expect((await scanner.post(`${path}/sent`, ids).expect(200)).body).toEqual({ changed: 1 })
    await scanner.post(`${path}/sent`, ids).expect(409)
    expect((await scanner.post(`${path}/rendered`, {}).expect(200)).body.items).toEqual([])
    await scanner.post(`${path}/again`, ids).expect(200)
    expect((await scanner.post(`${path}/rendered`, {}).expect(200)).body.items).toHaveLength(1)
  })

  it('throws away what was written by mistake, never what was sent', async () => {
    const { scanner, path, registry } = await withMessages()
    const [message] = (await scanner.get(path)).body.items
    const ids = { messages: [message.id] }

    await scanner.post(`${path}/discarded`, ids).expect(200, { changed: 1 })
    await scanner.post(`${path}/discarded`, ids).expect(409)
    expect((await scanner.get(path)).body).toMatchObject({ total: 0, recipients: { 'not-invited-yet': 1 } })
    expect((await auditTrail(registry.read)).at(-1)).toMatchObject({ action: 'messages.discard' })

    await scanner.post(path, { kind: 'invitation', to: 'all' }).expect(201)
    const [second] = (await scanner.get(path)).body.items
    await scanner.post(`${path}/sent`, { messages: [second.id] }).expect(200)
    await scanner.post(`${path}/discarded`, { messages: [second.id] }).expect(409)
  })

  it('counts nobody who takes part already as not invited', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 2 })
    const { body } = await scanner.get(`/scans/${scan.slug}/messages`)
    expect(body.recipients).toMatchObject({ all: 2, 'not-invited-yet': 0 })
  })

  it('is the scan team’s alone; an administrator reads the states', async () => {
    const { addPerson, path } = await withMessages()
    const [admin, lead, board] = [await addPerson(['admin']), await addPerson(['lead']), await addPerson(['board'])]
    await admin.get(path).expect(200)
    await admin.post(`${path}/rendered`, {}).expect(403)
    for (const one of [lead, board]) await one.get(path).expect(403)
  })
})
