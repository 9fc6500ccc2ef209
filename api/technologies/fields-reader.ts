import { accountsWithRole } from '../../db/accounts.ts'
import type { Database } from '../../db/open.ts'
import { policyItemIds } from '../../db/policy.ts'
import { findCategory, idsOfSpecialisms } from '../../db/taxonomy.ts'
import { findTechnology, partNames, presentNames, type TechnologyFields } from '../../db/technologies.ts'
import type { Category, Technology, TechnologyRequest } from '../contract/technologies.ts'
import { invalid, repeated } from '../refusal.ts'
import { withoutRepeats } from './aliases.ts'

/** What of a technology decides which of the fields asked for it may have. What it has already, it may keep. */
export type Standing = Pick<
  Technology,
  'id' | 'slug' | 'illustrativeYear' | 'evidence' | 'aliases' | 'partOf' | 'owner'
> & { category: Technology['category'] | null }

/** Of one that is about to be entered. */
export const nothingYet = { category: null, evidence: [], aliases: [], partOf: null, owner: null }

/** A technology's fields as they are written, from a request. Refuses what the registry does not hold, naming the field. */
export async function fieldsOf(trx: Database, request: TechnologyRequest, of: Standing): Promise<TechnologyFields> {
  const category = await categoryNamed(trx, request.category, of)
  return {
    slug: of.slug,
    name: request.name,
    description: request.description,
    wouldChange: request.wouldChange,
    category: category.id,
    kind: request.kind ?? category.kind,
    readiness: request.readiness,
    readinessBasis: request.readiness === null ? 'not-set' : request.readinessBasis,
    readinessOn: request.readinessOn,
    milestone: request.milestone,
    milestonePlaces: request.milestonePlaces,
    milestoneSource: request.milestoneSource,
    milestoneTest: request.milestoneTest,
    illustrativeYear: of.illustrativeYear,
    ...(await specialismsNamed(trx, request)),
    aliases: await aliasesNamed(trx, request, of),
    partOf: await wholeNamed(trx, request.partOf, of),
    owner: await ownerNamed(trx, request.owner, of),
    readinessEvidence: evidenceNamed(request.readinessEvidence, of),
    policyItems: await policyItemsNamed(trx, request.policyItems),
  }
}

async function categoryNamed(trx: Database, asked: string, of: Standing): Promise<Category> {
  const category = await findCategory(trx, asked)
  if (!category) throw invalid('/category', `There is no category ${repeated(asked)}.`)
  if (category.retired && category.slug !== of.category?.slug)
    throw invalid('/category', `The category “${category.name}” is retired. Choose another one.`)
  return category
}

/** A technology as the request that would leave it unchanged. */
export function asRequest(technology: Technology): TechnologyRequest {
  const { category, specialisms, partOf, owner, policyItems, ...same } = technology
  const reasons = specialisms.filter(({ reason }) => reason !== '').map(({ slug, reason }) => [slug, reason] as const)
  return {
    ...same,
    category: category.slug,
    readinessBasis: technology.readinessBasis === 'illustrative' ? 'illustrative' : 'assessed',
    specialisms: specialisms.map(({ slug }) => slug),
    specialismReasons: Object.fromEntries(reasons),
    partOf: partOf?.slug ?? null,
    owner: owner?.id ?? null,
    policyItems: policyItems.map(({ slug }) => slug),
  }
}

async function specialismsNamed(trx: Database, { specialisms, specialismReasons }: TechnologyRequest) {
  const ids = await idsOfSpecialisms(trx, specialisms)
  const unknown = ids.indexOf(null)
  if (unknown >= 0)
    throw invalid(`/specialisms/${unknown}`, `There is no specialism ${repeated(specialisms[unknown])}.`)
  const chosen = [...new Set(ids as string[])].sort()
  const explained = Object.keys(specialismReasons)
  const reasons = (await idsOfSpecialisms(trx, explained)).map((id, i) => {
    const name = explained[i]!
    if (id === null || !chosen.includes(id))
      throw invalid(`/specialismReasons/${name}`, `${repeated(name)} is not among the specialisms that you chose.`)
    return [id, specialismReasons[name]!] as const
  })
  const given = reasons.filter(([, reason]) => reason !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return { specialisms: chosen, specialismReasons: Object.fromEntries(given) }
}

/** Each once. The name of another technology is refused, unless that one is archived: after a merge it is a name of this one. */
async function aliasesNamed(trx: Database, { name, aliases }: TechnologyRequest, of: Standing): Promise<string[]> {
  const added = aliases.filter((alias) => !of.aliases.includes(alias))
  const taken = added.length === 0 ? [] : (await presentNames(trx, added)).filter(({ id }) => id !== of.id)
  const clash = taken[0]
  if (clash) {
    const at = aliases.findIndex((alias) => alias.toLowerCase() === clash.name.toLowerCase())
    const advice = 'If the two are the same, merge them; otherwise leave this name out.'
    throw invalid(`/aliases/${at}`, `${repeated(clash.name)} is the name of another technology. ${advice}`)
  }
  return withoutRepeats(name, aliases)
}

/** One level of wholes is enough: a whole belongs to none itself, and so nothing goes round in a circle. */
async function wholeNamed(trx: Database, reference: string | null, of: Standing): Promise<string | null> {
  if (reference === null) return null
  const whole = await findTechnology(trx, reference)
  if (!whole) throw invalid('/partOf', `There is no technology ${repeated(reference)}.`)
  if (whole.slug === of.partOf?.slug) return whole.id
  if (whole.id === of.id) throw invalid('/partOf', 'A technology cannot be a part of itself.')
  if (whole.partOf)
    throw invalid(
      '/partOf',
      `${whole.name} is itself a part of ${whole.partOf.name}. Choose ${whole.partOf.name} instead.`,
    )
  const parts = await partNames(trx, of.id)
  if (parts.length > 0)
    throw invalid('/partOf', `It has parts itself (${parts.join(', ')}), so it cannot be a part of another.`)
  return whole.id
}

/** Somebody of the scan team. Whoever has left it since may stay named. */
async function ownerNamed(trx: Database, account: string | null, of: Standing) {
  if (account === null || account === of.owner?.id) return account
  const team = await accountsWithRole(trx, 'scanner')
  if (!team.some(({ id }) => id === account))
    throw invalid('/owner', `Nobody of the scan team is ${repeated(account)}.`)
  return account
}

function evidenceNamed(id: string | null, { evidence }: Standing): string | null {
  if (id !== null && !evidence.some((one) => one.id === id))
    throw invalid('/readinessEvidence', `This technology has no evidence ${repeated(id)}.`)
  return id
}

async function policyItemsNamed(trx: Database, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return []
  const known = await policyItemIds(trx)
  const ids = slugs.map((slug, i) => {
    const id = known.get(slug)
    if (!id) throw invalid(`/policyItems/${i}`, `There is no policy item ${repeated(slug)}.`)
    return id
  })
  return [...new Set(ids)].sort()
}
