import type { Coverage, CoverageNote } from '../../../api/contract/filtration.ts'
import { withoutBand } from '../../../api/filtration/coverage.ts'
import { bandLabel, count, listed } from '../../shared/words.ts'

/** What stands where a specialism and a category meet. Counts are of the bands that are asked for; the state is of all. */
export interface Cell {
  state: 'nothing' | 'looked' | 'has'
  inScan: number
  candidates: number
  left: number
  signals: number
  note: CoverageNote | null
}

export interface Row {
  specialism: Coverage['specialisms'][number]
  cells: Cell[]
}

/** Bands as the address names them: 0 to 3 of arrival, then those without one. */
export function bandChoices({ bands }: Coverage) {
  return [
    ...bands.map((band) => ({ value: String(band.index), label: bandLabel(band) })),
    { value: String(withoutBand.alreadyHere), label: 'Already here' },
    { value: String(withoutBand.notAffected), label: 'Judged not to affect' },
    { value: String(withoutBand.notJudged), label: 'Not yet judged' },
  ]
}

/** The map as rows of cells; with bands, only technologies in these are counted. */
export function rowsOf(coverage: Coverage, bands: readonly string[] = []): Row[] {
  const { specialisms, categories } = coverage
  const rows = specialisms.map((specialism) => ({
    specialism,
    cells: categories.map(
      (): Cell => ({ state: 'nothing', inScan: 0, candidates: 0, left: 0, signals: 0, note: null }),
    ),
  }))
  for (const [s, c, band, inScan, candidates, left] of coverage.counts) {
    const cell = rows[s]!.cells[c]!
    cell.state = 'has'
    if (bands.length > 0 && !bands.includes(String(band))) continue
    cell.inScan += inScan
    cell.candidates += candidates
    cell.left += left
  }
  for (const [s, c, signals] of coverage.signals) rows[s]!.cells[c]!.signals = signals
  const placeOf = (slugs: readonly { slug: string }[]) => new Map(slugs.map(({ slug }, i) => [slug, i]))
  const [s, c] = [placeOf(specialisms), placeOf(categories)]
  for (const note of coverage.notes) {
    const cell = rows[s.get(note.specialism)!]?.cells[c.get(note.category)!]
    if (!cell) continue
    cell.note = note
    if (cell.state === 'nothing') cell.state = 'looked'
  }
  return rows
}

export const technologiesIn = ({ inScan, candidates, left }: Cell) => inScan + candidates + left

/** A cell in words: "2 technologies in the scan, 1 candidate, 3 signals". */
export function cellInWords(cell: Cell): string {
  if (cell.state === 'nothing') return 'nothing looked at'
  if (cell.state === 'looked') return 'looked, nothing found'
  const parts = [
    cell.inScan > 0 && `${count(cell.inScan, 'technology', 'technologies')} in the scan`,
    cell.candidates > 0 && count(cell.candidates, 'candidate'),
    cell.left > 0 && `${cell.left} that left before it was asked about`,
    cell.signals > 0 && count(cell.signals, 'linked signal'),
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'nothing in these bands' : listed(parts)
}
