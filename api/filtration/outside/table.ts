import type { OutsideItem, OutsideList } from '../../contract/outside-lists.ts'
import { exitReasonNames } from '../words.ts'

type Row = Pick<OutsideItem, 'name' | 'description' | 'reason' | 'note' | 'decidedBy' | 'decidedAt'> & {
  state: keyof typeof verdicts
  technology: { name: string } | null
}

const headings = [
  'Number',
  'Name',
  'Description',
  'Verdict',
  'Technology',
  'Reason',
  'Note',
  'Decided by',
  'Decided on',
]
const verdicts = { absent: 'not settled yet', here: 'here', 'left-out': 'left out' } as const

/** A list with what was decided on each item, as rows of a spreadsheet, the first its headings. */
export function verdictsTable(items: readonly Row[]): (string | number | null)[][] {
  return [
    headings,
    ...items.map((item, i) => [
      i + 1,
      item.name,
      item.description,
      verdicts[item.state],
      item.technology?.name ?? '',
      item.reason ? exitReasonNames[item.reason] : '',
      item.note,
      item.state === 'here' && item.decidedBy === null ? 'found by its name' : (item.decidedBy ?? ''),
      item.decidedAt?.slice(0, 10) ?? '',
    ]),
  ]
}

/** Such as `outside-list-mhra-2026.csv`. */
export function fileNameOf({ name }: Pick<OutsideList, 'name'>): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `outside-list${plain && `-${plain}`}.csv`
}
