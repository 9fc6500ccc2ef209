import Sqlite from 'better-sqlite3'
import { archivedTables } from '../../db/archive/tables.ts'
import { givenEdition, givenRanking } from './given-edition.ts'

/** A registry in which every table has a row, those that no act of this test fills written as they stand. */
export async function givenEveryTable() {
  const made = await givenRanking()
  const { scanner, scan, round, technologies, leads, file } = made
  await givenEdition(scanner, scan)
  const raw = new Sqlite(file)
  raw.pragma('foreign_keys = ON')
  const [one, other] = technologies.map(({ id }) => id).toSorted()
  const first = (table: string) => raw.prepare(`select * from ${table} limit 1`).get() as Record<string, string>
  const panellist = first('panellists').id!
  const specialism = first('panel_rows').specialism_id!
  const category = first('categories').id!
  const evidence = technologies[0]!.evidence[0]!.id
  const at = '2026-03-01T09:00:00.000Z'
  const by = scanner.account
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`
    raw.prepare(text).run(...Object.values(row))
  }

  insert('sources', {
    id: idOf(1),
    name: 'Trials',
    connector: 'clinicaltrials',
    query: '{}',
    from_day: '2026-01-01',
    schedule: 'off',
    created_at: at,
  })
  insert('source_runs', {
    id: idOf(2),
    source_id: idOf(1),
    state: 'done',
    since: '2026-01-01',
    through: '2026-03-01',
    started_at: at,
    ended_at: at,
  })
  insert('signals', {
    id: idOf(3),
    origin: 'source',
    source_id: idOf(1),
    source_record: 'NCT1',
    title: 'A trial',
    text: '<b>x</b>',
    received_at: at,
  })
  insert('signal_records', {
    signal_id: idOf(3),
    version: 1,
    content: '{"a":1}',
    digest: '0'.repeat(64),
    retrieved_at: at,
  })
  insert('signal_senders', { signal_id: idOf(3), name: 'Nominator', address: 'nominator@example.org' })
  insert('signal_links', {
    signal_id: idOf(3),
    technology_id: one,
    evidence_id: evidence,
    linked_by: by,
    linked_at: at,
  })
  insert('evidence_files', {
    id: idOf(4),
    evidence_id: evidence,
    name: 'a.pdf',
    media: 'application/pdf',
    size: 4,
    digest: '0'.repeat(64),
    content: Buffer.from([0, 255, 10, 13]),
    added_by: by,
    added_at: at,
  })
  insert('technology_notes', {
    id: idOf(5),
    technology_id: one,
    text: 'Line\nand “quote”\u0000',
    written_by: by,
    written_at: at,
  })
  insert('policy_frames', { id: idOf(6), slug: 'frame', name: 'Frame', question: '?', position: 1 })
  insert('policy_items', {
    id: idOf(7),
    frame_id: idOf(6),
    slug: 'item',
    name: 'Item',
    short: 'I',
    meaning: 'M',
    position: 1,
  })
  insert('technology_policy_items', { technology_id: one, item_id: idOf(7) })
  insert('told_apart', { technology_id: one, other_id: other, decided_by: by, decided_at: at })
  insert('merges', {
    id: idOf(8),
    survivor_id: one,
    merged_id: other,
    moved: '{}',
    merged_by: by,
    merged_at: at,
    undone_at: at,
  })
  insert('coverage_notes', {
    scan_id: scan.id,
    specialism_id: specialism,
    category_id: category,
    text: 'Looked.',
    written_by: by,
    written_at: at,
  })
  insert('outside_lists', { id: idOf(9), name: 'A list', source_title: 'Somewhere', created_by: by, created_at: at })
  insert('outside_items', { id: idOf(10), list_id: idOf(9), position: 1, name: 'Item', state: 'absent' })
  insert('imports', {
    id: idOf(11),
    kind: 'technologies',
    form: 'csv',
    file_name: 'a.csv',
    file_digest: '0'.repeat(64),
    file_size: 9,
    rows: 1,
    entered: 1,
    known: 0,
    bad: 0,
    entered_by: by,
    entered_at: at,
  })
  insert('outcomes', {
    id: idOf(12),
    technology_id: one,
    kind: 'adopted',
    happened_on: '2026-01-01',
    text: 'T',
    source_title: 'S',
    recorded_by: by,
    recorded_at: at,
  })
  insert('pseudonyms', { panellist_id: panellist, pseudonym: 'P-BCDFGH' })
  insert('declarations', {
    panellist_id: panellist,
    version: 1,
    kind: 'none',
    statement: '',
    technologies: '[]',
    declared_at: at,
  })
  insert('taxonomy_versions', { kind: 'category', object_id: category, version: 1, content: '{}' })
  const pair = { round_id: round.id, technology_id: technologies[0]!.id }
  const asked = raw
    .prepare('select specialism_id from round_pairs where round_id = ? and technology_id = ?')
    .pluck()
    .get(pair.round_id, pair.technology_id)
  insert('round_shares', { ...pair, panellist_id: panellist, specialism_id: asked })
  insert('round_reasons', { ...pair, reason: 'saved' })
  insert('saved_technologies', { ...pair, saved_by: leads[0]!.account, reason: 'R', saved_at: at })
  insert('discussion_notes', { ...pair, text: 'T', changed_by: by, changed_at: at })
  insert('messages', {
    id: idOf(13),
    kind: 'reminder',
    scan_id: scan.id,
    account_id: leads[0]!.account,
    state: 'to-copy',
    created_at: at,
    due_at: at,
  })
  insert('reviews', { id: idOf(14), scan_id: scan.id, technology_id: one, specialism_id: specialism })
  insert('review_versions', {
    review_id: idOf(14),
    version: 1,
    state: 'draft',
    content: '{}',
    written_by: by,
    written_at: at,
  })
  raw
    .prepare('update technologies set part_of = ?, readiness_evidence_id = ?, aliases = ?, owner_id = ? where id = ?')
    .run(one, evidence, '["Ähnlich"]', by, other)
  const empty = archivedTables.filter(({ name }) => raw.prepare(`select 1 from ${name} limit 1`).get() === undefined)
  raw.close()
  if (empty.length > 0) throw new Error(`No rows in ${empty.map(({ name }) => name).join(', ')}.`)
  return made
}

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
