import type { Tables } from '../tables/tables.ts'

/** A table as an archive holds it: its rows in the order of its key, without some columns. */
export interface ArchivedTable {
  name: keyof Tables
  key: readonly string[]
  without?: readonly string[]
}

const byId = (name: keyof Tables): ArchivedTable => ({ name, key: ['id'] })
const by = (name: keyof Tables, ...key: string[]): ArchivedTable => ({ name, key })

/**
 * Every table whose rows go into an archive, what is referred to first, as far as tables do not refer to one another in a circle. The
 * rows of an edition come before the edition: the database refuses to add any to one that is published.
 */
export const archivedTables: readonly ArchivedTable[] = [
  by('registry_state', 'only_row'),
  // That there was somebody: no password, no name, no role.
  { ...byId('accounts'), without: ['look_around', 'password_hash', 'switched_off', 'version'] },
  by('audit_entries', 'seq'),
  byId('groupings'),
  byId('specialisms'),
  byId('categories'),
  by('taxonomy_versions', 'kind', 'object_id', 'version'),
  by('technologies', 'n'),
  by('technology_specialisms', 'technology_id', 'specialism_id'),
  by('evidence', 'n'),
  byId('evidence_files'),
  byId('technology_notes'),
  byId('policy_frames'),
  byId('policy_items'),
  by('technology_policy_items', 'technology_id', 'item_id'),
  by('told_apart', 'technology_id', 'other_id'),
  byId('merges'),
  byId('outcomes'),
  byId('scans'),
  by('scan_methods', 'scan_id', 'version'),
  by('scan_specialisms', 'scan_id', 'specialism_id'),
  by('scan_technologies', 'scan_id', 'technology_id'),
  by('coverage_notes', 'scan_id', 'specialism_id', 'category_id'),
  byId('outside_lists'),
  byId('outside_items'),
  byId('panellists'),
  by('panel_rows', 'panellist_id', 'specialism_id'),
  by('pseudonyms', 'panellist_id'),
  by('declarations', 'panellist_id', 'version'),
  byId('imports'),
  byId('rounds'),
  by('round_pairs', 'n'),
  by('round_shares', 'round_id', 'panellist_id', 'technology_id', 'specialism_id'),
  by('round_reasons', 'round_id', 'technology_id', 'reason'),
  by('saved_technologies', 'round_id', 'technology_id'),
  by('discussion_notes', 'round_id', 'technology_id'),
  by('ratings', 'seq'),
  byId('messages'),
  byId('sources'),
  byId('source_runs'),
  by('signals', 'n'),
  by('signal_records', 'signal_id', 'version'),
  by('signal_links', 'signal_id', 'technology_id'),
  byId('reviews'),
  by('review_versions', 'review_id', 'version'),
  by('edition_rows', 'edition_id', 'kind', 'key'),
  byId('editions'),
]

/** Every other table, and why it stays behind. */
export const leftOut: Readonly<Record<string, string>> = {
  people: 'names and addresses of people',
  account_roles: 'rights of accounts, which are given anew',
  lead_specialisms: 'rights of accounts, which are given anew',
  sessions: 'sign-ins of accounts',
  one_use_links: 'links by which people sign in or choose a password',
  second_factors: 'secrets of accounts',
  recovery_codes: 'secrets of accounts',
  identities: 'who people are to single sign-on',
  access_tokens: 'rights of machines, which are given anew',
  audit_addresses: 'addresses of the network from which people acted',
  idempotency_keys: 'results kept for a day for accounts that ask again',
  signal_senders: 'names and addresses of people who nominated without an account',
}
