import { bandLabel, stanceNames } from '../../ranking/words.ts'
import { type Answer, type Arrival, problemsOfAnswer, type Stance } from '../../ratings/rating.ts'
import { type Band, bandOfYear, type Horizon, type Method } from '../../scans/method.ts'

/** The cells of a row that say what was answered, as text. */
export type AnswerCells = Record<AnswerField, string>
export type AnswerField = 'stance' | 'impact' | 'when' | 'p10' | 'p50' | 'p90' | 'reason'

/** What is wrong in which cell, as the end of a sentence that begins with the column's title. */
export interface CellProblem {
  field: AnswerField
  detail: string
}

export interface ScanYears {
  method: Method
  horizon: Horizon
  bands: readonly Band[]
}

/** The answer that a row gives, or every reason why it gives none. */
export function answerInRow(cells: AnswerCells, scan: ScanYears): { answer: Answer } | { problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const stance = stanceIn(cells, problems)
  const impact = impactIn(cells.impact, problems)
  const arrival = arrivalIn(cells, scan, problems)
  if (problems.length > 0 || stance === undefined) return { problems }
  const answer = { stance, impact, arrival, reason: cells.reason || null }
  const wrong = problemsOfAnswer(answer, { startYear: scan.horizon.startYear, asksYears: true })
  if (wrong.length === 0) return { answer }
  return {
    problems: wrong.map(({ pointer, detail }) => ({ field: fieldOf(pointer, cells), detail: sentence(detail) })),
  }
}

/** Without what was sent: the finding repeats it. */
const sentence = (detail: string) => `is not right: ${detail.replace(/ You sent .*$/s, '')}`.replace(/\.$/, '')

function fieldOf(pointer: string, cells: AnswerCells): AnswerField {
  const last = pointer.split('/').at(-1)
  if (last === 'p10' || last === 'p50' || last === 'p90') return last
  if (last === 'arrival') return cells.p50 ? 'p50' : 'when'
  return 'impact'
}

/** In small letters and digits alone. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const stanceWords = new Map<string, Stance>([
  ...Object.entries(stanceNames).flatMap(([stance, name]) =>
    [stance, name].map((word) => [plain(word), stance as Stance] as const),
  ),
  ['y', 'rated'],
  ['affected', 'rated'],
  ['n', 'not-affected'],
  ['no', 'not-affected'],
  ['nochange', 'not-affected'],
  ['already', 'already'],
  ['cantjudge', 'cannot-judge'],
  ['cannotjudge', 'cannot-judge'],
  ['dontknow', 'cannot-judge'],
])

/** Where nothing is said but how much, it is yes. */
function stanceIn({ stance, impact }: AnswerCells, problems: CellProblem[]): Stance | undefined {
  if (stance === '' && impact !== '') return 'rated'
  const found = stanceWords.get(plain(stance))
  if (!found) {
    const words = Object.values(stanceNames).join(', ')
    problems.push({ field: 'stance', detail: stance === '' ? 'is missing' : `must be one of: ${words}` })
  }
  return found
}

function impactIn(text: string, problems: CellProblem[]): number | null {
  if (text === '') return null
  const number = wholeNumber(text)
  if (number === undefined || number < 1 || number > 9)
    problems.push({ field: 'impact', detail: 'must be a whole number from 1 to 9' })
  return number ?? null
}

const yearFields = ['p10', 'p50', 'p90'] as const

function arrivalIn(cells: AnswerCells, scan: ScanYears, problems: CellProblem[]): Arrival | null {
  const given = yearFields.filter((field) => cells[field] !== '')
  if (given.length === 0) return cells.when === '' ? null : bandIn(cells.when, scan, problems)
  if (cells.when !== '') {
    problems.push({ field: 'when', detail: 'must be empty where the three years are given' })
    return null
  }
  const years = yearFields.map((field) => {
    const year = wholeNumber(cells[field])
    if (year === undefined)
      problems.push({ field, detail: cells[field] === '' ? 'is missing' : 'must be a year, as 2031' })
    return year ?? 0
  })
  return { kind: 'years', p10: years[0]!, p50: years[1]!, p90: years[2]! }
}

/** A span as the scan has it, or a year, which lies in one. */
function bandIn(text: string, { method, horizon, bands }: ScanYears, problems: CellProblem[]): Arrival | null {
  const word = plain(text)
  if (['icantsay', 'cantsay', 'cannotsay', 'unknown'].includes(word)) return { kind: 'cannot-say' }
  const named = bands.find((band) => [bandLabel(band), `${band.from}${band.to}`].some((name) => plain(name) === word))
  if (named) return { kind: 'band', band: named.index }
  if (/^\d{4}$/.test(text)) return { kind: 'band', band: bandOfYear(method, horizon, Number(text)) }
  problems.push({ field: 'when', detail: `must be one of: ${bands.map(bandLabel).join(', ')}, I can’t say` })
  return null
}

/** "7.0" is how some programs write 7. */
function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}(\.0+)?$/.test(text) ? Number(text) : undefined
}
