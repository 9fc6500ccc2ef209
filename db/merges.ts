import { nameless } from '../api/accounts/nameless.ts'
import type { ExitReason } from '../api/contract/exits.ts'
import type { Evidence } from '../api/contract/technologies.ts'
import { evidenceOf } from './evidence.ts'
import type { Database } from './open.ts'

/** What a merge moved to the survivor, and how the merged technology stood before. Ids, but for the names. */
export interface Moved {
  aliases: string[]
  evidence: string[]
  signals: string[]
  before: { archived: boolean; reason: ExitReason | null; note: string }
}

export interface MergeRow {
  id: string
  survivor: string
  merged: { id: string; slug: string; name: string }
  moved: Moved
  /** A name; null where that person has left. */
  by: string | null
  at: string
  undoneAt: string | null
}

/** Moves evidence and links to signals from one technology to another. Of a signal that is linked to both, the links stay. */
export async function moveBelongings(
  trx: Database,
  from: string,
  to: string,
): Promise<Pick<Moved, 'evidence' | 'signals'>> {
  const evidence = await trx
    .selectFrom('evidence')
    .select('id')
    .where('technology_id', '=', from)
    .orderBy('id')
    .execute()
  const signals = await trx
    .selectFrom('signal_links')
    .select('signal_id as id')
    .where('technology_id', '=', from)
    .where('signal_id', 'not in', (eb) =>
      eb.selectFrom('signal_links').select('signal_id').where('technology_id', '=', to),
    )
    .orderBy('signal_id')
    .execute()
  const ids = { evidence: evidence.map(({ id }) => id), signals: signals.map(({ id }) => id) }
  await moveBack(trx, ids, from, to)
  return ids
}

/** Moves this evidence and these links, as far as they still stand with `from`. */
export async function moveBack(trx: Database, ids: Pick<Moved, 'evidence' | 'signals'>, from: string, to: string) {
  for (const some of chunks(ids.evidence))
    await trx
      .updateTable('evidence')
      .set({ technology_id: to })
      .where('id', 'in', some)
      .where('technology_id', '=', from)
      .execute()
  for (const some of chunks(ids.signals)) {
    await trx
      .updateTable('signal_links')
      .set({ technology_id: to })
      .where('signal_id', 'in', some)
      .where('technology_id', '=', from)
      .where('signal_id', 'not in', (eb) =>
        eb.selectFrom('signal_links').select('signal_id').where('technology_id', '=', to),
      )
      .execute()
    await trx
      .updateTable('signals')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', 'in', some)
      .execute()
  }
}

const most = 500

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, i) => ids.slice(i * most, (i + 1) * most))
}

