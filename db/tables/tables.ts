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
  sessions: SessionsTable
  idempotency_keys: {
    account_id: string
    key: string
    request_digest: string
    result: string
    created_at: string
  }
  audit_entries: AuditEntriesTable
  groupings: GroupingsTable
  specialisms: SpecialismsTable
  categories: CategoriesTable
  technologies: TechnologiesTable
  technology_specialisms: { technology_id: string; specialism_id: string; reason: Generated<string> }
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
  one_use_links: OneUseLinksTable
  second_factors: SecondFactorsTable
  recovery_codes: { account_id: string; code_digest: string }
  identities: { issuer: string; subject: string; account_id: string; created_at: string }
  access_tokens: AccessTokensTable
  /** A view: people, and machines by their tokens. */
  account_names: { account_id: string; name: string }
  audit_addresses: { seq: number; address: string; salt: string }
  taxonomy_versions: TaxonomyVersionsTable
  signals: SignalsTable
  reviews: { id: string; scan_id: string; technology_id: string; specialism_id: string }
  review_versions: ReviewVersionsTable
  editions: EditionsTable
  edition_rows: { edition_id: string; kind: string; key: string; content: string; digest: string }
  pseudonyms: { panellist_id: string; pseudonym: string }
  outcomes: OutcomesTable
  sources: SourcesTable
  source_runs: SourceRunsTable
  signal_records: { signal_id: string; version: number; content: string; digest: string; retrieved_at: string }
  signal_senders: { signal_id: string; name: string; address: string }
  signal_links: SignalLinksTable
  evidence_files: EvidenceFilesTable
  technology_notes: TechnologyNotesTable
  policy_frames: PolicyFramesTable
  policy_items: PolicyItemsTable
  technology_policy_items: { technology_id: string; item_id: string }
  told_apart: ToldApartTable
  merges: MergesTable
  coverage_notes: CoverageNotesTable
  outside_lists: OutsideListsTable
  outside_items: OutsideItemsTable
  imports: ImportsTable
}

type Kind = 'diagnostic' | 'device' | 'software' | 'therapy' | 'service'
type Milestone = 'first' | 'one-in-five' | 'most'
/** Why something leaves the scan team's work: a signal dismissed, a technology archived, an outside item left out. */
type ExitReason = 'not-new' | 'not-for-healthcare-science' | 'too-early' | 'duplicate' | 'other'
type DatePrecision = 'day' | 'month' | 'year'

interface AccountsTable {
  id: string
  look_around: FlagWithDefault
  password_hash: string | null
  created_at: string
  version: Generated<number>
  kind: Generated<'person' | 'machine'>
  switched_off: FlagWithDefault
  erased_at: string | null
}

interface SessionsTable {
  id: string
  token_digest: string
  account_id: string
  way: 'password' | 'link' | 'single-sign-on' | 'look-around'
  awaits: 'second-factor' | 'second-factor-set-up' | null
  address: Generated<string>
  client: Generated<string>
  identity_token: string | null
  created_at: string
  last_used_at: string
  expires_at: string
}

interface OneUseLinksTable {
  token_digest: string
  account_id: string
  purpose: 'invitation' | 'sign-in' | 'password-reset'
  created_at: string
  expires_at: string
}

interface SecondFactorsTable {
  account_id: string
  secret: string | null
  waiting_secret: string | null
  last_step: Generated<number>
  set_up_at: string | null
}

