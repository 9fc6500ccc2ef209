import type { PersonalData } from '../api/contract/personal-data.ts'
import type { Database } from './open.ts'

/** How somebody signs in, and from where they have. */
export async function waysInOf(db: Database, account: string) {
  const factor = await db
    .selectFrom('second_factors')
    .select('set_up_at')
    .where('account_id', '=', account)
    .executeTakeFirst()
  const singleSignOn = await db
    .selectFrom('identities')
    .select(['issuer', 'subject'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .select(['way', 'address', 'client'])
    .select(['created_at as createdAt', 'last_used_at as lastUsedAt', 'expires_at as expiresAt'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute()
  const links = await db
    .selectFrom('one_use_links')
    .select(['purpose', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .execute()
  return { secondFactorSince: factor?.set_up_at ?? null, singleSignOn, sessions, links }
}

/** Every seat on a panel, also those that were left, with what was said there. */
export async function seatsWithWords(db: Database, account: string): Promise<PersonalData['seats']> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('scans', 'scans.id', 'panellists.scan_id')
    .leftJoin('pseudonyms', 'pseudonyms.panellist_id', 'panellists.id')
    .selectAll('panellists')
    .select(['scans.slug', 'scans.name', 'pseudonyms.pseudonym'])
    .where((eb) => eb.or([eb('panellists.account_id', '=', account), eb('panellists.deputy_account_id', '=', account)]))
    .orderBy('panellists.joined_at')
    .orderBy('panellists.id')
    .execute()
  const seats: PersonalData['seats'] = []
  for (const row of rows) {
    const isOwn = row.account_id === account
    seats.push({
      scan: { slug: row.slug, name: row.name },
      specialisms: await specialismsOfSeat(db, row.id),
      joinedAt: row.joined_at,
      // What the holder of a seat said is not its deputy's to read.
      leftAt: isOwn ? row.left_at : null,
      noticeReadAt: isOwn ? row.notice_read_at : null,
      consentToBeNamed: isOwn && row.named_consent !== null ? row.named_consent === 1 : null,
      pseudonym: isOwn ? row.pseudonym : null,
      deputyOf: !isOwn,
      declarations: isOwn ? await declarationsOfSeat(db, row.id) : [],
    })
  }
  return seats
}

async function specialismsOfSeat(db: Database, panellist: string): Promise<string[]> {
  const rows = await db
    .selectFrom('panel_rows')
    .innerJoin('specialisms', 'specialisms.id', 'panel_rows.specialism_id')
    .select('specialisms.name')
    .where('panel_rows.panellist_id', '=', panellist)
    .orderBy('specialisms.name')
    .execute()
  return rows.map(({ name }) => name)
}

async function declarationsOfSeat(db: Database, panellist: string) {
  return db
    .selectFrom('declarations')
    .select(['kind', 'statement', 'declared_at as declaredAt'])
    .where('panellist_id', '=', panellist)
    .orderBy('version')
    .execute()
}

/** Every version of every answer, also those that were replaced or withdrawn. */
export async function answersGiven(db: Database, account: string): Promise<NonNullable<PersonalData['answers']>> {
  const rows = await db
    .selectFrom('ratings')
    .innerJoin('panellists', 'panellists.id', 'ratings.panellist_id')
    .innerJoin('rounds', 'rounds.id', 'ratings.round_id')
    .innerJoin('scans', 'scans.id', 'rounds.scan_id')
    .innerJoin('technologies', 'technologies.id', 'ratings.technology_id')
    .innerJoin('specialisms', 'specialisms.id', 'ratings.specialism_id')
    .selectAll('ratings')
    .select(['scans.name as scan', 'scans.start_year', 'rounds.number as round'])
    .select(['technologies.name as technology', 'specialisms.name as specialism'])
    .where('panellists.account_id', '=', account)
    .orderBy('ratings.seq')
    .execute()
  return rows.map((row) => ({
    scan: row.scan,
    round: row.round,
    technology: row.technology,
    specialism: row.specialism,
    version: row.version,
    stance: row.stance,
    impact: row.impact,
    arrival: arrivalInWords(row),
    reason: row.reason,
    onPaper: row.typed_by !== null,
    recordedAt: row.recorded_at,
  }))
}

interface ArrivalRow {
  arrival: 'band' | 'years' | 'cannot-say' | null
  band: number | null
  start_year: number
  p10_after_start: number | null
  p50_after_start: number | null
  p90_after_start: number | null
}

function arrivalInWords(row: ArrivalRow): string | null {
  if (row.arrival === 'band') return `band ${row.band! + 1} of the method`
  if (row.arrival !== 'years') return row.arrival
  const year = (after: number | null) => row.start_year + (after ?? 0)
  return `${year(row.p10_after_start)}, ${year(row.p50_after_start)}, ${year(row.p90_after_start)}`
}

/** What somebody wrote under their name. */
export async function textsWritten(db: Database, account: string) {
  const reviews = await db
    .selectFrom('review_versions')
    .innerJoin('reviews', 'reviews.id', 'review_versions.review_id')
    .innerJoin('technologies', 'technologies.id', 'reviews.technology_id')
    .innerJoin('specialisms', 'specialisms.id', 'reviews.specialism_id')
    .select(['technologies.name as technology', 'specialisms.name as specialism', 'review_versions.version'])
    .select(['review_versions.state', 'review_versions.content', 'review_versions.written_at as writtenAt'])
    .where('review_versions.written_by', '=', account)
    .orderBy('review_versions.written_at')
    .execute()
  const notes = await db
    .selectFrom('technology_notes')
    .innerJoin('technologies', 'technologies.id', 'technology_notes.technology_id')
    .select(['technologies.slug', 'technologies.name', 'technology_notes.text', 'technology_notes.written_at as at'])
    .where('technology_notes.written_by', '=', account)
    .orderBy('technology_notes.written_at')
    .execute()
  const nominations = await db
    .selectFrom('signals')
    .select(['title', 'text', 'received_at as receivedAt'])
    .where('sent_by', '=', account)
    .orderBy('n')
    .execute()
  return {
    reviews: reviews.map((row) => ({ ...row, content: JSON.parse(row.content) as Record<string, unknown> })),
    notes: notes.map(({ slug, name, text, at }) => ({ on: { slug, name }, text, at })),
    nominations,
  }
}

export async function messagesAbout(db: Database, account: string): Promise<PersonalData['messages']> {
  return db
    .selectFrom('messages')
    .innerJoin('scans', 'scans.id', 'messages.scan_id')
    .select(['messages.kind', 'scans.name as scan', 'messages.state'])
    .select(['messages.created_at as createdAt', 'messages.sent_at as sentAt'])
    .where('messages.account_id', '=', account)
    .orderBy('messages.created_at')
    .execute()
}

/** What the trail says that somebody did, and from where as long as that is kept. */
export async function actsOf(db: Database, account: string): Promise<PersonalData['audit']> {
  return db
    .selectFrom('audit_entries')
    .leftJoin('audit_addresses', 'audit_addresses.seq', 'audit_entries.seq')
    .select(['audit_entries.at', 'audit_entries.action', 'audit_entries.object_kind as objectKind'])
    .select(['audit_entries.object_id as objectId', 'audit_entries.via', 'audit_addresses.address'])
    .where('audit_entries.actor_id', '=', account)
    .orderBy('audit_entries.seq')
    .execute()
}
