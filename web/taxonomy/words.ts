import type { TaxonContent, TaxonKind } from '../../api/contract/taxonomy.ts'
import { kinds } from '../technologies/kinds.ts'

export const kindNames: Record<TaxonKind, { one: string; many: string; about: string }> = {
  specialism: {
    one: 'specialism',
    many: 'Specialisms',
    about:
      'The services that a scan asks about. Current ones belong to the present training programmes; the others can still be chosen.',
  },
  grouping: { one: 'grouping', many: 'Groupings', about: 'Families of specialisms, each a lens on the ranking.' },
  category: {
    one: 'category',
    many: 'Categories',
    about: 'Kinds of technologies, each a slice of the radar, which has room for twelve.',
  },
}

export const isTaxonKind = (text: string): text is TaxonKind => text in kindNames

/** Whether it is offered for what is new. */
export const isOffered = (content: TaxonContent) => (content.kind === 'specialism' ? content.current : !content.retired)

export const stateInWords = (content: TaxonContent) => {
  if (content.kind === 'specialism') return content.current ? 'Current' : 'Not current'
  return content.retired ? 'Retired' : 'In use'
}

const fieldNames: Record<string, string> = {
  name: 'Name',
  grouping: 'Grouping',
  description: 'What it is',
  current: 'State',
  retired: 'State',
  aliases: 'Other names',
  overlapsWith: 'Overlaps with',
  position: 'Place in the order',
  technologyKind: 'Usual kind of technology',
}

export interface SaidChange {
  field: string
  before: string
  after: string
}

/** What differs between two versions, in words; `nameOf` tells what a slug is called. */
export function changesInWords(before: TaxonContent, after: TaxonContent, nameOf: (slug: string) => string) {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value))
    .map(([field, value]): SaidChange => {
      const say = (one: unknown, content: TaxonContent) =>
        field === 'current' || field === 'retired' ? stateInWords(content) : inWords(field, one, nameOf)
      return { field: fieldNames[field] ?? field, before: say(old[field], before), after: say(value, after) }
    })
}

function inWords(field: string, value: unknown, nameOf: (slug: string) => string): string {
  if (Array.isArray(value))
    return value.map((one) => (field === 'overlapsWith' ? nameOf(one) : one)).join(', ') || 'none'
  if (field === 'grouping') return nameOf(String(value))
  if (field === 'technologyKind') return kinds.find((one) => one.value === value)?.label ?? String(value)
  return String(value ?? '') || 'nothing'
}
