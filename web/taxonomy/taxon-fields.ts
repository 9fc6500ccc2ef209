import type { TaxonContent, TaxonKind } from '../../api/contract/taxonomy.ts'
import type { Kind } from '../../api/contract/technologies.ts'

/** The fields of all three kinds; each uses its own. */
export interface TaxonFields {
  name: string
  description: string
  position: string
  offered: 'yes' | 'no'
  grouping: string
  /** One a line. */
  aliases: string
  overlapsWith: string[]
  technologyKind: Kind
  reason: string
}

export const nothingYet: TaxonFields = {
  name: '',
  description: '',
  position: '',
  offered: 'yes',
  grouping: '',
  aliases: '',
  overlapsWith: [],
  technologyKind: 'diagnostic',
  reason: '',
}

export function fieldsOf(content: TaxonContent): TaxonFields {
  const { name } = content
  if (content.kind === 'specialism') {
    const { description, grouping, aliases, overlapsWith, current } = content
    const lines = aliases.join('\n')
    return { ...nothingYet, name, description, grouping, overlapsWith, aliases: lines, offered: current ? 'yes' : 'no' }
  }
  const common = {
    ...nothingYet,
    name,
    position: String(content.position),
    offered: content.retired ? 'no' : 'yes',
  } as const
  if (content.kind === 'grouping') return common
  return { ...common, description: content.description, technologyKind: content.technologyKind }
}

/** A place that is no number is sent as one that is refused at its field. */
export function contentOf(kind: TaxonKind, fields: TaxonFields): TaxonContent {
  const { name, description, grouping, overlapsWith, technologyKind } = fields
  const isOffered = fields.offered === 'yes'
  const aliases = fields.aliases
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  if (kind === 'specialism') return { kind, name, grouping, description, current: isOffered, aliases, overlapsWith }
  const position = Number(fields.position.trim() || Number.NaN)
  if (kind === 'grouping') return { kind, name, position, retired: !isOffered }
  return { kind, name, technologyKind, description, position, retired: !isOffered }
}

/** Where a field of the request stands on the form. */
export const pointers: Record<string, string> = {
  '/content/name': 'name',
  '/content/description': 'description',
  '/content/position': 'position',
  '/content/grouping': 'grouping',
  '/content/aliases': 'aliases',
  '/content/overlapsWith': 'overlapsWith',
  '/content/technologyKind': 'technologyKind',
  '/content/retired': 'offered',
  '/content/current': 'offered',
  '/reason': 'reason',
}
