import { describe, expect, it } from '@jest/globals'
import { answersTable } from '../../api/exchange/answers/table.ts'
import { type AnswerCells, answerInRow } from '../../api/imports/ratings/answer-in-row.ts'
import { labelOfUnnamed, problemOfLabel, pseudonymOf } from '../../api/imports/ratings/label.ts'
import { bandsOf, defaultMethod } from '../../api/scans/method.ts'

const horizon = { startYear: 2026, years: 10 }
const scan = { method: defaultMethod, horizon, bands: bandsOf(defaultMethod, horizon) }
const empty = { stance: '', impact: '', when: '', p10: '', p50: '', p90: '', reason: '' }
const read = (cells: Partial<AnswerCells>) => answerInRow({ ...empty, ...cells }, scan)
const yes = { stance: 'rated', impact: 7, reason: null }

describe('a row of answers', () => {
  it.each([
    [
      { stance: 'Yes', impact: '7', when: '2029 to 2031' },
      { ...yes, arrival: { kind: 'band', band: 1 } },
    ],
    [
      { stance: 'rated', impact: '7.0', when: '2029–2031' },
      { ...yes, arrival: { kind: 'band', band: 1 } },
    ],
    [
      { impact: '7', when: 'after 2036' },
      { ...yes, arrival: { kind: 'band', band: 3 } },
    ],
    [
      { stance: 'y', impact: '7', when: '2033' },
      { ...yes, arrival: { kind: 'band', band: 2 } },
    ],
    [
      { stance: 'YES', impact: '7', when: 'I can’t say' },
      { ...yes, arrival: { kind: 'cannot-say' } },
    ],
    [
      { stance: 'Yes', impact: '7', p10: '2027', p50: '2030', p90: '2041' },
      { ...yes, arrival: { kind: 'years', p10: 2027, p50: 2030, p90: 2041 } },
    ],
    [{ stance: 'No, no change' }, { stance: 'not-affected', impact: null, arrival: null, reason: null }],
    [
      { stance: 'Already normal practice', reason: 'Since 2020.' },
      { stance: 'already', impact: null, arrival: null, reason: 'Since 2020.' },
    ],
    [{ stance: 'I can’t judge this' }, { stance: 'cannot-judge', impact: null, arrival: null, reason: null }],
  ])('%j is an answer', (cells, answer) => {
    expect(read(cells)).toEqual({ answer })
  })

  it.each([
    [{}, [['stance', 'is missing']]],
    [
      { stance: 'perhaps' },
      [['stance', 'must be one of: Yes, No, no change, Already normal practice, I can’t judge this']],
    ],
    [
      { stance: 'withdrawn' },
      [['stance', 'must be one of: Yes, No, no change, Already normal practice, I can’t judge this']],
    ],
    [{ impact: '10', when: '2033' }, [['impact', 'must be a whole number from 1 to 9']]],
    [{ impact: '6.5', when: '2033' }, [['impact', 'must be a whole number from 1 to 9']]],
    [
      { stance: 'Yes', when: '2033' },
      [['impact', 'is not right: Say how much it would change your service, from 1 to 9']],
    ],
    [{ impact: '5' }, [['when', 'is not right: Say when, or choose “I can’t say”']]],
    [
      { impact: '5', when: 'soon' },
      [['when', 'must be one of: 2026 to 2028, 2029 to 2031, 2032 to 2036, after 2036, I can’t say']],
    ],
    [{ stance: 'No', impact: '5' }, [['impact', 'is not right: Impact belongs to an answer of Yes only']]],
    [{ impact: '5', p10: '2027', p50: '2030' }, [['p90', 'is missing']]],
    [
      { impact: '5', p10: '2031', p50: '2030', p90: '2040' },
      [['p50', 'is not right: The years must run: early, middle, late']],
    ],
    [
      { impact: '5', p10: '1999', p50: '2030', p90: '2040' },
      [['p10', 'is not right: The year must be from 2016 to 2076']],
    ],
    [
      { impact: '5', when: '2033', p10: '2027', p50: '2030', p90: '2041' },
      [['when', 'must be empty where the three years are given']],
    ],
    [
      { stance: '=1+1', impact: '<b>' },
      [
        ['stance', expect.any(String)],
        ['impact', expect.any(String)],
      ],
    ],
  ])('%j is none, for its reasons', (cells, problems) => {
    const found = read(cells) as { problems: { field: string; detail: string }[] }
    expect(found.problems.map(({ field, detail }) => [field, detail])).toEqual(problems)
  })

  it('reads what our own export of answers writes', () => {
    const names = { id: 'x', slug: 'x', name: 'X' }
    const leaving = { pseudonym: 'P-BCDFGH', technology: names, specialism: names, round: 1 }
    const answers = [
      { stance: 'rated', impact: 3, arrival: { kind: 'band', band: 2 } },
      { stance: 'rated', impact: 9, arrival: { kind: 'years', p10: 2026, p50: 2027, p90: 2031 } },
      { stance: 'rated', impact: 1, arrival: { kind: 'cannot-say' } },
      { stance: 'not-affected', impact: null, arrival: null },
      { stance: 'already', impact: null, arrival: null },
    ] as const
    const [, ...rows] = answersTable(
      answers.map((answer) => ({ ...leaving, ...answer })),
      scan.bands,
    )
    const again = rows.map((row) => {
      const [stance, impact, when, p10, p50, p90] = row.slice(4).map((cell) => String(cell ?? ''))
      return read({ stance: stance!, impact: impact!, when: when!, p10: p10!, p50: p50!, p90: p90! })
    })
    expect(again).toEqual(answers.map((answer) => ({ answer: { ...answer, reason: null } })))
  })
})

describe('a label', () => {
  it.each(['P1', 'R-07', 'a', 'Ab', 'P-BCDFGH', 'rater_12', '17'])('%s names nobody', (label) => {
    expect(problemOfLabel(label)).toBeNull()
  })

  it.each([
    'Smith',
    'Dr Smith',
    'ada@example.org',
    'ada.scott',
    'P-AEIOUY',
    '=A1',
    '<b>1</b>',
    `${'x'.repeat(20)}1`,
    '-1',
  ])('%s may name somebody', (label) => {
    expect(problemOfLabel(label)).toContain('must be a label that names nobody')
  })

  it('is kept apart for each scan, but for a pseudonym that was drawn by lot and is free', () => {
    const scanId = '00000000-0000-7000-8000-0000009f3a11'
    expect(pseudonymOf('P1', scanId, () => false)).toBe('P1-9f3a11')
    expect(pseudonymOf('P-BCDFGH', scanId, () => false)).toBe('P-BCDFGH')
    expect(pseudonymOf('P-BCDFGH', scanId, () => true)).toBe('P-BCDFGH-9f3a11')
    expect(labelOfUnnamed('genomics', 2)).toBe('unnamed-genomics-2')
  })
})
