import { afterEach, describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre/xlsx'
import { spreadsheets } from '../../api/contract/media.ts'
import { look } from '../support/importing.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'
import { zipOf } from '../support/zip.ts'

afterEach(closeTestRegistries)

const workbookType = { name: 'list.xlsx', type: spreadsheets.xlsx }
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\x92'), 'latin1')

const list = 'Title,Organisation\r\n"Zoë, Müller’s valve",Société\r\n'

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(list), 'Read as UTF-8.'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${list}`), 'Read as UTF-8.'],
    ['UTF-16 with a mark', utf16(list), 'Read as UTF-16.'],
    ['UTF-16, the other way round', utf16(list).swap16(), 'Read as UTF-16.'],
    ['Windows-1252', windows1252(list), 'Windows-1252'],
    ['semicolons', Buffer.from(list.replace(',Org', ';Org').replace('",S', '";S')), 'between semicolons'],
    ['tabs', Buffer.from(list.replace(',Org', '\tOrg').replace('",S', '"\tS')), 'between tabs'],
    ['line feeds alone', Buffer.from(list.replaceAll('\r\n', '\n')), 'Read as UTF-8.'],
  ])('in %s is read, and the page says how', async (_name, file, note) => {
    const { scanner } = await createTestRegistry()

    const found = await look(scanner, 'signals', file)

    expect(found.notes.join(' ')).toContain(note)
    expect(found).toMatchObject({ state: 'checked', counts: { rows: 1, good: 1 } })
    expect(found.columns.map(({ heading, field, samples }) => [heading, field, samples[0]])).toEqual([
      ['Title', 'title', 'Zoë, Müller’s valve'],
      ['Organisation', 'organisation', 'Société'],
    ])
  })

  it('may hold line breaks in quotation marks, empty rows, and a title above its headings', async () => {
    const { scanner } = await createTestRegistry()

    const found = await look(scanner, 'signals', 'Our list\n\nTitle,Text\nOne,"two\nlines"\n\nTwo,\n')

    expect(found).toMatchObject({ headingRow: 3, counts: { rows: 2, good: 2 } })
    expect(found.columns[1]?.samples[0]).toBe('two\nlines')
  })

  it.each([
    ['an unclosed quotation mark', 'Title\nOne\n"Two\nThree', 'from row 3 (line 3 of the file) on: a quotation mark'],
    ['one that stands alone', 'Title\n"Two\nlines"\nsaid "so"', 'from row 3 (line 4 of the file) on: look for'],
    [
      'a cell of 50 MB',
      `Title\nOne\n${'x'.repeat(50_000_000)}\n`,
      'from row 3 (line 3 of the file) on: that row holds more than 1 MB',
    ],
    ['bytes that are no text', Buffer.from([0x54, 0, 1, 2, 0, 3]), 'The file is not text.'],
    ['a workbook by the wrong name', Buffer.from('PK\x03\x04\0\0\0'), 'The file is not text.'],
  ])('with %s is refused, and says where', async (_name, file, said) => {
    const { scanner } = await createTestRegistry()

    const found = await look(scanner, 'signals', file)

    expect(found).toMatchObject({ state: 'failed' })
    expect(found.failure).toContain(said)
    await scanner.get(`/imports/${found.id}/rows`).expect(409)
  })

  it('that is empty or too large is refused as it comes', async () => {
    const { scanner } = await createTestRegistry()
    const send = () => scanner.post('/imports?kind=signals&name=a.csv').set('Content-Type', spreadsheets.csv)

    await send().send('').expect(422)
    await send().set('Content-Length', '200000001').send('Title').expect(413)
    await scanner.post('/imports?kind=signals&name=a.csv').set('Content-Type', 'text/html').send('Title').expect(415)
    await scanner
      .post('/imports?kind=people&name=a.csv')
      .set('Content-Type', spreadsheets.csv)
      .send('Title')
      .expect(422)
  })
})

const sheet = (rows: unknown[][], more: object = {}) => ({ name: 'List', rows: rows as string[][], ...more })
const workbook = async (sheets: object[], more: object = {}) =>
  Buffer.from(await writeXlsx({ sheets: sheets as never, ...more }))

describe('a workbook', () => {
  it.each(['1900', '1904'] as const)(
    'gives days of its calendar from %s as days, also where they stand as numbers',
    async (dateSystem) => {
      const { scanner } = await createTestRegistry()
      const serial = dateSystem === '1900' ? 46093 : 46093 - 1462
      const rows = [
        ['Title', 'Date'],
        ['As a date', new Date('2026-03-12T00:00:00Z')],
        ['As a number', serial],
        ['As a text', '12 March 2026'],
      ]
      const found = await look(scanner, 'signals', await workbook([sheet(rows)], { dateSystem }), workbookType)

      expect(found).toMatchObject({ state: 'checked', counts: { good: 3 } })
      await scanner.post(`/imports/${found.id}/enter`, {}).set('If-Match', `"${found.version}"`).expect(200)
      const again = await look(scanner, 'signals', 'Title,Date\nSomething else,2026-03-12')
      expect(again.counts.good).toBe(1)
    },
  )

  it('is read from the first sheet that shows, and says so', async () => {
    const { scanner } = await createTestRegistry()
    const file = await workbook([sheet([['x']], { name: 'Old', hidden: true }), sheet([['Title'], ['One']])])

    const found = await look(scanner, 'signals', file, workbookType)

    expect(found).toMatchObject({
      counts: { rows: 1 },
      notes: ['Read from the sheet “List”. Hidden sheets are not read.'],
    })
  })

  it('that is a bomb, has entities without end or a million empty rows, is refused or read in bounded time', async () => {
    const { scanner } = await createTestRegistry()
    const bomb = zipOf(
      Array.from({ length: 20 }, (_, n) => ({ name: `xl/${n}.xml`, content: Buffer.alloc(40_000_000) })),
    )
    const start = performance.now()

    expect((await look(scanner, 'signals', bomb, workbookType)).failure).toContain('more than 50 MB once unpacked')
    const entities = await withSheet(
      `<!DOCTYPE x [${entity}]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Title</t></is></c></row><row r="2"><c t="inlineStr"><is><t>&e9;</t></is></c></row></sheetData></worksheet>`,
    )
    const expanded = await look(scanner, 'signals', entities, workbookType)
    expect([expanded.state, expanded.counts.rows]).not.toEqual(['checked', 1_000_000])
    const empty = await withSheet(
      `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Title</t></is></c></row>${Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 2}"/>`).join('')}</sheetData></worksheet>`,
    )
    expect(await look(scanner, 'signals', empty, workbookType)).toMatchObject({ state: 'checked', counts: { rows: 0 } })
    expect(performance.now() - start).toBeLessThan(60_000)
  }, 90_000)
})

const entity = Array.from(
  { length: 10 },
  (_, n) => `<!ENTITY e${n} "${n === 0 ? 'ha' : `&e${n - 1};`.repeat(10)}">`,
).join('')

/** A workbook whose only sheet is this. */
async function withSheet(xml: string): Promise<Buffer> {
  const text = (content: string) => Buffer.from(`<?xml version="1.0"?>${content}`)
  const office = 'http://schemas.openxmlformats.org'
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: text(
        `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      content: text(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: text(
        `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: text(
        `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: text(xml) },
  ])
}