/** Archives a technology under its survivor. */
export async function setMerged(trx: Database, merged: string, survivor: string, at: string): Promise<void> {
  await trx
    .updateTable('technologies')
    .set((eb) => ({
      archived: 1,
      archived_reason: 'duplicate',
      archived_note: '',
      merged_into: survivor,
      changed_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', merged)
    .execute()
}

/** A technology stands by itself again, archived or not, as before its merge. */
export async function setUnmerged(trx: Database, merged: string, { before }: Moved, at: string): Promise<void> {
  await trx
    .updateTable('technologies')
    .set((eb) => ({
      archived: before.archived ? 1 : 0,
      archived_reason: before.reason,
      archived_note: before.note,
      merged_into: null,
      changed_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', merged)
    .execute()
}

export async function setAliases(
  trx: Database,
  technology: string,
  aliases: readonly string[],
  at: string,
): Promise<void> {
  await trx
    .updateTable('technologies')
    .set((eb) => ({ aliases: JSON.stringify(aliases), changed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', technology)
    .execute()
}

/** A technology's stage of development rests no longer on any of this evidence, which is not its own any more. */
export async function forgetReadinessEvidence(trx: Database, technology: string, evidence: readonly string[]) {
  await trx
    .updateTable('technologies')
    .set({ readiness_evidence_id: null })
    .where('id', '=', technology)
    .where('readiness_evidence_id', 'in', evidence.length > 0 ? evidence : [''])
    .execute()
}

export async function insertMerge(
  trx: Database,
  merge: { id: string; survivor: string; merged: string; moved: Moved; by: string; at: string },
): Promise<void> {
  await trx
    .insertInto('merges')
    .values({
      id: merge.id,
      survivor_id: merge.survivor,
      merged_id: merge.merged,
      moved: JSON.stringify(merge.moved),
      merged_by: merge.by,
      merged_at: merge.at,
    })
    .execute()
}

export async function setMoved(trx: Database, merge: string, moved: Moved): Promise<void> {
  await trx
    .updateTable('merges')
    .set({ moved: JSON.stringify(moved) })
    .where('id', '=', merge)
    .execute()
}

export async function setUndone(trx: Database, merge: string, at: string): Promise<void> {
  await trx.updateTable('merges').set({ undone_at: at }).where('id', '=', merge).execute()
}

/** What was merged into a technology (id), newest first; what was taken back too. */
export async function mergesInto(db: Database, survivor: string): Promise<MergeRow[]> {
  const rows = await db
    .selectFrom('merges')
    .innerJoin('technologies', 'technologies.id', 'merges.merged_id')
    .leftJoin('people', 'people.account_id', 'merges.merged_by')
    .selectAll('merges')
    .select(['technologies.slug', 'technologies.name', 'people.name as by'])
    .where('merges.survivor_id', '=', survivor)
    .orderBy('merges.merged_at', 'desc')
    .orderBy('merges.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    survivor: row.survivor_id,
    merged: { id: row.merged_id, slug: row.slug, name: row.name },
    moved: JSON.parse(row.moved) as Moved,
    by: row.by ?? nameless,
    at: row.merged_at,
    undoneAt: row.undone_at,
  }))
}

/** The first round that was opened after a time and asks about a technology. */
export async function roundOpenedSince(db: Database, technology: string, at: string) {
  return db
    .selectFrom('rounds')
    .innerJoin('scans', 'scans.id', 'rounds.scan_id')
    .select(['rounds.number', 'scans.name as scan'])
    .where('rounds.opened_at', '>=', at)
    .where('rounds.id', 'in', (eb) =>
      eb.selectFrom('round_pairs').select('round_id').where('technology_id', '=', technology),
    )
    .orderBy('rounds.opened_at')
    .limit(1)
    .executeTakeFirst()
}

/** Where technologies that were merged lead to: the last survivor, by the merged one's id. */
export async function survivorsOf(
  db: Database,
  technologies: readonly { id: string; merged_into: string | null }[],
): Promise<Map<string, { id: string; slug: string; name: string }>> {
  const survivors = new Map<string, { id: string; slug: string; name: string }>()
  for (const { id, merged_into } of technologies) {
    let next = merged_into
    while (next !== null) {
      const one = await db
        .selectFrom('technologies')
        .select(['id', 'slug', 'name', 'merged_into'])
        .where('id', '=', next)
        .executeTakeFirstOrThrow()
      survivors.set(id, { id: one.id, slug: one.slug, name: one.name })
      next = one.merged_into
    }
  }
  return survivors
}

/** A technology's evidence, also what a merge has moved away, so that whoever was asked about it still finds what was shown. */
export async function evidenceShownOf(db: Database, technology: string): Promise<Evidence[]> {
  return evidenceOf(db, technology, (await evidenceMoved(db, technology)).away)
}

/** The same as it stands in a scan that was frozen at a time: what came from another technology since is not of it. */
export async function evidenceInScan(db: Database, technology: string, frozenAt: string | null): Promise<Evidence[]> {
  const { away, here } = await evidenceMoved(db, technology, frozenAt)
  const shown = await evidenceOf(db, technology, away)
  return here.size === 0 ? shown : shown.filter(({ id }) => !here.has(id))
}

/** Ids of evidence that merges have moved away from a technology, and to it since a time. */
async function evidenceMoved(db: Database, technology: string, since: string | null = null) {
  const rows = await db
    .selectFrom('merges')
    .select(['merged_id', 'moved', 'merged_at'])
    .where((eb) => eb.or([eb('merged_id', '=', technology), eb('survivor_id', '=', technology)]))
    .where('undone_at', 'is', null)
    .execute()
  const movedBy = ({ moved }: { moved: string }) => (JSON.parse(moved) as Moved).evidence
  const away = rows.filter((row) => row.merged_id === technology).flatMap(movedBy)
  const came = rows.filter((row) => row.merged_id !== technology && since !== null && row.merged_at > since)
  return { away, here: new Set(came.flatMap(movedBy)) }
}
