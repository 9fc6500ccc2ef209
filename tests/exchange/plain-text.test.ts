import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { asPlainText, looksLikeFormula } from '../../api/exchange/plain-text.ts'
import { csvInTurns, csvOf, workbookOf } from '../../api/http/spreadsheets.ts'
import { formulasIn } from '../support/files.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', ' =', '\t=', ' \t@', '\u00a0=', '＝', '"=', "'="]
const texts = starts.map((start) => `${start}cmd|' /C calc'!A0`)

describe('what looks like a formula', () => {
  it.each(starts)('is recognised where it begins with %j', (start) => {
    expect(looksLikeFormula(`${start}1+1`)).toBe(true)
    expect(asPlainText(`${start}1+1`)).toBe(`'${start}1+1`)
  })

  it('is not what only holds such signs', () => {
    for (const text of ['', 'a=b', 'T-cell therapy', '3-D printing', 'e-mail@home', '“=”'])
      expect(asPlainText(text)).toBe(text)
  })

  it('comes from no cell of a CSV file, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [[cell]] = parse(csvOf([['head'], [text]]), { bom: true, from_line: 2, relax_column_count: true }) as [
          [string],
        ]
        expect(/^[\s]*[=+\-@]/.test(cell)).toBe(false)
      }),
    )
  })
})

describe('long tables', () => {
  const table = Array.from({ length: 1_201 }, (_, i) => [texts[i % texts.length]!, i, null])

  it('are the same CSV in turns as at once', async () => {
    expect(await csvInTurns(table)).toBe(csvOf(table))
  })

  it('are workbooks without a formula, with every row', async () => {
    const bytes = await workbookOf({ Rows: { table } })
    const data = (await readXlsx(bytes, { trim: false }))[0]!.data
    expect(data.length).toBe(1_201)
    expect(data.at(-1)![1]).toBe(1_200)
    expect(formulasIn(bytes)).toEqual([])
  })

  it('end in an error, not in silence, where they cannot be written', async () => {
    await expect(workbookOf({ 'No/such:name*': { table } })).rejects.toThrow()
  })
})
