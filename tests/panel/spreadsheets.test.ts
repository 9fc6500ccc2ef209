import { afterEach, describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre/xlsx'
import readXlsxFile from 'read-excel-file/node'
import { spreadsheets } from '../../api/contract/media.ts'
import { repacked, TooLarge } from '../../api/imports/reading/zip-reader.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'
import { zipOf } from '../support/zip.ts'

afterEach(closeTestRegistries)

const head = ['Name', 'Email', 'Specialisms']
const preview = (who: Visitor, scan: { slug: string }, bytes: Buffer | string, type: string = spreadsheets.csv) =>
  who
    .post(`/scans/${scan.slug}/panel/preview`)
    .set('Content-Type', type)
    .send(bytes as string)
const workbook = async (rows: string[][], more: object = {}) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'People', rows, ...more }] }))

const zeros = (name: string, bytes: number) => ({ name, content: Buffer.alloc(bytes) })

describe('POST /scans/{scan}/panel/preview', () => {
  it('reads CSV with commas or semicolons, with a byte order mark or without, and writes nothing', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 0, genomics: 0 })
    const csv = '\uFEFFName;Email;Specialisms\r\n"One; Ann";ann@example.org;"Cardiac science\nGenomics"\r\n'

    const { body } = await preview(scanner, scan, csv).expect(200)
    expect(body).toMatchObject({ total: 1, ready: 1, newAccounts: 1 })
    expect(body.rows[0]).toMatchObject({ row: 2, name: 'One; Ann', specialisms: ['cardiac-science', 'genomics'] })
    const commas = await preview(
      scanner,
      scan,
      'name,e-mail,specialism\nAnn One,ann@example.org,genomics;CARDIAC SCIENCE',
    ).expect(200)
    expect(commas.body.rows[0].errors).toEqual([])
    expect((await scanner.get(`/scans/${scan.slug}/panel`)).body.total).toBe(0)
  })

  it('reads the first sheet of a workbook that shows, with texts in place of numbers and formulas', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })
    const rows = [head, ['Ann One', 'ann@example.org', 'Genomics'], ['=1+1', 'bo@example.org', 'Genomics']]

    const { body } = await preview(scanner, scan, await workbook(rows), spreadsheets.xlsx).expect(200)
    expect(body.rows[0]).toMatchObject({ name: 'Ann One', errors: [] })
    expect(body.rows[1].errors[0].column).toBe('A (Name)')
  })

  it('says which column is missing, which row is wrong, and what cannot be read', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })
    const said = async (bytes: Buffer | string, type?: string) =>
      (await preview(scanner, scan, bytes, type).expect(422)).body.detail

    expect(await said('Name,Specialisms\nAnn,genomics')).toContain('no column headed Email address')
    expect(await said(Buffer.from([0x41, 0, 0x42, 0]))).toContain('The file is not text')
    expect(await said(Buffer.from([0xff, 0xfe, 0x41, 0]))).toContain('No headings were found')
    expect(await said('Name,Email\nAnn,a\nthe "old" Bob,b')).toContain(
      'cannot be read as CSV from row 3 (line 3 of the file) on',
    )
    expect(await said('no workbook at all', spreadsheets.xlsx)).toContain('cannot be read as an Excel workbook')
    expect(await said(zipOf([zeros('xl/workbook.xml', 10)]), spreadsheets.xlsx)).toContain('Excel workbook')
  })

  it('takes no other media type, no file over 2 MB, and nobody but the scan team', async () => {
    const { scanner, addPerson, nobody, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })

    await preview(scanner, scan, 'x', 'text/plain').expect(415)
    await preview(scanner, scan, 'x', 'text/csv; charset=utf-7').expect(415)
    await preview(scanner, scan, '{}', 'application/json').expect(415)
    await preview(scanner, scan, 'x'.repeat(2 * 1024 * 1024 + 1)).expect(413)
    await preview(scanner, scan, '').expect(422)
    await preview(await addPerson(['lead']), scan, 'x').expect(403)
    await preview(nobody, scan, 'x').expect(401)
  })

  it('stands up to a bomb, to a hundred thousand rows and to entities without end', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })
    const bomb = zipOf(Array.from({ length: 20 }, (_, n) => zeros(`xl/${n}.xml`, 40 * 1024 * 1024)))
    const many = `Name,Email,Specialisms\n${'a,b,c\n'.repeat(100_000)}`

    expect((await preview(scanner, scan, bomb, spreadsheets.xlsx).expect(422)).body.detail).toContain('50 MB')
    expect((await preview(scanner, scan, many).expect(422)).body.detail).toContain('100001 rows')
    await preview(scanner, scan, 'Name,Email,Specialisms\nAnn,ann@example.org,Genomics').expect(200)
  }, 60_000)
})

describe('a ZIP file packed anew', () => {
  it('holds at most what it may, whatever it declares', () => {
    expect(() => repacked(zipOf([zeros('a', 1001)]), 1000)).toThrow(TooLarge)
    expect(() => repacked(zipOf(Array.from({ length: 11 }, (_, n) => zeros(`${n}`, 100))), 1000)).toThrow(TooLarge)
    expect(() => repacked(zipOf([zeros('a', 1000)]), 1000)).not.toThrow()
    expect(() => repacked(Buffer.from('PK'), 1000)).toThrow('not a ZIP file')
  })
})

describe('the template', () => {
  it('comes as a workbook with the scan’s specialisms, and reads back without its example', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ genomics: 0 })

    const { body } = await scanner.get(`/scans/${scan.slug}/panel/template.xlsx`).responseType('blob').expect(200)
    const sheets = await readXlsxFile(body as Buffer)
    expect(JSON.stringify(sheets)).toContain('Email address')
    const filled = await preview(scanner, scan, body as Buffer, spreadsheets.xlsx).expect(200)
    expect(filled.body).toMatchObject({ total: 1, ready: 0 })
    const csv = await scanner.get(`/scans/${scan.slug}/panel/template.csv`).expect(200)
    expect(csv.text).toContain('Email address')
  })
})
