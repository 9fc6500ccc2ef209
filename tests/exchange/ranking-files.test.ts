import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { RankingFile } from '../../api/contract/exchange.ts'
import { bytesOf, formulasIn } from '../support/files.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const hostile = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)', '＝1+1']

async function ranked(names: readonly string[]) {
  const registry = await createTestRegistry()
  const answers = Object.fromEntries(names.map((name, i) => [name, { impact: 9 - i }]))
  return { ...registry, ...(await registry.given.closedRound(answers)) }
}

describe('the ranking as a file', () => {
  it('holds all rows of the list as filtered and sorted, with a name that says what it is', async () => {
    const { scanner, scan } = await ranked(['Robot monitor', 'Patch', 'Monitor'])

    const { text, headers } = await scanner.get('/ranking.csv?q=monitor&sort=name').expect(200)

    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    expect(rows.map((row) => row.Technology)).toEqual(['Monitor', 'Robot monitor'])
    expect(rows[0]).toMatchObject({
      Place: '3',
      'Could be from': '',
      'Panel members': '3',
      'Mean impact (0 to 9)': '7',
    })
    expect(headers['content-disposition']).toContain(`filename=ranking-${scan.slug}.csv`)
  })

  it('adds up: the points of a row are its change score', async () => {
    const { scanner } = await ranked(['Monitor', 'Patch'])

    const rows: Record<string, string>[] = parse((await scanner.get('/ranking.csv')).text, { columns: true, bom: true })

    for (const row of rows) {
      const points = Object.entries(row).filter(([heading]) => heading.startsWith('Points for'))
      expect(points.reduce((sum, [, value]) => sum + Number(value), 0)).toBeCloseTo(
        Number(row['Change score (0 to 100)']),
        1,
      )
    }
  })

  it('is a workbook with a sheet a list, and one that says what the figures are and are not', async () => {
    const { scanner } = await ranked(['Monitor'])

    const sheets = await readXlsx(await bytesOf(scanner.get('/ranking.xlsx?lens=specialism:cardiac-science')))

    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Ranked',
      'Awaiting answers',
      'Already here',
      'Judged not to affect',
      'About these figures',
    ])
    const about = Object.fromEntries(sheets[4]!.data as [string, string][])
    expect(about['What this is not']).toMatch(/not a recommendation to buy, nor a measure of patient benefit or cost/)
    expect(about['Not an edition']).toMatch(/^Working draft. Round 1, closed on /)
    expect(about['Who answered']).toMatch(/^3 of 3 panel members answered/)
    expect(about['Shown for']).toBe('Cardiac science')
  })

  it('is JSON in the words of the interface, with the same said of it', async () => {
    const { scanner } = await ranked(['Monitor', 'Patch'])

    const { about, ranking, certainty, edition }: RankingFile = (
      await scanner.get('/ranking.json?category=wearables-sensors').expect(200)
    ).body

    expect(ranking.items.map(({ name }) => name)).toEqual(['Monitor', 'Patch'])
    expect({ edition, next: ranking.nextCursor }).toEqual({ edition: null, next: null })
    expect(certainty).toMatchObject({ people: 3, items: [] })
    expect(about).toContainEqual({ label: 'Only of categories', text: 'Wearables and sensors' })
  })

  it('takes no weights, since a file made with others would be nobody’s result', async () => {
    const { scanner } = await ranked(['Monitor'])
    const weights = 'weights=impact:10000,reach:0,imminence:0,readiness:0'

    for (const ending of ['csv', 'xlsx', 'json']) {
      const { body } = await scanner.get(`/ranking.${ending}?${weights}`).expect(422)
      expect(body.errors[0]).toMatchObject({ parameter: 'weights' })
    }
  })

  it('says on a demonstration that the answers are made up', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const { about }: RankingFile = (await scanner.get('/ranking.json')).body
    expect(about.find(({ label }) => label === 'Demonstration')?.text).toMatch(/made up/)
  })
})

describe('a name that begins like a formula', () => {
  it('is text in CSV', async () => {
    const { scanner } = await ranked(hostile)
    const rows: Record<string, string>[] = parse((await scanner.get('/ranking.csv')).text, { columns: true, bom: true })
    expect(rows.map((row) => row.Technology)).toEqual(hostile.map((name) => `'${name}`))
  })

  it('is text in a workbook, as it was entered, and stays text when edited', async () => {
    const { scanner } = await ranked(hostile)
    const bytes = await bytesOf(scanner.get('/ranking.xlsx'))
    const sheet = (await readXlsx(bytes))[0]!.data
    expect(sheet.slice(1).map((row) => row[4])).toEqual(hostile)
    expect(formulasIn(bytes)).toEqual([])
  })

  it('is text in JSON', async () => {
    const { scanner } = await ranked(hostile)
    const { body, headers }: { body: RankingFile; headers: Record<string, string> } = await scanner.get('/ranking.json')
    expect(body.ranking.items.map(({ name }) => name)).toEqual(hostile)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})
