import { randomInt } from 'node:crypto'
import type { Database } from './open.ts'

/** Read aloud without mistakes: no vowels, no 0 and O, 1 and I. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** By panellist id: under which name the answers of a scan's panel leave the registry. */
export async function pseudonymsOf(db: Database, scan: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('pseudonyms')
    .innerJoin('panellists', 'panellists.id', 'pseudonyms.panellist_id')
    .select(['pseudonyms.panellist_id', 'pseudonyms.pseudonym'])
    .where('panellists.scan_id', '=', scan)
    .execute()
  return new Map(rows.map((row) => [row.panellist_id, row.pseudonym]))
}

/** By pseudonym, in every scan: whose it is. */
export async function allPseudonyms(db: Database): Promise<Map<string, { panellist: string; scan: string }>> {
  const rows = await db
    .selectFrom('pseudonyms')
    .innerJoin('panellists', 'panellists.id', 'pseudonyms.panellist_id')
    .select(['pseudonyms.pseudonym', 'panellists.id as panellist', 'panellists.scan_id as scan'])
    .execute()
  return new Map(rows.map(({ pseudonym, ...whose }) => [pseudonym, whose]))
}

/** Draws a pseudonym, by lot, for everybody on a scan's panel who has none, also for those who have left; returns how many. */
export async function drawPseudonyms(trx: Database, scan: string): Promise<number> {
  const without = await trx
    .selectFrom('panellists')
    .leftJoin('pseudonyms', 'pseudonyms.panellist_id', 'panellists.id')
    .select('panellists.id')
    .where('panellists.scan_id', '=', scan)
    .where('pseudonyms.panellist_id', 'is', null)
    .execute()
  const taken = new Set((await trx.selectFrom('pseudonyms').select('pseudonym').execute()).map((row) => row.pseudonym))
  const drawn = without.map(({ id }) => ({ panellist_id: id, pseudonym: drawFresh(taken) }))
  for (let from = 0; from < drawn.length; from += 500)
    await trx
      .insertInto('pseudonyms')
      .values(drawn.slice(from, from + 500))
      .execute()
  return drawn.length
}

function drawFresh(taken: Set<string>): string {
  for (;;) {
    const pseudonym = `P-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`
    if (taken.has(pseudonym)) continue
    taken.add(pseudonym)
    return pseudonym
  }
}

/** Panel members of a scan whose person was removed: whatever pseudonym they have was drawn since. */
export async function removedMembers(db: Database, scan: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('accounts', 'accounts.id', 'panellists.account_id')
    .select('panellists.id')
    .where('panellists.scan_id', '=', scan)
    .where('accounts.erased_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
