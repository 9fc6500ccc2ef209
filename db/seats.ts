import type { Declaration } from '../api/contract/seats.ts'
import type { Database } from './open.ts'

/** What a panel member has read, agreed to and declared. */
export interface SeatState {
  noticeReadAt: string | null
  consentToBeNamed: boolean | null
  declaration: Declaration | null
  version: number
}

export async function seatState(db: Database, panellist: string): Promise<SeatState> {
  const row = await db
    .selectFrom('panellists')
    .select(['notice_read_at', 'named_consent', 'seat_version'])
    .where('id', '=', panellist)
    .executeTakeFirstOrThrow()
  return {
    noticeReadAt: row.notice_read_at,
    consentToBeNamed: row.named_consent === null ? null : row.named_consent === 1,
    declaration: await latestDeclaration(db, panellist),
    version: row.seat_version,
  }
}

/** When a panel member read the notice; null if they have not. */
export async function noticeReadAt(db: Database, panellist: string): Promise<string | null> {
  const row = await db
    .selectFrom('panellists')
    .select('notice_read_at')
    .where('id', '=', panellist)
    .executeTakeFirstOrThrow()
  return row.notice_read_at
}

export async function markNoticeRead(trx: Database, panellist: string, at: string): Promise<void> {
  await changeSeat(trx, panellist, { notice_read_at: at })
}

export async function setConsent(trx: Database, panellist: string, consent: boolean): Promise<void> {
  await changeSeat(trx, panellist, { named_consent: consent ? 1 : 0 })
}

/** Adds a version of a declaration; `technologies` are ids. */
export async function addDeclaration(
  trx: Database,
  panellist: string,
  declaration: { kind: 'none' | 'some'; statement: string; technologies: readonly string[]; version: number },
  at: string,
): Promise<void> {
  await trx
    .insertInto('declarations')
    .values({
      ...declaration,
      panellist_id: panellist,
      technologies: JSON.stringify(declaration.technologies),
      declared_at: at,
    })
    .execute()
  await changeSeat(trx, panellist, {})
}

/** Every technology that any round of a scan has asked of a panel member's specialisms (ids). */
export async function technologiesAskedOf(db: Database, scan: string, specialisms: readonly string[]) {
  return db
    .selectFrom('round_pairs')
    .innerJoin('rounds', 'rounds.id', 'round_pairs.round_id')
    .innerJoin('technologies', 'technologies.id', 'round_pairs.technology_id')
    .select(['technologies.id', 'technologies.slug', 'technologies.name'])
    .distinct()
    .where('rounds.scan_id', '=', scan)
    .where('round_pairs.specialism_id', 'in', specialisms)
    .orderBy('technologies.slug')
    .execute()
}

type Change = { notice_read_at?: string; named_consent?: 0 | 1 }

async function changeSeat(trx: Database, panellist: string, change: Change): Promise<void> {
  await trx
    .updateTable('panellists')
    .set((eb) => ({ ...change, seat_version: eb('seat_version', '+', 1) }))
    .where('id', '=', panellist)
    .execute()
}

async function latestDeclaration(db: Database, panellist: string): Promise<Declaration | null> {
  const row = await db
    .selectFrom('declarations')
    .selectAll()
    .where('panellist_id', '=', panellist)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { kind, statement, version, declared_at } = row
  const technologies = await namesOf(db, JSON.parse(row.technologies))
  return { kind, statement, technologies, declaredAt: declared_at, version }
}

async function namesOf(db: Database, technologies: readonly string[]) {
  if (technologies.length === 0) return []
  return db
    .selectFrom('technologies')
    .select(['slug', 'name'])
    .where('id', 'in', technologies)
    .orderBy('slug')
    .execute()
}

/** The scans on whose panels an account sits, the newest first, with its specialisms by name. */
export async function seatsOfAccount(db: Database, account: string) {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('panel_rows', 'panel_rows.panellist_id', 'panellists.id')
    .innerJoin('scans', 'scans.id', 'panellists.scan_id')
    .innerJoin('scan_specialisms', (join) =>
      join
        .onRef('scan_specialisms.scan_id', '=', 'scans.id')
        .onRef('scan_specialisms.specialism_id', '=', 'panel_rows.specialism_id'),
    )
    .select(['scans.id', 'scans.slug', 'scans.name'])
    .select(['scan_specialisms.slug as specialism', 'scan_specialisms.name as specialism_name'])
    .where('panellists.account_id', '=', account)
    .where('panellists.left_at', 'is', null)
    .orderBy('scans.created_at', 'desc')
    .orderBy('scans.id')
    .orderBy('scan_specialisms.name')
    .execute()
  const seats = new Map<string, { id: string; scan: Named; specialisms: Named[] }>()
  for (const { id, slug, name, specialism, specialism_name } of rows) {
    const seat = seats.get(id) ?? { id, scan: { slug, name }, specialisms: [] }
    seat.specialisms.push({ slug: specialism, name: specialism_name })
    seats.set(id, seat)
  }
  return [...seats.values()]
}

interface Named {
  slug: string
  name: string
}
