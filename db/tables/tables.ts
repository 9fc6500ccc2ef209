import type { ColumnType, Generated, Insertable, Selectable } from 'kysely'

/** Row types as the database holds them: private to `db`, which hands out the types of the rules instead. */
type Flag = 0 | 1
type FlagWithDefault = ColumnType<Flag, Flag | undefined, Flag>

export interface Tables {
  registry_state: {
    only_row: 1
    demonstration: FlagWithDefault
    revision: Generated<number>
    restarts: Generated<number>
  }
  accounts: AccountsTable
  people: { account_id: string; name: string; email: string }
  account_roles: { account_id: string; role: 'board' | 'lead' | 'scanner' | 'admin' }
  sessions: { token_digest: string; account_id: string; created_at: string; expires_at: string }
  idempotency_keys: {
    account_id: string
    key: string
    request_digest: string
    result: string
    created_at: string
  }
  audit_entries: AuditEntriesTable
  groupings: { id: string; slug: string; name: string; position: number }
  specialisms: SpecialismsTable
  categories: { id: string; slug: string; name: string; kind: Kind; position: number }
  technologies: TechnologiesTable
  technology_specialisms: { technology_id: string; specialism_id: string }
  evidence: EvidenceTable
  scans: ScansTable
  scan_methods: ScanMethodsTable
  scan_specialisms: ScanSpecialismsTable
  scan_technologies: ScanTechnologiesTable
  panellists: PanellistsTable
  panel_rows: { panellist_id: string; specialism_id: string }
  rounds: RoundsTable
  round_pairs: { n: Generated<number>; round_id: string; technology_id: string; specialism_id: string }
  ratings: RatingsTable
  round_shares: { round_id: string; panellist_id: string; technology_id: string; specialism_id: string }
  declarations: DeclarationsTable
  lead_specialisms: { account_id: string; specialism_id: string }
  round_reasons: { round_id: string; technology_id: string; reason: 'shortlist' | 'disputed' | 'saved' }
  saved_technologies: {
    round_id: string
    technology_id: string
    saved_by: string
    reason: string
    saved_at: string
  }
  discussion_notes: DiscussionNotesTable
  messages: MessagesTable
  first_passwords: { token_digest: string; account_id: string; expires_at: string }
  signals: SignalsTable
  reviews: { id: string; scan_id: string; technology_id: string; specialism_id: string }
  review_versions: ReviewVersionsTable
  editions: EditionsTable
  edition_rows: { edition_id: string; kind: string; key: string; content: string; digest: string }
  pseudonyms: { panellist_id: string; pseudonym: string }
  outcomes: OutcomesTable
}

type Kind = 'diagnostic' | 'device' | 'software' | 'therapy' | 'service'
type Milestone = 'first' | 'one-in-five' | 'most'

interface AccountsTable {
  id: string
  look_around: FlagWithDefault
  password_hash: string | null
  created_at: string
  version: Generated<number>
}

interface AuditEntriesTable {
  seq: number
  at: string
  actor_id: string | null
  action: string
  object_kind: string
  object_id: string
  details: string
  previous_digest: string
  digest: string
}

interface SpecialismsTable {
  id: string
  slug: string
  name: string
  grouping_id: string
  description: string
  current: FlagWithDefault
  aliases: string
  overlaps_with: string
}

interface TechnologiesTable {
  n: Generated<number>
  id: string
  slug: string
  name: string
  description: string
  would_change: string
  category_id: string
  kind: Kind
  readiness: number | null
  readiness_basis: 'assessed' | 'illustrative' | 'not-set'
  readiness_on: string | null
  milestone: Milestone
  milestone_places: number | null
  milestone_source: string
  milestone_test: string
  illustrative_year: number | null
  archived: FlagWithDefault
  created_at: string
  changed_at: string
  version: Generated<number>
}

interface EvidenceTable {
  id: string
  technology_id: string
  kind: 'projection' | 'policy' | 'guidance' | 'regulatory' | 'trial' | 'rollout'
  text: string
  date: string | null
  date_precision: 'day' | 'month' | 'year' | null
  date_role: 'happened' | 'planned' | null
  source_title: string
  source_publisher: string
  source_year: number | null
  source_url: string | null
  source_type: 'official' | 'research' | 'secondary'
  seen_via: string | null
  retrieved_on: string | null
  archived: FlagWithDefault
  added_by: string
  created_at: string
  version: Generated<number>
}

