import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { holdSpecialisms } from '../../db/scans.ts'
import { heldInPreparation, insertTaxon, keepTaxonVersion, taxa, updateTaxon } from '../../db/taxa.ts'
import { type By, perform } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type { ChangeTaxonRequest, Taxon, TaxonContent } from '../contract/taxonomy.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { slugOf } from '../technologies/slug.ts'
import { problemOfTaxon, renamed } from './taxon.ts'

/** Adds a grouping, a specialism or a category. */
export async function addTaxon(registry: Registry, content: TaxonContent, by: By): Promise<Taxon> {
  return perform(registry, by, async (trx, record) => {
    const all = await taxa(trx)
    ensureFits(content, all, undefined)
    const taxon = { id: newId(), slug: freeSlug(content, all), version: 1, content }
    await insertTaxon(trx, taxon, groupingOf(content, all))
    await keepVersion(trx, taxon, '', by)
    record({ action: 'taxonomy.add', objectKind: content.kind, objectId: taxon.id, details: { after: content } })
    return taxon
  })
}

/**
 * Changes one. What it was stays among its versions; scans that are still being prepared take the new words, those that have begun and
 * editions keep theirs.
 */
export async function changeTaxon(
  registry: Registry,
  id: string,
  { content, reason }: ChangeTaxonRequest,
  seen: Precondition,
  by: By,
): Promise<Taxon> {
  return perform(registry, by, async (trx, record) => {
    const all = await taxa(trx)
    const before = known(all, id)
    if (content.kind !== before.content.kind)
      throw invalid(
        '/content/kind',
        `This is a ${before.content.kind}, and stays one. You sent ${repeated(content.kind)}.`,
      )
    const after = renamed(before.content, content)
    const changes = changesBetween(before.content, after)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    ensureFits(after, all, before)
    await keepTaxonVersion(trx, { ...before, kind: content.kind, reason: '', changedBy: null, changedAt: null })
    await updateTaxon(trx, { ...before, content: after }, groupingOf(after, all))
    const taxon = { ...before, version: before.version + 1, content: after }
    await keepVersion(trx, taxon, reason, by)
    for (const [scan, specialisms] of await heldInPreparation(trx, [id])) await holdSpecialisms(trx, scan, specialisms)
    record({ action: 'taxonomy.change', objectKind: content.kind, objectId: id, details: { ...changes, reason } })
    return taxon
  })
}

export async function getTaxon(db: Database, id: string): Promise<Taxon> {
  return known(await taxa(db), id)
}

function known(all: readonly Taxon[], id: string): Taxon {
  const found = all.find((one) => one.id === id)
  if (found) return found
  throw new Refusal('not-found', `There is no grouping, specialism or category ${repeated(id)}.`)
}

function ensureFits(content: TaxonContent, all: readonly Taxon[], self: Taxon | undefined): void {
  const problem = problemOfTaxon(content, all, self)
  if (problem) throw invalid(`/content/${problem.field}`, problem.detail)
}

/** Of its kind alone: a category may be called as a grouping is. */
function freeSlug(content: TaxonContent, all: readonly Taxon[]): string {
  const taken = new Set(all.filter((one) => one.content.kind === content.kind).map(({ slug }) => slug))
  const slug = slugOf(content.name, content.kind)
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? slug : `${slug}-${n}`
    if (!taken.has(candidate)) return candidate
  }
}

function groupingOf(content: TaxonContent, all: readonly Taxon[]): string | undefined {
  if (content.kind !== 'specialism') return undefined
  return all.find((one) => one.content.kind === 'grouping' && one.slug === content.grouping)?.id
}

async function keepVersion(trx: Database, { id, version, content }: Taxon, reason: string, by: By): Promise<void> {
  const changed = { changedBy: by.account, changedAt: by.at }
  await keepTaxonVersion(trx, { kind: content.kind, id, version, content, reason, ...changed })
}
