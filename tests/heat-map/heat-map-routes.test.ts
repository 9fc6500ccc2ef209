import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { Response } from 'supertest'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { ShortAnswer } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const impact = (value: number): ShortAnswer => ({ impact: value })
const no: ShortAnswer = { stance: 'not-affected' }
const cannotJudge: ShortAnswer = { stance: 'cannot-judge' }

/** By technology, then specialism: the answers of as many of its panel members. */
type Answers = Record<string, Record<string, ShortAnswer[]>>

/** One closed round over five specialisms, four panel members each. */
async function closedRound(answers: Answers, changes: object = {}) {
  const registry = await createTestRegistry()
  const { given } = registry
  const sizes = { 'cardiac-science': 4, audiology: 4, genomics: 4, histopathology: 4, neurophysiology: 4 }
  const scan = await given.scan(sizes, changes)
  const technologies = []
  for (const [name, asked] of Object.entries(answers))
    technologies.push(await given.technology(name, { specialisms: Object.keys(asked) }))
  const round = await given.openRound(scan, technologies)
  for (const technology of technologies)
    for (const [specialism, given_] of Object.entries(answers[technology.name]!))
      for (const [i, answer] of given_.entries())
        await given.answer(scan.leads[specialism]![i]!, round, technology, specialism, answer)
  await given.closeRound(round)
  return { ...registry, scan, round, technologies }
}

async function mapFor(visitor: Visitor, query = ''): Promise<HeatMap> {
  return (await visitor.get(`/heat-map${query}`).expect(200)).body
}

/** A technology's cells by specialism, without their columns. */
function cellsOf(map: HeatMap, name: string) {
  const row = map.rows.find((one) => one.name === name)!
  return Object.fromEntries(row.cells.map(([column, ...figures]) => [map.columns[column]!.slug, figures]))
}

const pacemaker = {
  Pacemaker: {
    'cardiac-science': [impact(9), impact(8), impact(8)],
    audiology: [no, no, no, cannotJudge],
    genomics: [],
    histopathology: [impact(2), impact(9)],
    neurophysiology: [impact(5), impact(6), impact(7), impact(7)],
  },
}

describe('GET /heat-map', () => {
  it('tells a mean, a real zero, no answer, and what is hidden from one another', async () => {
    const { scanner } = await closedRound({ ...pacemaker, Monitor: { audiology: [impact(3), impact(4), impact(4)] } })

    const map = await mapFor(scanner)

    // [mean impact, answers, can't judge, invited]. Histopathology has two; cardiac science is hidden with it, as the
    // smallest whose impact would otherwise give away that of the two.
    expect(cellsOf(map, 'Pacemaker')).toEqual({
      'cardiac-science': [null, null, null, 4],
      audiology: [0, 3, 1, 4],
      genomics: [null, 0, 0, 4],
      histopathology: [null, null, null, 4],
      neurophysiology: [6.3, 4, 0, 4],
    })
    expect(cellsOf(map, 'Monitor')).toEqual({ audiology: [3.7, 3, 0, 4] })
  })

  it('hides those who cannot judge where they are few: who was heard is known by name', async () => {
    const { scanner } = await closedRound({
      Pacemaker: { 'cardiac-science': [impact(9), impact(8), impact(8)], genomics: [cannotJudge] },
    })

    // One answer less than the four who were heard would be the one who cannot judge.
    const hidden = [null, null, null, 4]
    expect(cellsOf(await mapFor(scanner), 'Pacemaker')).toEqual({ 'cardiac-science': hidden, genomics: hidden })
    const { body } = await scanner.get('/ranking?lens=specialism:genomics&list=awaiting').expect(200)
    expect(body.items[0].missing).toEqual(['withheld'])
  })

  it('has the places and lists of the ranking through the same lens, and only its specialisms', async () => {
    const { scanner } = await closedRound({
      Pacemaker: { 'cardiac-science': [impact(3), impact(3), impact(3)], audiology: [impact(9), impact(9), impact(9)] },
      Monitor: { 'cardiac-science': [impact(5), impact(5), impact(5)] },
      Unheard: { audiology: [] },
    })

    const all = await mapFor(scanner)
    expect(all.rows.map(({ name, place, list }) => [name, place, list])).toEqual([
      ['Pacemaker', 1, 'ranked'],
      ['Monitor', 2, 'ranked'],
      ['Unheard', null, 'awaiting'],
    ])
    expect(all.columns.map(({ slug }) => slug)).toContain('audiology')
    const cardiac = await mapFor(scanner, '?lens=specialism:cardiac-science')
    expect(cardiac.rows.slice(0, 2).map(({ name, place }) => [name, place])).toEqual([
      ['Monitor', 1],
      ['Pacemaker', 2],
    ])
    expect(cardiac.columns).toMatchObject([{ slug: 'cardiac-science', invited: 4 }])
    const laboratory = await mapFor(scanner, '?lens=grouping:laboratory-sciences')
    expect(laboratory.columns.map(({ slug }) => slug).sort()).toEqual(['genomics', 'histopathology'])
  })

  it('narrows by list, category, specialism and text, and to the first so many', async () => {
    const { scanner } = await closedRound({
      Pacemaker: { 'cardiac-science': [impact(3), impact(3), impact(3)] },
      Monitor: { audiology: [impact(5), impact(5), impact(5)] },
    })
    const names = async (query: string) => (await mapFor(scanner, query)).rows.map(({ name }) => name)

    expect(await names('?limit=1')).toEqual(['Monitor'])
    expect((await mapFor(scanner, '?limit=1')).total).toBe(2)
    expect(await names('?q=pace')).toEqual(['Pacemaker'])
    expect(await names('?specialism=audiology')).toEqual(['Monitor'])
    expect(await names('?category=genomics')).toEqual([])
    expect(await names('?list=awaiting')).toEqual([])
  })

  it('can be sorted by nothing: not even by a figure that is shown, so never by one that is not', async () => {
    const { scanner } = await closedRound(pacemaker)

    const { body } = await scanner.get('/heat-map?sort=-histopathology').expect(422)
    expect(body.errors).toMatchObject([{ parameter: 'sort' }])
    await scanner.get('/heat-map?limit=2001').expect(422)
    await scanner.get('/heat-map?lens=specialism:phrenology').expect(404)
    await scanner.get('/heat-map?scan=no-such-scan').expect(404)
  })

  it('is shown to the board only where the scan allows it, and to nobody who is not signed in', async () => {
    const { addPerson, nobody } = await closedRound(pacemaker)
    const board = await addPerson(['board'])

    for (const path of ['/heat-map', '/heat-map.csv', '/heat-map.xlsx']) {
      await board.get(path).expect(404)
      await nobody.get(path).expect(401)
    }
  })

  it('shows it to the board of a scan that allows it', async () => {
    const { addPerson } = await closedRound(pacemaker, { boardSeesDraft: true })
    expect((await mapFor(await addPerson(['board']))).rows).toHaveLength(1)
  })

  it('holds no answer of an open round', async () => {
    const { given, scan, scanner, technologies } = await closedRound(pacemaker)
    const before = await scanner.get('/heat-map')
    const second = await given.openRound(scan, [])
    await given.answer(scan.leads['cardiac-science']![3]!, second, technologies[0]!, 'cardiac-science', impact(1))

    expect((await scanner.get('/heat-map')).text).toBe(before.text)
  })
})

