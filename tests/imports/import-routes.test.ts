import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import readXlsxFile from 'read-excel-file/node'
import { firstMisfit } from '../../api/audit/trail.ts'
import { spreadsheets } from '../../api/contract/media.ts'
import { auditTrail } from '../../db/audit.ts'
import { enter, look, lookedAt, signalRows, technologyRows } from '../support/importing.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const threeBad = {
  20: { Category: 'Time machines' },
  100: { TRL: '12', Specialisms: 'Cardiac science; Alchemy' },
  150: { Name: 'Technology 7' },
}

describe('a spreadsheet with 197 good rows and 3 bad ones', () => {
  it('becomes 197 technologies and three reasons', async () => {
    const { scanner } = await createTestRegistry()

    const found = await look(scanner, 'technologies', technologyRows(200, threeBad))
    expect(found).toMatchObject({
      state: 'checked',
      failure: '',
      counts: { rows: 200, good: 197, bad: 3, known: 0, problems: 4 },
    })
    expect((await scanner.get('/technologies')).body.total).toBe(0)

    const { body: bad } = await scanner.get(`/imports/${found.id}/rows`).expect(200)
    expect(bad.items.map(({ row }: { row: number }) => row)).toEqual([21, 101, 151])
    expect(bad.items[0].findings).toEqual([
      { column: 'C (Category)', found: 'Time machines', detail: 'The registry has no category “Time machines”.' },
    ])
    expect(bad.items[1].findings.map(({ detail }: { detail: string }) => detail)).toEqual([
      'Readiness must be at most 9.',
      'The registry has no specialism “Alchemy”.',
    ])
    expect(bad.items[2].findings[0].detail).toBe('Name is the same as in row 8.')

    const { body: done } = await enter(scanner, found).expect(200)
    expect(done).toMatchObject({ state: 'entered', counts: { good: 197, known: 0, bad: 3 } })
    expect((await scanner.get('/technologies')).body.total).toBe(197)
    const { body: one } = await scanner.get('/technologies/technology-5').expect(200)
    expect(one).toMatchObject({ readiness: 5, category: { slug: 'wearables-sensors' }, version: 1 })
    expect(one.evidence).toMatchObject([{ date: '2025-03-12', datePrecision: 'day', sourceTitle: 'A trial' }])
  })

  it('come back as a file with their number and the reasons, which can be corrected and sent again', async () => {
    const { scanner } = await createTestRegistry()
    const found = await look(scanner, 'technologies', technologyRows(6, { 2: { TRL: '12', Name: '=HYPERLINK("x")' } }))

    const csv = await scanner.get(`/imports/${found.id}/bad-rows.csv`).expect(200)
    expect(csv.headers['content-type']).toContain('text/csv')
    const [headings, row] = csv.text.split('\r\n')
    expect(headings).toMatch(/Name,Description,.*,Row,Reasons$/)
    expect(row).toContain(`"'=HYPERLINK(""x"")"`)
    expect(row).toMatch(/,3,E \(TRL\): Readiness must be at most 9\.$/)
    const { body } = await scanner.get(`/imports/${found.id}/bad-rows.xlsx`).responseType('blob').expect(200)
    expect((await readXlsxFile(body as Buffer)).flatMap(({ data }) => data).length).toBe(2)

    const corrected = await look(scanner, 'technologies', csv.text.replace(',12,', ',9,').replace("'=", ''))
    expect(corrected.counts).toMatchObject({ rows: 1, good: 1, bad: 0 })
    expect(corrected.columns.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual([
      'Row',
      'Reasons',
    ])
  })

  it('bring in nothing where all or none is asked for, and nothing of a row that was left out', async () => {
    const { scanner } = await createTestRegistry()
    const found = await look(scanner, 'technologies', technologyRows(5, { 5: { Description: '' } }))

    expect((await enter(scanner, found, true).expect(409)).body.detail).toContain('1 rows cannot be used')
    expect((await scanner.get('/technologies')).body.total).toBe(0)
    const present = (await scanner.get(`/imports/${found.id}`)).body
    await enter(scanner, present).expect(200)
    expect((await scanner.get('/technologies')).body.total).toBe(4)
  })
})

describe('the same file twice', () => {
  it.each(['technologies', 'signals'] as const)(
    'changes nothing: its %s are here already, and so is the file',
    async (kind) => {
      const { scanner, registry } = await createTestRegistry()
      const file = kind === 'technologies' ? technologyRows(12) : 'Title,Source,Record\nOne,Register,1\nTwo,,\n'
      const rows = kind === 'technologies' ? 12 : 2
      const first = await look(scanner, kind, file)
      await enter(scanner, first).expect(200)
      const before = await auditTrail(registry.read)

      const second = await look(scanner, kind, file)

      expect(second.counts).toMatchObject({ rows, good: 0, known: rows, differing: 0, bad: 0 })
      expect(second.earlier).toMatchObject({ id: first.id, enteredBy: 'scanner 1' })
      expect((await enter(scanner, second).expect(409)).body.detail).toBe('There is no new row to enter.')
      expect(await auditTrail(registry.read)).toEqual(before)
    },
  )

  it('says what a row that is here already says otherwise, and changes nothing', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Technology 1')
    const rows = technologyRows(2, { 1: { Name: 'TECHNOLOGY  1', Description: 'Something else' } })

    const found = await look(scanner, 'technologies', rows)

    expect(found.counts).toMatchObject({ good: 1, known: 1, differing: 1 })
    const { body } = await scanner.get(`/imports/${found.id}/rows?list=known`).expect(200)
    expect(body.items).toMatchObject([{ row: 2, here: 'technology-1', name: 'TECHNOLOGY  1' }])
    expect(body.items[0].findings.map(({ column }: { column: string }) => column)).toEqual([
      'B (Description)',
      'D (Specialisms)',
    ])
    await enter(scanner, found).expect(200)
    expect((await scanner.get('/technologies/technology-1')).body.description).toBe('What Technology 1 is.')
  })
})

