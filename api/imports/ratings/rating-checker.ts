import { randomBytes } from 'node:crypto'
import { methodOf } from '../../../db/methods.ts'
import { allPseudonyms } from '../../../db/pseudonyms.ts'
import { roundsOf } from '../../../db/rounds.ts'
import { findScan, heldSpecialisms } from '../../../db/scans.ts'
import { ratingStage } from '../../../db/staged-ratings.ts'
import { specialisms } from '../../../db/taxonomy.ts'
import { technologiesByName } from '../../../db/technologies.ts'
import type { ImportFinding } from '../../contract/imports.ts'
import { prose } from '../../contract/text.ts'
import { saysTheSame } from '../../ratings/rating.ts'
import { bandsOf } from '../../scans/method.ts'
import { plain } from '../columns.ts'
import type { FileRow } from '../reading/file-reader.ts'
import { type Checker, cut, type Given } from '../row-checker.ts'
import { keyOfName } from '../technology-names.ts'
import { type AnswerField, answerInRow } from './answer-in-row.ts'
import { labelOfUnnamed, problemOfLabel, pseudonymOf } from './label.ts'

/** Under this key stands how many rounds the scan had when the file was looked at. */
export const roundsKey = 'rounds'

/** Why somebody without a label is taken only where there is nobody yet. */
const couldBeTwice = 'The scan has answers already, and this could be one of them, so that it would count twice.'

const answerFields: readonly AnswerField[] = ['stance', 'impact', 'when', 'p10', 'p50', 'p90', 'reason']

/**
 * Checks rows that are answers on a technology for a specialism of one scan. One that says what its panel member's present answer says is known:
 * answers carry over, so that it would change nothing.
 */
export async function ratingChecker(given: Given): Promise<Checker> {
  const { columns, staging, lookup, newId, by } = given
  const scan = (await findScan(lookup.db, given.scan!))!
  const { method } = await methodOf(lookup.db, scan.id)
  const horizon = { startYear: scan.startYear, years: scan.horizonYears }
  const years = { method, horizon, bands: bandsOf(method, horizon) }
  const stage = ratingStage(staging, { scan, round: newId(), at: by.at })
  const technologies = await technologyNames(given)
  const specialismOf = await specialismNames(given, scan.id)
  const memberOf = await members(given, scan.id, stage)
  const rounds = await roundsOf(lookup.db, scan.id)
  staging.keepKey(roundsKey, rounds.length, null)

  return (row) => {
    const findings: ImportFinding[] = []
    const technology = find(row, 'technology', technologies, findings)
    const specialism = find(row, 'specialism', specialismOf, findings)
    const answer = answerIn(row, findings)
    const label = labelIn(row, technology?.id, specialism, findings)
    const name = cut(columns.text(row, 'technology'))
    const at = `${label} ${technology?.id} ${specialism?.id}`
    if (findings.length === 0 && !staging.keepKey(`answer ${at}`, row.row, null)) {
      const first = staging.findKey(`answer ${at}`)!.row
      findings.push(
        columns.finding(row, 'member', `Row ${first} holds an answer of the same panel member to the same.`),
      )
    }
    if (findings.length > 0 || !technology || !specialism || !answer || label === null) {
      staging.addBad(row.row, name, row.cells, findings)
      return { verdict: 'bad', problems: findings.length }
    }
    const panellist = memberOf.find(row.row, label)
    const pair = { panellist, technology: technology.id, specialism: specialism.id }
    const present = lookup.answer(scan, pair)
    const compared = columns.has('reason') ? answer : { ...answer, reason: present?.reason ?? null }
    if (present && saysTheSame(present, compared)) {
      staging.addKnown({ row: row.row, name, here: technology.slug, findings: [] })
      return { verdict: 'known', problems: 0 }
    }
    stage.answer(row.row, { ...answer, ...pair, salt: randomBytes(16).toString('base64url') })
    return { verdict: 'good', problems: 0 }
  }

  function find<T extends object>(
    row: FileRow,
    field: 'technology' | 'specialism',
    known: (text: string) => T | string,
    findings: ImportFinding[],
  ): T | undefined {
    const text = columns.text(row, field)
    const found = text === '' ? `${columns.titleOf(field)} is missing.` : known(text)
    if (typeof found !== 'string') return found
    findings.push(columns.finding(row, field, found))
    return undefined
  }

  function answerIn(row: FileRow, findings: ImportFinding[]) {
    const cells = Object.fromEntries(answerFields.map((field) => [field, columns.text(row, field)]))
    const read = answerInRow(cells as Record<AnswerField, string>, years)
    if ('problems' in read) {
      for (const { field, detail } of read.problems)
        findings.push(columns.finding(row, field, `${columns.titleOf(field)} ${detail}.`))
      return undefined
    }
    const reason = prose().nullable().safeParse(read.answer.reason)
    if (!reason.success)
      findings.push(
        ...columns.findings(
          row,
          reason.error.issues.map((issue) => ({ ...issue, path: ['reason'] })),
        ),
      )
    return reason.success ? { ...read.answer, reason: reason.data } : undefined
  }

  /** Whoever has no label is one more person each time that an item comes without one. */
  function labelIn(
    row: FileRow,
    technology: string | undefined,
    specialism: { id: string; slug: string } | undefined,
    findings: ImportFinding[],
  ) {
    const label = columns.text(row, 'member')
    if (label === '') {
      if (!technology || !specialism || findings.length > 0) return null
      const counter = `unnamed ${technology} ${specialism.id}`
      const nth = (staging.findKey(counter)?.row ?? 0) + 1
      staging.keepKey(counter, nth, null)
      staging.takeKey(counter, nth)
      const unnamed = labelOfUnnamed(specialism.slug, nth)
      if (rounds.length === 0 || memberOf.isKnown(unnamed)) return unnamed
      findings.push(columns.finding(row, 'member', `${columns.titleOf('member')} is missing. ${couldBeTwice}`))
      return null
    }
    const problem = problemOfLabel(label)
    if (problem) findings.push(columns.finding(row, 'member', `${columns.titleOf('member')} ${problem}.`))
    return problem ? null : label
  }
}

