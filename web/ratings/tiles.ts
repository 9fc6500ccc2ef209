import type { Band } from '../../api/scans/method.ts'
import { bandLabel, stanceNames } from '../shared/words.ts'

/** One answer of a question; the letter is the key that chooses it. */
export interface Tile {
  value: string
  label: string
  letter?: string | undefined
}

/** The answers without a figure: one press each. */
export const otherTiles: Tile[] = [
  { value: 'not-affected', label: stanceNames['not-affected'], letter: 'n' },
  { value: 'already', label: stanceNames.already, letter: 'p' },
  { value: 'cannot-judge', label: stanceNames['cannot-judge'], letter: 'j' },
]

export const impactGroups = [
  { from: 1, words: 'A few tasks' },
  { from: 4, words: 'Some roles, rooms or equipment' },
  { from: 7, words: 'Organised or staffed differently' },
].map(({ from, words }) => ({
  id: `impact-${from}-words`,
  words,
  tiles: [from, from + 1, from + 2].map((impact): Tile => ({ value: String(impact), label: String(impact) })),
}))

export const cannotSay: Tile = { value: 'cannot-say', label: 'I can’t say', letter: 's' }

const letters = 'abcd'

/** The four spans of years, and "I can't say". */
export function whenTiles(bands: readonly Band[]): Tile[] {
  return [
    ...bands.map((band, i) => ({ value: String(band.index), label: capital(bandLabel(band)), letter: letters[i] })),
    cannotSay,
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