interface ScansTable {
  id: string
  slug: string
  name: string
  start_year: number
  horizon_years: number
  time_zone: string
  board_sees_draft: FlagWithDefault
  previous_scan_id: string | null
  frozen_at: string | null
  created_at: string
  version: Generated<number>
}

interface ScanSpecialismsTable {
  scan_id: string
  specialism_id: string
  slug: string
  name: string
  grouping_id: string
  grouping_slug: string
  grouping_name: string
  headcount: number | null
}

interface ScanTechnologiesTable {
  scan_id: string
  technology_id: string
  readiness: number | null
  milestone: Milestone
  milestone_places: number | null
  milestone_source: Generated<string>
  milestone_test: Generated<string>
  entered_at: string
}

interface ScanMethodsTable {
  scan_id: string
  version: number
  parameters: string
  approved_by: Generated<string>
  approved_at_meeting: Generated<string>
  approved_on: string | null
  created_at: string
}

interface PanellistsTable {
  id: string
  scan_id: string
  account_id: string
  joined_at: string
  deputy_account_id: string | null
  left_at: string | null
  notice_read_at: string | null
  named_consent: Flag | null
  seat_version: Generated<number>
  version: Generated<number>
}

interface DeclarationsTable {
  panellist_id: string
  version: number
  kind: 'none' | 'some'
  statement: string
  /** Ids of technologies, as JSON. */
  technologies: string
  declared_at: string
}

interface DiscussionNotesTable {
  round_id: string
  technology_id: string
  text: string
  changed_by: string
  changed_at: string
  version: Generated<number>
}

interface MessagesTable {
  id: string
  kind: 'invitation' | 'round-opened' | 'reminder' | 'result'
  scan_id: string
  round_id: string | null
  account_id: string
  state: 'to-copy' | 'queued' | 'sending' | 'sent' | 'failed'
  attempts: Generated<number>
  failure: Generated<string>
  created_at: string
  due_at: string
  sent_at: string | null
}

interface SignalsTable {
  id: string
  origin: 'nomination' | 'out-of-date'
  title: string
  text: string
  web_address: string | null
  scan_id: string | null
  specialism_id: string | null
  technology_id: string | null
  sent_by: string | null
  received_at: string
}

interface ReviewVersionsTable {
  review_id: string
  version: number
  state: 'draft' | 'signed'
  content: string
  early_year: number | null
  illustrative: FlagWithDefault
  written_by: string
  written_at: string
}

interface RoundsTable {
  id: string
  scan_id: string
  number: number
  state: 'prepared' | 'open' | 'closed'
  asks_years: FlagWithDefault
  shared: FlagWithDefault
  shortlist_groups: number | null
  closes_on: string | null
  opened_at: string | null
  closed_at: string | null
  version: Generated<number>
}

interface RatingsTable {
  seq: Generated<number>
  round_id: string
  panellist_id: string
  technology_id: string
  specialism_id: string
  version: number
  stance: 'rated' | 'not-affected' | 'already' | 'cannot-judge' | 'withdrawn'
  impact: number | null
  arrival: 'band' | 'years' | 'cannot-say' | null
  band: number | null
  p10_after_start: number | null
  p50_after_start: number | null
  p90_after_start: number | null
  reason: string | null
  illustrative: FlagWithDefault
  typed_by: string | null
  salt: string
  recorded_at: string
}

interface EditionsTable {
  id: string
  scan_id: string
  number: number | null
  state: 'draft' | 'published' | 'superseded' | 'withdrawn'
  round_number: number
  title: string
  note: string
  purpose: 'decision' | 'assurance' | 'information'
  gaps: string
  recommendations: string
  shown_to_board: FlagWithDefault
  created_at: string
  approved_by: Generated<string>
  approved_at_meeting: Generated<string>
  approved_on: string | null
  published_at: string | null
  digest: string | null
  decision: string | null
  ended_at: string | null
  ended_reason: Generated<string>
  superseded_by: string | null
  version: Generated<number>
}

interface OutcomesTable {
  id: string
  technology_id: string
  kind: 'adopted'
  happened_on: string
  text: string
  source_title: string
  source_url: string | null
  recorded_by: string
  recorded_at: string
  withdrawn_at: string | null
}

export type TechnologyRow = Selectable<TechnologiesTable>
export type EvidenceRow = Selectable<EvidenceTable>
export type RatingRow = Selectable<RatingsTable>
export type NewRatingRow = Insertable<RatingsTable>
export type OutcomeRow = Selectable<OutcomesTable>
export type RoundRow = Selectable<RoundsTable>
export type ScanRow = Selectable<ScansTable>
