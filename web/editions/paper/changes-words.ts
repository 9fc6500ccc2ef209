import type { ComparedTechnology, Comparison } from '../../../api/contract/comparison.ts'
import { count } from '../../shared/words.ts'
import { shortened } from '../../specialisms/brief.ts'

/** One kind of change: how many technologies, and which. */
export interface ChangeLine {
  what: string
  names: readonly string[]
}

/** "60 were ranked then and 62 are now: 4 new, 1 adopted, 1 dropped." The counts add up. */
export function countsInWords({ counts }: Comparison): string {
  const { start, new: fresh, adopted, dropped, end } = counts
  return `${count(start, 'technology was', 'technologies were')} ranked then; with ${fresh} new, ${adopted} adopted and ${dropped} dropped, ${end} are now.`
}

/** Only what is clear: a place that changed by chance is no movement. Empty kinds are left out. */
export function clearChanges({ items, chances }: Comparison): ChangeLine[] {
  const named = (fits: (item: ComparedTechnology) => boolean) => items.filter(fits).map(({ name }) => name)
  const lines = [
    ...(chances.state === 'ready'
      ? [
          { what: 'Clearly up', names: named(({ order }) => order === 'up') },
          { what: 'Clearly down', names: named(({ order }) => order === 'down') },
        ]
      : []),
    { what: 'Nearer by a year or more', names: named(({ timing }) => timing === 'nearer') },
    { what: 'Further off by a year or more', names: named(({ timing }) => timing === 'further') },
    { what: 'New', names: named(({ status }) => status === 'new') },
    { what: 'Adopted', names: named(({ status }) => status === 'adopted') },
    { what: 'Dropped', names: named(({ status }) => status === 'dropped') },
  ]
  return lines.filter(({ names }) => names.length > 0)
}

/** What stands in the place of "up" and "down". */
export function aboutOrder({ counts, chances }: Comparison): string {
  if (chances.state === 'working') return 'Which changes of order are real is still being worked out.'
  if (chances.state === 'too-few') return 'There are too few answers to say which changes of order are real.'
  if (counts.up + counts.down === 0) return 'No change of order is clear enough to be called one.'
  return `For the other ${counts.noClearChange} that stayed, no change of order is clear.`
}

/** "A; B; C and 4 more". */
export function namesUpTo(names: readonly string[], { named, name: most }: { named: number; name: number }): string {
  const shown = names.slice(0, named).map((name) => shortened(name, most) ?? name)
  return shown.join('; ') + (names.length > named ? ` and ${names.length - named} more` : '')
}
