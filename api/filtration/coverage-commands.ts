import {
  deleteCoverageNote,
  findCoverageNote,
  type NotePlace,
  writeCoverageNote as writeNote,
} from '../../db/coverage.ts'
import type { Database, Registry } from '../../db/open.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import { findCategory } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { CoverageNote } from '../contract/filtration.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { Refusal, repeated } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'

/** A place on a scan's map, by ids or slugs. */
export interface AtCell {
  scan: string
  specialism: string
  category: string
}

/** Keeps that somebody looked there, and what they found. */
export async function writeCoverageNote(
  registry: Registry,
  at: AtCell,
  text: string,
  seen: Precondition,
  by: By,
): Promise<{ note: CoverageNote; created: boolean }> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const place = await placeOf(trx, at)
      const before = await findCoverageNote(trx, place)
      if (before && before.text === text && seen.kind !== 'none') return { note: before, created: false }
      ensureSeen(seen, before)
      const version = (before?.version ?? 0) + 1
      await writeNote(trx, place, { text, by: by.account!, at: by.at, version })
      const details = { ...place, before: before?.text ?? null, after: text }
      record({ action: 'coverage.note', objectKind: 'scan', objectId: place.scan, details })
      return { note: await noteAt(trx, place), created: !before }
    },
    { redraws: false },
  )
}

/** Takes back that somebody looked there. */
export async function removeCoverageNote(registry: Registry, at: AtCell, seen: Precondition, by: By): Promise<void> {
  await perform(
    registry,
    by,
    async (trx, record) => {
      const place = await placeOf(trx, at)
      const before = await noteAt(trx, place)
      ensureSeen(seen, before)
      await deleteCoverageNote(trx, place)
      const details = { ...place, before: before.text, after: null }
      record({ action: 'coverage.note', objectKind: 'scan', objectId: place.scan, details })
    },
    { redraws: false },
  )
}

/** Throws 404 where the scan holds no such place, or nobody has written there. */
export async function getCoverageNote(db: Database, at: AtCell): Promise<CoverageNote> {
  return noteAt(db, await placeOf(db, at))
}

async function noteAt(db: Database, place: NotePlace): Promise<CoverageNote> {
  const note = await findCoverageNote(db, place)
  if (!note) throw new Refusal('not-found', 'Nobody has written here that they looked.')
  return note
}

async function placeOf(db: Database, at: AtCell): Promise<NotePlace> {
  const scan = await getScan(db, at.scan)
  const category = await findCategory(db, at.category)
  if (!category) throw new Refusal('not-found', `There is no category ${repeated(at.category)}.`)
  const held = await heldSpecialisms(db, scan.id)
  const specialism = held.find(({ id, slug }) => id === at.specialism || slug === at.specialism)
  if (!specialism)
    throw new Refusal('not-found', `${scan.name} does not hold the specialism ${repeated(at.specialism)}.`)
  return { scan: scan.id, specialism: specialism.id, category: category.id }
}