interface AccessTokensTable {
  id: string
  account_id: string
  name: string
  role: 'board' | 'scanner' | 'admin'
  token_digest: string
  created_by: string
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

interface GroupingsTable {
  id: string
  slug: string
  name: string
  position: number
  version: Generated<number>
  retired: FlagWithDefault
}

interface CategoriesTable {
  id: string
  slug: string
  name: string
  kind: Kind
  position: number
  version: Generated<number>
  retired: FlagWithDefault
  description: Generated<string>
}

interface TaxonomyVersionsTable {
  kind: 'grouping' | 'specialism' | 'category'
  object_id: string
  version: number
  /** The whole of it as it was, as JSON. */
  content: string
  reason: Generated<string>
  changed_by: string | null
  changed_at: string | null
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
  via: string | null
  address_digest: string | null
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
  version: Generated<number>
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
  archived_reason: ExitReason | null
  archived_note: Generated<string>
  /** Names, as JSON. */
  aliases: Generated<string>
  part_of: string | null
  owner_id: string | null
  readiness_evidence_id: string | null
  merged_into: string | null
  created_at: string
  changed_at: string
  version: Generated<number>
}

interface EvidenceTable {
  n: Generated<number>
  id: string
  technology_id: string
  kind: 'projection' | 'policy' | 'guidance' | 'regulatory' | 'trial' | 'rollout'
  text: string
  date: string | null
  date_precision: DatePrecision | null
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
  n: Generated<number>
  id: string
  origin: 'nomination' | 'out-of-date' | 'source' | 'import'
  source_id: string | null
  /** What the source, or the imported file, calls it. */
  source_record: string | null
  title: string
  text: string
  web_address: string | null
  dated: string | null
  date_precision: DatePrecision | null
  organisation: Generated<string>
  status: Generated<string>
  /** Registration numbers and the like, as JSON. */
  identifiers: Generated<string>
  service: Generated<string>
  interest: Generated<string>
  scan_id: string | null
  specialism_id: string | null
  technology_id: string | null
  sent_by: string | null
  received_at: string
  state: ColumnType<'unread' | 'linked' | 'dismissed', 'unread' | 'linked' | 'dismissed' | undefined>
  reason: ExitReason | null
  note: Generated<string>
  triaged_by: string | null
  triaged_at: string | null
  owner_id: string | null
  version: Generated<number>
}

interface SourcesTable {
  id: string
  name: string
  connector: string
  query: string
  from_day: string
  schedule: 'off' | 'daily' | 'weekly' | 'monthly'
  read_through: string | null
  cursor: string | null
  due_at: string | null
  archived: FlagWithDefault
  created_at: string
  version: Generated<number>
}

interface SourceRunsTable {
  id: string
  source_id: string
  state: 'running' | 'done' | 'failed' | 'stopped'
  /** Days: what was published from the one on is asked for; by the other all of it will have been read. */
  since: string
  through: string
  started_at: string
  ended_at: string | null
  /** How many records the source says there are. */
  expected: number | null
  pages: Generated<number>
  received: Generated<number>
  added: Generated<number>
  changed: Generated<number>
  known: Generated<number>
  failure: Generated<string>
  /** Sentences, as JSON. */
  notes: Generated<string>
}

interface SignalLinksTable {
  signal_id: string
  technology_id: string
  evidence_id: string | null
  linked_by: string
  linked_at: string
}

interface EvidenceFilesTable {
  id: string
  evidence_id: string
  name: string
  media: string
  size: number
  digest: string
  content: Uint8Array
  archived: FlagWithDefault
  added_by: string
  added_at: string
}

interface TechnologyNotesTable {
  id: string
  technology_id: string
  text: string
  written_by: string
  written_at: string
  withdrawn_at: string | null
}

interface PolicyFramesTable {
  id: string
  slug: string
  name: string
  question: string
  note: Generated<string>
  /** Where the frame is from, in words. */
  source: Generated<string>
  position: number
}

interface PolicyItemsTable {
  id: string
  frame_id: string
  slug: string
  name: string
  short: string
  meaning: string
  position: number
}

interface ToldApartTable {
  technology_id: string
  other_id: string
  reason: Generated<string>
  decided_by: string
  decided_at: string
}

interface MergesTable {
  id: string
  survivor_id: string
  merged_id: string
  /** What was moved, as JSON. */
  moved: string
  merged_by: string
  merged_at: string
  undone_at: string | null
}

interface CoverageNotesTable {
  scan_id: string
  specialism_id: string
  category_id: string
  text: string
  written_by: string
  written_at: string
  version: Generated<number>
}

interface OutsideListsTable {
  id: string
  name: string
  source_title: string
  source_url: string | null
  listed_on: string | null
  created_by: string
  created_at: string
  archived: FlagWithDefault
  version: Generated<number>
}

interface OutsideItemsTable {
  id: string
  list_id: string
  position: number
  name: string
  description: Generated<string>
  state: 'absent' | 'here' | 'left-out'
  technology_id: string | null
  reason: ExitReason | null
  note: Generated<string>
  decided_by: string | null
  decided_at: string | null
  version: Generated<number>
}

interface ImportsTable {
  id: string
  kind: 'technologies' | 'signals' | 'ratings'
  form: string
  file_name: string
  file_digest: string
  file_size: number
  scan_id: string | null
  rows: number
  entered: number
  known: number
  bad: number
  entered_by: string
  entered_at: string
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
  /** The import that brought it, as a closed round. */
  import_id: string | null
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
