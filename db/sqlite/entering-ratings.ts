import { sql } from 'kysely'
import type { Database } from '../open.ts'

/** What was put aside of an import of ratings, at a glance; null where there is nothing of it. */
export interface StagedRound {
  id: string
  asksYears: boolean
  members: number
  newMembers: number
  /** Ids. */
  technologies: string[]
}

export async function stagedRound(trx: Database): Promise<StagedRound | null> {
  const { rows } = await sql<{ id: string | null; years: number; members: number; newMembers: number }>`
    select min(round_id) as id, coalesce(max(arrival = 'years'), 0) as years, count(distinct panellist_id) as members,
      (select count(*) from staged.panellists) as "newMembers" from staged.ratings`.execute(trx)
  const { id, years, members, newMembers } = rows[0]!
  if (id === null) return null
  const { rows: technologies } = await sql<{ id: string }>`select technology_id as id from staged.ratings
    group by technology_id order by min(rowid)`.execute(trx)
  return { id, asksYears: years === 1, members, newMembers, technologies: technologies.map((row) => row.id) }
}

/** What staged answers rest on: the items that their round asks, of whom, and that these panel members answer for the specialisms. */
export async function enterWhatAnswersNeed(trx: Database): Promise<void> {
  await sql`insert into main.round_pairs (round_id, technology_id, specialism_id)
    select round_id, technology_id, specialism_id from staged.ratings
    group by technology_id, specialism_id order by min(rowid)`.execute(trx)
  await sql`insert into main.panel_rows (panellist_id, specialism_id)
    select distinct panellist_id, specialism_id from staged.ratings where true on conflict do nothing`.execute(trx)
  await sql`insert into main.round_shares (round_id, panellist_id, technology_id, specialism_id)
    select round_id, panellist_id, technology_id, specialism_id from staged.ratings order by rowid`.execute(trx)
}

export interface StagedDigest {
  salt: string
  stance: string
  impact: number | null
  arrival: string | null
  band: number | null
  p10: number | null
  p50: number | null
  p90: number | null
  reason: string | null
}

const pageSize = 5_000

/** What was answered, in the order of the file, with the salt of each, in pages. */
export async function* stagedAnswers(trx: Database): AsyncGenerator<StagedDigest[]> {
  for (let from = 0; ; from += pageSize) {
    const { rows } =
      await sql<StagedDigest>`select salt, stance, impact, arrival, band, p10_after_start as p10, p50_after_start as p50,
      p90_after_start as p90, reason from staged.ratings where rowid > ${from} and rowid <= ${from + pageSize} order by rowid`.execute(
        trx,
      )
    if (rows.length === 0) return
    yield rows
  }
}
