import type { Comparison } from '../contract/comparison.ts'
import { editionName } from '../editions/names.ts'
import { count, listed } from '../ranking/words.ts'

/** What changed since the edition before, as a heading and sentences; the figures are those of the comparison. */
export function changesInWords(comparison: Comparison | null): { title: string; lines: string[] } | null {
  if (!comparison) return null
  const { from, counts, panel, items, chances } = comparison
  const named = (keeps: (one: Comparison['items'][number]) => boolean) => {
    const found = items.filter(keeps).map(({ name }) => name)
    return found.length > 8 ? `${found.slice(0, 8).join(', ')} and ${found.length - 8} more` : listed(found)
  }
  const line = (what: string, names: string) => (names ? [`${what}: ${names}.`] : [])
  const order =
    chances.state === 'ready'
      ? [
          ...line(
            'Clearly up',
            named(({ order }) => order === 'up'),
          ),
          ...line(
            'Clearly down',
            named(({ order }) => order === 'down'),
          ),
          `No clear change in the order for ${counts.noClearChange} of the ${counts.stayed} that stayed.`,
        ]
      : [
          chances.state === 'working'
            ? 'Whether the order clearly changed is still being worked out.'
            : 'There are too few answers to say whether the order clearly changed.',
        ]
  return {
    title: `What changed since ${editionName(from)}`,
    lines: [
      `${counts.start} were ranked then, ${counts.new} are new, ${counts.adopted} are adopted and ${counts.dropped} have left: ${counts.end} are ranked now.`,
      ...order,
      ...line(
        'Nearer by a year or more',
        named(({ timing }) => timing === 'nearer'),
      ),
      ...line(
        'Further off by a year or more',
        named(({ timing }) => timing === 'further'),
      ),
      ...line(
        'New',
        named(({ status }) => status === 'new'),
      ),
      ...line(
        'Adopted',
        named(({ status }) => status === 'adopted'),
      ),
      ...line(
        'Left',
        named(({ status }) => status === 'dropped'),
      ),
      `${count(panel.to, 'panel member')} answered now and ${panel.from} then; ${panel.same} are the same people.`,
    ],
  }
}