describe('the heat map as a file', () => {
  const formula = { '=2+2 Pacemaker': pacemaker.Pacemaker }

  it('is a CSV file of figures and words, in which no name is a formula', async () => {
    const { scanner } = await closedRound(formula)

    const file = await scanner.get('/heat-map.csv').expect(200).expect('Content-Type', 'text/csv; charset=utf-8')

    expect(file.headers['content-disposition']).toBe('attachment; filename=heat-map-scan-1.csv')
    const rows: Record<string, string>[] = parse(file.text, { columns: true, bom: true })
    expect(rows).toEqual([
      expect.objectContaining({
        Place: '1',
        List: 'Ranked',
        Technology: "'=2+2 Pacemaker",
        'Cardiac science': 'not shown',
        Audiology: '0',
        Genomics: 'no answer yet',
        Histopathology: 'not shown',
        Neurophysiology: '6.3',
      }),
    ])
    const answers = await scanner.get('/heat-map.csv?figure=answers').expect(200)
    const counted: Record<string, string>[] = parse(answers.text, { columns: true, bom: true })
    expect(counted[0]).toMatchObject({ Audiology: '3 of 4', Genomics: '0 of 4', Histopathology: 'not shown' })
  })

  it('is a workbook with a sheet of impacts, one of who answered, and one that says what they are', async () => {
    const { scanner } = await closedRound(formula)

    const { body, headers } = await scanner.get('/heat-map.xlsx').buffer().parse(asBuffer).expect(200)

    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    const sheets = await readXlsx(body)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Mean impact', 'Who answered', 'About these figures'])
    const [impacts, answers, about] = sheets.map(({ data }) => data)
    const [headings, row] = impacts!
    const figure = Object.fromEntries(headings!.map((heading, i) => [heading, row![i]]))
    expect(figure).toMatchObject({
      Technology: '=2+2 Pacemaker',
      Audiology: 0,
      Neurophysiology: 6.3,
      Histopathology: 'not shown',
    })
    expect(answers![1]).toContain('3 of 4')
    expect(about!.flat()).toContain('Scan 1 (2026 to 2036)')
  })

  it('lists what was filtered, as the page did', async () => {
    const { scanner } = await closedRound({ ...pacemaker, Monitor: { audiology: [] } })
    const file = await scanner.get('/heat-map.csv?q=moni&lens=grouping:physiological-sciences').expect(200)
    const rows: Record<string, string>[] = parse(file.text, { columns: true, bom: true })
    expect(rows.map(({ Technology }) => Technology)).toEqual(['Monitor'])
    expect(Object.keys(rows[0]!)).not.toContain('Genomics')
  })
})

function asBuffer(response: Response, done: (error: Error | null, body: unknown) => void) {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}
