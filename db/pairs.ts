import type { Database } from './open.ts'

/** A technology with what decides whether and of whom a round asks about it. */
export interface TechnologyToAsk {
  id: string
  slug: string
  name: string
  archived: boolean
  /** The id of its whole. */
  partOf: string | null
  /** Ids of all specialisms that it may affect. */
  affects: string[]
}

/** Technologies with these ids or slugs, or all that may affect one of these specialisms, by name. */
export async function technologiesToAsk(
  db: Database,
  which: { references: readonly string[] } | { affecting: readonly string[] } | { inScan: string },
): Promise<TechnologyToAsk[]> {
  const affected = new Map<string, string[]>()
  for (const row of await db.selectFrom('technology_specialisms').selectAll().orderBy('specialism_id').execute())
    affected.set(row.technology_id, [...(affected.get(row.technology_id) ?? []), row.specialism_id])
  const rows = await db
    .selectFrom('technologies')
    .select(['id', 'slug', 'name', 'archived', 'part_of as partOf'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  const held = 'inScan' in which ? await idsInScan(db, which.inScan) : new Set<string>()
  const references = new Set('references' in which ? which.references : [])
  const affecting = new Set('affecting' in which ? which.affecting : [])
  return rows
    .map(({ archived, ...row }) => ({ ...row, archived: archived === 1, affects: affected.get(row.id) ?? [] }))
    .filter(
      ({ id, slug, affects }) =>
        held.has(id) || references.has(id) || references.has(slug) || affects.some((one) => affecting.has(one)),
    )
}

async function idsInScan(db: Database, scan: string): Promise<Set<string>> {
  const rows = await db.selectFrom('scan_technologies').select('technology_id').where('scan_id', '=', scan).execute()
  return new Set(rows.map((row) => row.technology_id))
}

export interface Pair {
  technology: string
  specialism: string
}

/** What a round asks, in the order in which it was asked. */
export async function pairsOf(db: Database, round: string): Promise<Pair[]> {
  return db
    .selectFrom('round_pairs')
    .select(['technology_id as technology', 'specialism_id as specialism'])
    .where('round_id', '=', round)
    .orderBy('n')
    .execute()
}

/** All that any of these rounds asks about these technologies (ids), each pair once. */
export async function pairsOfAny(
  db: Database,
  rounds: readonly string[],
  technologies: readonly string[],
): Promise<Pair[]> {
  if (rounds.length === 0) return []
  return db
    .selectFrom('round_pairs')
    .select(['technology_id as technology', 'specialism_id as specialism'])
    .distinct()
    .where('round_id', 'in', rounds)
    .where('technology_id', 'in', technologies)
    .orderBy('technology_id')
    .orderBy('specialism_id')
    .execute()
}

/** Adds pairs to what a round asks, those it asks already left out; returns those that are new. */
export async function addNewPairs(trx: Database, round: string, wanted: readonly Pair[]): Promise<Pair[]> {
  const known = new Set((await pairsOf(trx, round)).map(keyOf))
  const added = wanted.filter((pair) => !known.has(keyOf(pair)))
  for (let i = 0; i < added.length; i += 500) {
    const rows = added
      .slice(i, i + 500)
      .map((pair) => ({ round_id: round, technology_id: pair.technology, specialism_id: pair.specialism }))
    await trx.insertInto('round_pairs').values(rows).execute()
  }
  return added
}

/** Takes a technology out of what a prepared round asks, with all that hangs on it; says whether it was there. */
export async function removePairs(trx: Database, round: string, technology: string): Promise<boolean> {
  for (const table of ['round_shares', 'round_reasons'] as const)
    await trx.deleteFrom(table).where('round_id', '=', round).where('technology_id', '=', technology).execute()
  const { numDeletedRows } = await trx
    .deleteFrom('round_pairs')
    .where('round_id', '=', round)
    .where('technology_id', '=', technology)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whether any round of a scan asks about a technology. */
export async function isAskedInScan(db: Database, scan: string, technology: string): Promise<boolean> {
  const row = await db
    .selectFrom('round_pairs')
    .innerJoin('rounds', 'rounds.id', 'round_pairs.round_id')
    .select('round_pairs.n')
    .where('rounds.scan_id', '=', scan)
    .where('round_pairs.technology_id', '=', technology)
    .limit(1)
    .executeTakeFirst()
  return !!row
}

export async function isInScan(db: Database, scan: string, technology: string): Promise<boolean> {
  const row = await db
    .selectFrom('scan_technologies')
    .select('technology_id')
    .where('scan_id', '=', scan)
    .where('technology_id', '=', technology)
    .executeTakeFirst()
  return !!row
}

/** Takes a technology that no round asks about out of a scan. */
export async function leaveScan(trx: Database, scan: string, technology: string): Promise<void> {
  await trx
    .deleteFrom('scan_technologies')
    .where('scan_id', '=', scan)
    .where('technology_id', '=', technology)
    .execute()
}

export type LookReason = 'shortlist' | 'disputed' | 'saved'

/** Why a round asks about technologies again. */
export async function insertReasons(
  trx: Database,
  round: string,
  reasons: readonly { technology: string; reason: LookReason }[],
): Promise<void> {
  for (let i = 0; i < reasons.length; i += 500) {
    const rows = reasons
      .slice(i, i + 500)
      .map(({ technology, reason }) => ({ round_id: round, technology_id: technology, reason }))
    await trx.insertInto('round_reasons').values(rows).execute()
  }
}

/** By technology id; none where it was simply asked. */
export async function reasonsOf(db: Database, round: string): Promise<Map<string, LookReason[]>> {
  const rows = await db
    .selectFrom('round_reasons')
    .select(['technology_id', 'reason'])
    .where('round_id', '=', round)
    .orderBy('reason', 'desc')
    .execute()
  const reasons = new Map<string, LookReason[]>()
  for (const row of rows) reasons.set(row.technology_id, [...(reasons.get(row.technology_id) ?? []), row.reason])
  return reasons
}

const keyOf = ({ technology, specialism }: Pair) => `${technology} ${specialism}`