describe('what somebody enters between the look and the press', () => {
  it('is left out, whether it came by hand or by another file', async () => {
    const { scanner, given } = await createTestRegistry()
    const [one, other] = [
      await look(scanner, 'technologies', technologyRows(5)),
      await look(scanner, 'technologies', technologyRows(7)),
    ]
    await given.technology('technology 3')

    const { body: first } = await enter(scanner, one).expect(200)
    const { body: second } = await enter(scanner, other).expect(200)

    expect([first.counts, second.counts]).toMatchObject([
      { good: 4, known: 1 },
      { good: 2, known: 5 },
    ])
    expect((await scanner.get('/technologies')).body.total).toBe(7)
  })

  it('may be the same file, pressed twice at once, and other writes at the same time: each is done once', async () => {
    const { scanner, given } = await createTestRegistry()
    const found = await look(scanner, 'signals', signalRows(2000))

    const pressed = await Promise.all([enter(scanner, found), enter(scanner, found), given.technology('By hand')])

    expect(
      pressed
        .slice(0, 2)
        .map((one) => (one as { status: number }).status)
        .sort(),
    ).toEqual([200, 409])
    expect((await scanner.get(`/imports/${found.id}`)).body).toMatchObject({ state: 'entered', counts: { good: 2000 } })
    await enter(scanner, found).expect(200)
    expect((await scanner.get('/signals?limit=1')).body.total).toBe(2000)
    expect((await scanner.get('/technologies')).body.total).toBe(1)
  })
})

