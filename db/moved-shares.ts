import type { Database } from './open.ts'

/**
 * Where rounds share out their items: gives what one panel member was to answer for these specialisms and has not answered, in
 * the rounds of their scan that are not closed, to another. Returns how many items went over.
 */
export async function moveShares(
  trx: Database,
  from: { id: string; scan: string },
  to: string,
  specialisms: readonly string[],
): Promise<number> {
  const shares = await unansweredShares(trx, from, specialisms)
  for (const share of shares) {
    await trx
      .deleteFrom('round_shares')
      .where('round_id', '=', share.round_id)
      .where('panellist_id', '=', from.id)
      .where('technology_id', '=', share.technology_id)
      .where('specialism_id', '=', share.specialism_id)
      .execute()
    await trx
      .insertInto('round_shares')
      .values({ ...share, panellist_id: to })
      .onConflict((conflict) =>
        conflict.columns(['round_id', 'panellist_id', 'technology_id', 'specialism_id']).doNothing(),
      )
      .execute()
  }
  return shares.length
}

async function unansweredShares(trx: Database, from: { id: string; scan: string }, specialisms: readonly string[]) {
  if (specialisms.length === 0) return []
  const shares = await trx
    .selectFrom('round_shares')
    .innerJoin('rounds', 'rounds.id', 'round_shares.round_id')
    .selectAll('round_shares')
    .where('rounds.scan_id', '=', from.scan)
    .where('rounds.state', '!=', 'closed')
    .where('round_shares.panellist_id', '=', from.id)
    .where('round_shares.specialism_id', 'in', specialisms)
    .execute()
  const rounds = [...new Set(shares.map((share) => share.round_id))]
  const answered = await itemsAnswered(trx, rounds, from.id)
  return shares.filter((share) => !answered.has(itemOf(share)))
}

type Item = { round_id: string; technology_id: string; specialism_id: string }
const itemOf = (item: Item) => `${item.round_id} ${item.technology_id} ${item.specialism_id}`

/** What was answered and withdrawn again is not answered. */
async function itemsAnswered(trx: Database, rounds: readonly string[], panellist: string): Promise<Set<string>> {
  if (rounds.length === 0) return new Set()
  const versions = await trx
    .selectFrom('ratings')
    .select(['round_id', 'technology_id', 'specialism_id', 'stance'])
    .where('round_id', 'in', rounds)
    .where('panellist_id', '=', panellist)
    .orderBy('version')
    .execute()
  const present = new Map(versions.map((row) => [itemOf(row), row.stance]))
  return new Set([...present].filter(([, stance]) => stance !== 'withdrawn').map(([item]) => item))
}
