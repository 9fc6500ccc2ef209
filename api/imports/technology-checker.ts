import { technologyStage } from '../../db/staged-technologies.ts'
import { categories, specialisms } from '../../db/taxonomy.ts'
import { namesOfTechnologies } from '../../db/technologies.ts'
import type { ImportFinding } from '../contract/imports.ts'
import { EvidenceRequest, TechnologyRequest } from '../contract/technologies.ts'
import { withoutRepeats } from '../technologies/aliases.ts'
import { precisionOf } from '../technologies/evidence.ts'
import { slugOf } from '../technologies/slug.ts'
import { plain } from './columns.ts'
import { isoDate } from './dates.ts'
import type { FileRow } from './reading/file-reader.ts'
import { type Checker, cut, type Given, orNull, partsOf, wholeNumber, word } from './row-checker.ts'
import { keyOfName } from './technology-names.ts'

const evidenceFields = [
  'evidenceKind',
  'evidenceText',
  'evidenceDate',
  'evidenceDateRole',
  'sourceTitle',
  'sourcePublisher',
  'sourceYear',
  'sourceUrl',
  'sourceType',
  'seenVia',
  'retrievedOn',
] as const
const fieldOfEvidence = {
  kind: 'evidenceKind',
  text: 'evidenceText',
  date: 'evidenceDate',
  dateRole: 'evidenceDateRole',
}

/** Checks rows that are technologies, each with its first evidence if it has any. */
export async function technologyChecker(given: Given): Promise<Checker> {
  const { columns, staging, lookup, newId, by } = given
  const named = await namesIn(given)
  const stage = technologyStage(staging, by)
  const held = await namesOfTechnologies(lookup.db)
  staging.inOneGo(() => {
    for (const { slug, name, aliases } of held)
      for (const one of [name, ...aliases]) staging.keepKey(keyOfName(one), null, slug)
  })

  return (row) => {
    const name = columns.text(row, 'name')
    const key = keyOfName(name)
    const same = name === '' ? undefined : staging.findKey(key)
    if (same?.here) return known(row, name, same.here)
    const findings: ImportFinding[] = []
    if (same) findings.push(columns.finding(row, 'name', `Name is the same as in row ${same.row}.`))
    const technology = technologyIn(row, findings)
    const evidence = evidenceIn(row, findings)
    if (technology === undefined || evidence === undefined || findings.length > 0) {
      staging.addBad(row.row, cut(name), row.cells, findings)
      return { verdict: 'bad', problems: findings.length }
    }
    for (const one of [technology.name, ...technology.aliases]) staging.keepKey(keyOfName(one), row.row, null)
    stage(
      row.row,
      { ...technology, id: newId(), slug: freeSlug(technology.name) },
      evidence && { ...evidence, id: newId() },
    )
    return { verdict: 'good', problems: 0 }
  }

  function technologyIn(row: FileRow, findings: ImportFinding[]) {
    const text = (field: string) => columns.text(row, field)
    const category = named.category(text('category'))
    const places = named.specialisms(text('specialisms'))
    const request = TechnologyRequest.safeParse({
      name: text('name'),
      description: text('description'),
      wouldChange: text('wouldChange'),
      category: category?.slug ?? 'none',
      kind: orNull(word(text('kind'))),
      readiness: wholeNumber(text('readiness')),
      readinessOn: orNull(isoDate(text('readinessOn'), given.dates)),
      milestone: word(text('milestone')) || undefined,
      milestonePlaces: wholeNumber(text('milestonePlaces')),
      milestoneSource: text('milestoneSource'),
      milestoneTest: text('milestoneTest'),
      specialisms: ['none'],
      aliases: partsOf(text('aliases')),
    })
    if (!request.success) findings.push(...columns.findings(row, request.error.issues))
    for (const alias of request.data?.aliases ?? [])
      if (isTaken(alias))
        findings.push(columns.finding(row, 'aliases', `“${cut(alias)}” is the name of another technology.`))
    if (!category) findings.push(columns.finding(row, 'category', said('category', text('category'))))
    else if (category.retired)
      findings.push(columns.finding(row, 'category', `The category “${cut(category.name)}” is retired.`))
    for (const unknown of places.unknown)
      findings.push(columns.finding(row, 'specialisms', said('specialism', unknown)))
    if (places.ids.length + places.unknown.length === 0)
      findings.push(columns.finding(row, 'specialisms', 'Specialisms are missing: name at least one.'))
    if (!request.success || !category || category.retired) return undefined
    const { data } = request
    return {
      ...data,
      aliases: withoutRepeats(data.name, data.aliases),
      category: category.id,
      kind: data.kind ?? category.kind,
      readinessBasis: data.readiness === null ? ('not-set' as const) : data.readinessBasis,
      specialisms: places.ids,
    }
  }

  function isTaken(alias: string): boolean {
    return staging.findKey(keyOfName(alias)) !== undefined
  }

  /** Null where the row holds none. */
  function evidenceIn(row: FileRow, findings: ImportFinding[]) {
    if (evidenceFields.every((field) => columns.text(row, field) === '')) return null
    const text = (field: (typeof evidenceFields)[number]) => columns.text(row, field)
    const date = (field: (typeof evidenceFields)[number]) => orNull(isoDate(text(field), given.dates))
    const request = EvidenceRequest.safeParse({
      kind: word(text('evidenceKind')),
      text: text('evidenceText'),
      date: date('evidenceDate'),
      dateRole: orNull(word(text('evidenceDateRole'))),
      sourceTitle: text('sourceTitle'),
      sourcePublisher: text('sourcePublisher'),
      sourceYear: wholeNumber(text('sourceYear')),
      sourceUrl: orNull(text('sourceUrl')),
      sourceType: word(text('sourceType')),
      seenVia: orNull(text('seenVia')),
      retrievedOn: date('retrievedOn'),
    })
    if (request.success) return { ...request.data, datePrecision: precisionOf(request.data.date) }
    findings.push(...columns.findings(row, request.error.issues, fieldOfEvidence))
    return undefined
  }

  /** Nothing of a technology that is here is changed by a file; what the file says otherwise is told. */
  function known(row: FileRow, name: string, here: string) {
    const held = lookup.technology(here)
    const differs = (field: string, is: string, same: boolean) =>
      same || columns.text(row, field) === '' ? [] : [columns.finding(row, field, `The registry says: ${cut(is)}`)]
    const text = (field: string) => columns.text(row, field).replace(/\r\n?/g, '\n').normalize('NFC')
    const category = named.category(text('category'))
    const { slugs } = named.specialisms(text('specialisms'))
    const findings = [
      ...differs('description', held.description, text('description') === held.description),
      ...differs('wouldChange', held.wouldChange, text('wouldChange') === held.wouldChange),
      ...differs('category', held.category, category?.slug === held.category),
      ...differs('readiness', String(held.readiness ?? 'not set'), wholeNumber(text('readiness')) === held.readiness),
      ...differs(
        'specialisms',
        held.specialisms ?? 'none',
        slugs === [...(held.specialisms ?? '').split(' ')].sort().join(' '),
      ),
    ]
    staging.addKnown({ row: row.row, name: cut(name), here, findings })
    return { verdict: findings.length > 0 ? ('differing' as const) : ('known' as const), problems: 0 }
  }

  /** The name's slug, numbered where the registry or an earlier row has it. */
  function freeSlug(name: string): string {
    const slug = slugOf(name, 'technology')
    const counter = `slug ${slug}`
    for (let n = (staging.findKey(counter)?.row ?? 0) + 1; ; n++) {
      const candidate = n === 1 ? slug : `${slug}-${n}`
      if (lookup.slugIsTaken(candidate) || !staging.keepKey(`slug ${candidate}`, 1, null)) continue
      if (n > 1) staging.takeKey(counter, n)
      return candidate
    }
  }
}

