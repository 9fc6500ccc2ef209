import type { Taxon, TaxonContent } from '../contract/taxonomy.ts'

/** As many slices as the radar can be read with. */
export const mostCategories = 12

export interface TaxonProblem {
  /** The field of the content that is wrong. */
  field: string
  detail: string
}

/** Why `content` cannot stand beside the others of the taxonomy; `self` is what it replaces. Undefined where it can. */
export function problemOfTaxon(
  content: TaxonContent,
  taxa: readonly Taxon[],
  self: Taxon | undefined,
): TaxonProblem | undefined {
  const others = taxa.filter(({ id }) => id !== self?.id)
  return problemOfName(content, others) ?? problemOfPlace(content, others, self)
}

function problemOfName(content: TaxonContent, others: readonly Taxon[]): TaxonProblem | undefined {
  const same = others.find(
    (one) => one.content.kind === content.kind && namesOf(one.content).includes(plain(content.name)),
  )
  if (!same) return undefined
  const how = plain(same.content.name) === plain(content.name) ? 'is called that already' : 'has that as another name'
  return { field: 'name', detail: `Another ${content.kind} ${how}: “${same.content.name}”. Choose another name.` }
}

function problemOfPlace(content: TaxonContent, others: readonly Taxon[], self: Taxon | undefined) {
  if (content.kind === 'specialism') return problemOfRelations(content, others)
  if (content.kind === 'category') return problemOfRoom(content, others)
  return problemOfRetiring(content, others, self)
}

function problemOfRelations(
  { grouping, overlapsWith }: TaxonContent & { kind: 'specialism' },
  others: readonly Taxon[],
): TaxonProblem | undefined {
  const found = others.find(({ slug, content }) => content.kind === 'grouping' && slug === grouping)
  if (!found) return { field: 'grouping', detail: `There is no grouping “${grouping}”.` }
  const known = new Set(others.filter(({ content }) => content.kind === 'specialism').map(({ slug }) => slug))
  const strange = overlapsWith.find((slug) => !known.has(slug))
  if (strange === undefined) return undefined
  return { field: 'overlapsWith', detail: `There is no other specialism “${strange}” to overlap with.` }
}

function problemOfRoom(content: TaxonContent & { kind: 'category' }, others: readonly Taxon[]) {
  const kept = others.filter((one) => one.content.kind === 'category' && !one.content.retired)
  if (content.retired || kept.length < mostCategories) return undefined
  const detail = `The radar has room for ${mostCategories} categories, and there are as many. Retire one first.`
  return { field: 'retired', detail }
}

function problemOfRetiring(content: TaxonContent & { kind: 'grouping' }, others: readonly Taxon[], self?: Taxon) {
  if (!content.retired || !self) return undefined
  const left = others.find(
    (one) => one.content.kind === 'specialism' && one.content.current && one.content.grouping === self.slug,
  )
  if (!left) return undefined
  return { field: 'retired', detail: `“${left.content.name}” still belongs to it. Move its current specialisms first.` }
}

/**
 * What is kept when `before` becomes `after`: a specialism that gets another name keeps the old one among its other names, so that
 * searches and files that use it still find it.
 */
export function renamed(before: TaxonContent, after: TaxonContent): TaxonContent {
  if (before.kind !== 'specialism' || after.kind !== 'specialism' || before.name === after.name) return after
  const aliases = after.aliases.filter((alias) => plain(alias) !== plain(after.name))
  return {
    ...after,
    aliases: namesOf({ ...after, aliases }).includes(plain(before.name)) ? aliases : [...aliases, before.name],
  }
}

function namesOf(content: TaxonContent): string[] {
  return [content.name, ...(content.kind === 'specialism' ? content.aliases : [])].map(plain)
}

const plain = (name: string) => name.trim().toLowerCase()
