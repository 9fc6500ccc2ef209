import type { Import, ImportKind } from '../../api/contract/imports.ts'
import { count } from '../shared/words.ts'

export const kindNames: Record<ImportKind, string> = {
  technologies: 'Technologies',
  signals: 'Signals',
  ratings: 'Ratings',
}

const nouns: Record<ImportKind, [string, string]> = {
  technologies: ['technology', 'technologies'],
  signals: ['signal', 'signals'],
  ratings: ['answer', 'answers'],
}

export const stateNames: Record<Import['state'], string> = {
  reading: 'Being read',
  checked: 'Looked at, not entered',
  entering: 'Being entered',
  entered: 'Entered',
  failed: 'Cannot be used',
}

/** "12 technologies". */
export function counted(kind: ImportKind, number: number): string {
  return count(number, ...nouns[kind])
}

/** "197 new, 3 that cannot be used, 0 here already." */
export function summaryOf({ counts, state }: Pick<Import, 'counts' | 'state'>): string {
  const good = state === 'entered' ? 'entered' : 'new'
  const parts = [
    `${counts.good.toLocaleString('en-GB')} ${good}`,
    `${counts.known.toLocaleString('en-GB')} here already`,
  ]
  if (counts.bad > 0) parts.push(`${counts.bad.toLocaleString('en-GB')} that cannot be used`)
  return `${count(counts.rows, 'row')}: ${parts.join(', ')}.`
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`
}