const said = (what: string, found: string) =>
  found === '' ? `The ${what} is missing.` : `The registry has no ${what} “${cut(found)}”.`

const mostRemembered = 2000

/** Categories and specialisms by what people call them. Cells repeat, so that each is taken apart once. */
async function namesIn({ lookup }: Given) {
  const [allCategories, allSpecialisms] = [await categories(lookup.db), await specialisms(lookup.db)]
  const category = new Map(allCategories.flatMap((one) => [one.name, one.slug].map((name) => [plain(name), one])))
  const specialism = new Map(
    [
      ...allSpecialisms.flatMap((one) => one.aliases.map((name) => ({ name, one }))),
      ...allSpecialisms.flatMap((one) => [one.slug, one.name].map((name) => ({ name, one }))),
    ].map(({ name, one }) => [plain(name), one]),
  )
  const remembered = new Map<string, { ids: string[]; slugs: string; unknown: string[] }>()
  return {
    category: (text: string) => category.get(plain(text)),
    specialisms: (text: string) => {
      const before = remembered.get(text)
      if (before) return before
      const parts = specialism.has(plain(text)) ? [text] : partsOf(text)
      const found = parts.flatMap((part) => specialism.get(plain(part)) ?? [])
      const each = {
        ids: [...new Set(found.map(({ id }) => id))].sort(),
        slugs: [...new Set(found.map(({ slug }) => slug))].sort().join(' '),
        unknown: parts.filter((part) => !specialism.has(plain(part))),
      }
      if (remembered.size < mostRemembered) remembered.set(text, each)
      return each
    },
  }
}
