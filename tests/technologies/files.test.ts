import { afterEach, describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre/xlsx'
import { cleanName } from '../../api/technologies/files/name.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = async () =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'A', columns: [{ key: 'a', header: 'a' }], data: [{ a: 1 }] }] }))

async function withEvidence() {
  const registry = await createTestRegistry()
  const technology = await registry.given.technology('Monitor')
  const path = `/technologies/monitor/evidence/${technology.evidence[0]!.id}/files`
  const attach = (content: Buffer, type: string, name = 'paper.pdf', who = registry.scanner) =>
    who
      .post(`${path}?name=${encodeURIComponent(name)}`)
      .set('Content-Type', type)
      .send(content)
  return { ...registry, technology, path, attach }
}

describe('a file attached to evidence', () => {
  it('is kept with its digest and given back byte for byte, to keep and not to open', async () => {
    const { attach, scanner, path } = await withEvidence()

    const { body, headers } = await attach(pdf, 'application/pdf').expect(201)

    expect(body).toMatchObject({ name: 'paper.pdf', size: pdf.length, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(headers.location).toBe(`/api/v1${path}/${body.id}`)
    const file = await scanner.get(`${path}/${body.id}`).buffer(true).expect(200)
    expect(Buffer.compare(file.body, pdf)).toBe(0)
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=paper.pdf',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*; sandbox$/),
      'x-content-type-options': 'nosniff',
    })
    expect((await scanner.get('/technologies/monitor')).body.files).toEqual([body])
  })

  it.each([
    ['a page as a picture', html, 'image/png'],
    ['a page as a PDF', html, 'application/pdf'],
    ['a picture as a PDF', png, 'application/pdf'],
    ['a PDF as text', pdf, 'text/plain'],
    ['a program as text', Buffer.from([0x4d, 0x5a, 0, 1, 2]), 'text/csv'],
    ['text as a workbook', Buffer.from('a,b'), xlsx],
    ['an empty ZIP file as a workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(30)]), xlsx],
    ['nothing', Buffer.alloc(0), 'application/pdf'],
  ])('is refused if it is %s', async (_, content, type) => {
    const { attach, scanner } = await withEvidence()

    const { body } = await attach(content, type).expect(422)

    expect(body.detail).toMatch(/not what it is said to be|Uint8Array|body/)
    expect((await scanner.get('/technologies/monitor')).body).toMatchObject({ files: [], version: 1 })
  })

  it('may be a workbook, but not one as a document, nor one with macros', async () => {
    const { attach } = await withEvidence()
    const workbook = await sheet()
    const withMacros = Buffer.from(workbook.toString('latin1').replaceAll('xl/styles.xml', 'xl/vbaProjec'), 'latin1')

    await attach(workbook, xlsx, 'a.xlsx').expect(201)
    await attach(workbook, docx, 'a.docx').expect(422)
    await attach(withMacros, xlsx, 'b.xlsx').expect(422)
  })

  it.each(['text/html', 'image/svg+xml', 'application/javascript', 'application/zip', 'image/gif', ''])(
    'is of no other media type: "%s"',
    async (type) => {
      const { attach } = await withEvidence()

      await attach(html, type).expect(415)
    },
  )

  it('is at most 10 MB', async () => {
    const { attach, scanner } = await withEvidence()
    const most = Buffer.concat([pdf, Buffer.alloc(10_000_000 - pdf.length, 0x20)])

    await attach(Buffer.concat([most, Buffer.from(' ')]), 'application/pdf').expect(413)
    await attach(most, 'application/pdf').expect(201)
    expect((await scanner.get('/technologies/monitor')).body.files).toHaveLength(1)
  })

  it('is attached once, and at most 20 are', async () => {
    const { attach } = await withEvidence()
    await attach(pdf, 'application/pdf').expect(201)
    expect((await attach(pdf, 'application/pdf', 'again.pdf').expect(409)).body.detail).toContain('"paper.pdf"')
    for (let n = 1; n < 20; n++) await attach(Buffer.from(`Text ${n}`), 'text/plain', `${n}.txt`).expect(201)

    await attach(Buffer.from('One more'), 'text/plain', 'more.txt').expect(409)
  })

  it('is attached once by a request that is repeated with its key, and the key is good for no other file', async () => {
    const { attach } = await withEvidence()
    const send = (content: Buffer) => attach(content, 'application/pdf').set('Idempotency-Key', 'a-key')

    const first = await send(pdf).expect(201)
    const again = await send(pdf).expect(201)

    expect(again.body).toEqual(first.body)
    expect((await send(Buffer.concat([pdf, pdf])).expect(422)).body.type).toMatch(/key-reused/)
  })

  it('needs a name, and a piece of evidence of this technology', async () => {
    const { attach, scanner, path, given } = await withEvidence()
    await given.technology('Other')

    await attach(pdf, 'application/pdf', '').expect(422)
    await attach(pdf, 'application/pdf', 'line\nbreak.pdf').expect(422)
    const elsewhere = path.replace('monitor', 'other')
    await scanner.post(`${elsewhere}?name=a.pdf`).set('Content-Type', 'application/pdf').send(pdf).expect(404)
    await scanner.get(`${path}/nothing`).expect(404)
  })

  it('is seen by whoever may see the evidence, and attached by the scan team alone', async () => {
    const { attach, given, technology, path, addPerson, scanner, nobody } = await withEvidence()
    const { body: file } = await attach(pdf, 'application/pdf').expect(201)
    const scan = await given.scan()
    const lead = scan.leads['cardiac-science']![0]!
    await lead.get(`${path}/${file.id}`).expect(404)
    await given.openRound(scan, [technology])

    await lead.get(`${path}/${file.id}`).expect(200)
    for (const who of [lead, await addPerson(['board']), await addPerson(['admin'])])
      await attach(png, 'image/png', 'a.png', who).expect(403)
    await nobody.get(`${path}/${file.id}`).expect(401)
    await lead.put(`${path}/${file.id}/archive`, { archived: true }).expect(403)
    await scanner.put(`${path}/${file.id}/archive`, { archived: true }).expect(200)
    await lead.get(`${path}/${file.id}`).expect(404)
    expect((await lead.get('/technologies/monitor')).body.files).toEqual([])
    await scanner.get(`${path}/${file.id}`).expect(200)
    await scanner.put(`${path}/${file.id}/archive`, { archived: false }).expect(200)
    await lead.get(`${path}/${file.id}`).expect(200)
    const evidence = path.replace('/files', '/archive')
    await scanner.put(evidence, { archived: true }, { 'If-Match': '*' }).expect(200)
    await lead.get(`${path}/${file.id}`).expect(404)
  })
})

describe('the name of a file', () => {
  it.each([
    ['paper.pdf', 'paper.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ada\\Plan.PDF', 'Plan.pdf'],
    ['invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
    ['a"; filename="evil.html', 'a filename=evil.html.pdf'],
    ['line\r\nSet-Cookie: x=1.pdf', 'lineSet-Cookie x=1.pdf'],
    ['\u202efdp.exe', 'fdp.exe.pdf'],
    ['...hidden', 'hidden.pdf'],
    ['   ', 'file.pdf'],
    ['/', 'file.pdf'],
    ['Übersicht – 2026.pdf', 'Übersicht – 2026.pdf'],
    ['心臓.pdf', '心臓.pdf'],
    ['x'.repeat(300), `${'x'.repeat(116)}.pdf`],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanName(name, 'application/pdf')).toBe(kept)
  })

  it('goes through the head of an answer whole', async () => {
    const { attach, scanner, path } = await withEvidence()
    const { body } = await attach(pdf, 'application/pdf', 'Übersicht "1".pdf').expect(201)

    const { headers } = await scanner.get(`${path}/${body.id}`).expect(200)

    expect(headers['content-disposition']).toContain("filename*=UTF-8''%C3%9Cbersicht%201.pdf")
  })
})