/** Finds technologies by id, slug, name or another name. */
async function technologyNames({ lookup }: Given) {
  const found = new Map<string, { id: string; slug: string; archived: boolean }>()
  for (const one of await technologiesByName(lookup.db))
    for (const name of [one.id, one.slug, one.name, ...one.aliases]) {
      const known = found.get(keyOfName(name))
      if (!known || (known.archived && !one.archived)) found.set(keyOfName(name), one)
    }
  return (text: string) => {
    const one = found.get(keyOfName(text))
    if (!one) return `The registry has no technology “${cut(text)}”.`
    return one.archived ? `“${cut(text)}” is archived. Bring it back first.` : one
  }
}

/** Finds the specialisms that the scan asks, by name, slug or another name. */
async function specialismNames({ lookup }: Given, scan: string) {
  const all = await specialisms(lookup.db)
  const held = await heldSpecialisms(lookup.db, scan)
  const aliases = new Map(all.map((one) => [one.id, one.aliases]))
  const byName = new Map(
    held.flatMap((one) =>
      [...(aliases.get(one.id) ?? []), one.id, one.slug, one.name].map((name) => [plain(name), one] as const),
    ),
  )
  return (text: string) => byName.get(plain(text)) ?? `The scan asks no specialism “${cut(text)}”.`
}

/** Finds the panel member (id) behind a label, and puts a new one aside for a label that the scan does not know. */
async function members({ lookup, newId }: Given, scan: string, stage: ReturnType<typeof ratingStage>) {
  const pseudonyms = await allPseudonyms(lookup.db)
  const known = new Map<string, string>()
  const isTaken = (pseudonym: string) => pseudonyms.has(pseudonym)
  const held = (label: string) =>
    [label, pseudonymOf(label, scan, () => true)].map((one) => pseudonyms.get(one)).find((one) => one?.scan === scan)
  return {
    isKnown: (label: string) => held(label) !== undefined,
    find: (row: number, label: string): string => {
      const before = known.get(label)
      if (before) return before
      const here = held(label)
      const member = here?.panellist ?? newId()
      known.set(label, member)
      if (!here) stage.member(row, { id: member, account: newId(), pseudonym: pseudonymOf(label, scan, isTaken) })
      return member
    },
  }
}
