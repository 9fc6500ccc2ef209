import type { Database } from '../../db/open.ts'
import { categories, specialisms } from '../../db/taxonomy.ts'
import type { By } from '../audit/perform.ts'
import type { RadarMappingRequest } from '../contract/imports.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { fieldsOf } from './fields.ts'
import type { ImportKeeper, StagedImport } from './import-keeper.ts'
import { noImport } from './reader.ts'

/** Has a file looked at again, each column for what somebody says it holds. */
export function chooseColumns(
  imports: ImportKeeper,
  one: StagedImport,
  fields: (string | null)[],
  seen: Precondition,
): void {
  ensureSeen(seen, one)
  ensureState(one, 'checked')
  const { columns } = one.checked!
  if (fields.length !== columns.length)
    throw invalid('/fields', `The file has ${columns.length} columns. You sent ${fields.length}.`)
  const known = fieldsOf[one.kind]
  fields.forEach((field, i) => {
    if (field === null) return
    if (!known.some((it) => it.field === field)) throw invalid(`/fields/${i}`, `There is no field ${repeated(field)}.`)
    if (fields.indexOf(field) !== i)
      throw invalid(`/fields/${i}`, `Two columns cannot hold the same. You sent ${repeated(field)} twice.`)
  })
  imports.checkAgain(one, fields, one.mapping)
}

/** Has a radar's entries checked by what somebody says of its quadrants and rings. */
export async function mapRadar(
  db: Database,
  imports: ImportKeeper,
  one: StagedImport,
  request: RadarMappingRequest,
  seen: Precondition,
): Promise<void> {
  ensureSeen(seen, one)
  ensureState(one, 'checked')
  const { radar } = one.checked!
  if (!radar) throw new Refusal('conflict', 'This file is not a radar of another tool.')
  ensureNamed(radar.quadrants, request.quadrants, 'quadrants')
  ensureNamed(radar.rings, request.rings, 'rings')
  const known = new Set((await categories(db)).filter(({ retired }) => !retired).map(({ slug }) => slug))
  const strange = request.quadrants.findIndex(({ category }) => !known.has(category))
  if (strange >= 0)
    throw invalid(
      `/quadrants/${strange}/category`,
      `The registry has no category ${repeated(request.quadrants[strange]!.category)}.`,
    )
  ensureSpecialisms(new Set((await specialisms(db)).map(({ slug }) => slug)), request)
  imports.checkAgain(one, null, request)
}

/** Each part of the radar once, and no other. */
function ensureNamed(parts: readonly { name: string }[], named: readonly { name: string }[], field: string): void {
  const sent = new Set(named.map(({ name }) => name))
  const missing = parts.find(({ name }) => !sent.has(name))
  if (missing) throw invalid(`/${field}`, `Say what ${repeated(missing.name)} is here.`)
  if (named.length !== parts.length)
    throw invalid(`/${field}`, `The radar has ${parts.length} ${field}. You sent ${named.length}.`)
}

function ensureSpecialisms(known: ReadonlySet<string>, { quadrants, specialisms }: RadarMappingRequest): void {
  const ensure = (slugs: readonly string[], at: string) =>
    slugs.forEach((slug, i) => {
      if (!known.has(slug)) throw invalid(`${at}/${i}`, `The registry has no specialism ${repeated(slug)}.`)
    })
  ensure(specialisms, '/specialisms')
  quadrants.forEach((one, i) => {
    ensure(one.specialisms, `/quadrants/${i}/specialisms`)
    if (one.specialisms.length + specialisms.length === 0)
      throw invalid('/specialisms', 'Choose which specialisms the entries may affect: for all, or for each quadrant.')
  })
}

/** Enters the rows that can be used. Pressed twice, it is done once. */
export async function enterImport(
  imports: ImportKeeper,
  one: StagedImport,
  whole: boolean,
  seen: Precondition,
  by: By,
): Promise<void> {
  if (!by.account) throw new Refusal('not-signed-in', 'Somebody has to enter it.')
  if (one.state === 'entered') return
  ensureSeen(seen, one)
  ensureState(one, 'checked')
  await imports.enter(one, whole, { ...by, account: by.account })
}

export function discardImport(imports: ImportKeeper, one: StagedImport, seen: Precondition): void {
  ensureSeen(seen, one)
  if (one.state === 'entering') throw busy(one)
  imports.discard(one)
}

/** A file that can still be looked at. Throws 404 where there is none. */
export function getStaged(imports: ImportKeeper, id: string): StagedImport {
  const one = imports.find(id)
  if (!one) throw noImport(id)
  return one
}

/** As `getStaged`, where its rows are there to be looked at. */
export function getLookedAt(imports: ImportKeeper, id: string): StagedImport {
  const one = getStaged(imports, id)
  if (one.state !== 'checked' && one.state !== 'entered') throw busy(one)
  return one
}

function ensureState(one: StagedImport, state: StagedImport['state']): void {
  if (one.state !== state) throw busy(one)
}

function busy(one: StagedImport): Refusal {
  const says = {
    reading: 'The file is still being read. Wait until that is done.',
    checked: 'The file has been read and was not entered.',
    entering: 'The file is being entered. Wait until that is done.',
    entered: 'The file has been entered already.',
    failed: `The file cannot be used. ${one.failure}`,
  }
  return new Refusal('conflict', says[one.state])
}