describe('an import', () => {
  it('leaves one entry in the trail, with the file’s digest and the counts', async () => {
    const { scanner, registry } = await createTestRegistry()
    const file = technologyRows(3, { 2: { Category: '' } })
    const found = await look(scanner, 'technologies', file)
    await enter(scanner, found).expect(200)

    const trail = await auditTrail(registry.read)
    expect(firstMisfit(trail)).toBeUndefined()
    expect(trail.at(-1)).toMatchObject({
      action: 'import.enter',
      actor: scanner.account,
      objectId: found.id,
      details: {
        kind: 'technologies',
        fileName: 'list.csv',
        fileDigest: createHash('sha256').update(file).digest('hex'),
        entered: 2,
        known: 0,
        bad: 1,
      },
    })
  })

  it('is checked again by what somebody says of its columns', async () => {
    const { scanner } = await createTestRegistry()
    const found = await look(scanner, 'signals', 'Überschrift,Notes\nOne,Something\n')
    expect(found).toMatchObject({ state: 'checked', missing: ['Title'], counts: { rows: 0 } })
    const choose = (fields: (string | null)[], tag: string) =>
      scanner.put(`/imports/${found.id}/columns`, { fields }, { 'If-Match': tag })

    expect((await scanner.get(`/imports/${found.id}/bad-rows.csv`).expect(200)).text).toContain('Row,Reasons')
    await choose(['title'], '"1"').expect(422)
    await choose(['title', 'colour'], '"1"').expect(422)
    await choose(['title', 'title'], '"1"').expect(422)
    await choose(['title', 'text'], '"7"').expect(412)
    await scanner.put(`/imports/${found.id}/columns`, { fields: ['title', 'text'] }).expect(428)
    await choose(['title', 'text'], '"1"').expect(200)

    const again = await lookedAt(scanner, found.id)
    expect(again).toMatchObject({ missing: [], version: 2, counts: { rows: 1, good: 1 } })
    await enter(scanner, found).expect(412)
    await enter(scanner, again).expect(200)
    expect((await scanner.get('/signals')).body.items[0]).toMatchObject({
      title: 'One',
      text: 'Something',
      origin: 'import',
    })
  })

  it('is for the scan team: an admin reads it, and nobody else knows of it', async () => {
    const { scanner, addPerson, nobody } = await createTestRegistry()
    const found = await look(scanner, 'signals', 'Title\nOne\n')
    const [admin, lead, board] = [await addPerson(['admin']), await addPerson(['lead']), await addPerson(['board'])]

    expect((await admin.get(`/imports/${found.id}`).expect(200)).body.fileName).toBe('list.csv')
    await enter(admin, found).expect(403)
    await admin.delete(`/imports/${found.id}`).set('If-Match', '*').expect(403)
    await admin.post('/imports?kind=signals&name=a.csv').set('Content-Type', spreadsheets.csv).send('Title').expect(403)
    await scanner
      .post('/imports?kind=ratings&name=a.csv')
      .set('Content-Type', spreadsheets.csv)
      .send('Title')
      .expect(403)
    for (const one of [lead, board]) {
      await one.get(`/imports/${found.id}`).expect(403)
      await one.get('/imports').expect(403)
      await one.get(`/imports/${found.id}/bad-rows.csv`).expect(403)
    }
    await nobody.get(`/imports/${found.id}`).expect(401)
  })

  it('is forgotten when it is discarded, and listed once it was entered', async () => {
    const { scanner } = await createTestRegistry()
    const [kept, gone] = [
      await look(scanner, 'signals', 'Title\nOne\n'),
      await look(scanner, 'signals', 'Title\nTwo\n'),
    ]
    await enter(scanner, kept).expect(200)

    await scanner.delete(`/imports/${gone.id}`).expect(428)
    await scanner.delete(`/imports/${gone.id}`).set('If-Match', '"1"').expect(204)

    await scanner.get(`/imports/${gone.id}`).expect(404)
    await enter(scanner, gone).expect(404)
    const { body } = await scanner.get('/imports').expect(200)
    expect(body).toMatchObject({ total: 1, items: [{ id: kept.id, state: 'entered' }] })
  })

  it('takes HTML, scripts and formulas for text, and refuses what no text may hold', async () => {
    const { scanner } = await createTestRegistry()
    const rows = [
      'Title,Web address',
      '<script>alert(1)</script>,https://example.org',
      '"=1+1",javascript:alert(1)',
      '"bell\u0007",',
    ]

    const found = await look(scanner, 'signals', rows.join('\n'))

    const { body } = await scanner.get(`/imports/${found.id}/rows`).expect(200)
    expect(
      body.items.map(({ row, findings }: { row: number; findings: { detail: string }[] }) => [
        row,
        findings[0]!.detail,
      ]),
    ).toEqual([
      [3, 'Web address must be an address that begins with http:// or https://.'],
      [4, 'Title must not hold control characters.'],
    ])
    await enter(scanner, found).expect(200)
    expect((await scanner.get('/signals')).body.items[0].title).toBe('<script>alert(1)</script>')
  })

  it('begins with a list to fill in, which brings nothing by itself', async () => {
    const { scanner } = await createTestRegistry()
    const { body } = await scanner.get('/imports/templates/technologies/template.xlsx').responseType('blob').expect(200)
    expect(JSON.stringify(await readXlsxFile(body as Buffer))).toContain('Wearables and sensors')

    const found = await look(scanner, 'technologies', body as Buffer, { name: 'a.xlsx', type: spreadsheets.xlsx })
    expect(found).toMatchObject({ missing: [], counts: { rows: 0 } })
    expect(found.columns.every(({ field }) => field !== null)).toBe(true)
    const csv = (await scanner.get('/imports/templates/signals/template.csv').expect(200)).text
    expect((await look(scanner, 'signals', csv)).columns.map(({ field }) => field)).toContain('record')
    expect((await scanner.get('/imports/templates/ratings/template.csv').expect(200)).text).toContain('Panel member')
  })
})
