import type { Database } from './open.ts'

/** What every act does first: takes the write lock and, if what readers see will change, moves the revision on. */
export async function lockForWriting(trx: Database, redraws: boolean): Promise<void> {
  await trx
    .updateTable('registry_state')
    .set((eb) => ({ revision: eb('revision', '+', redraws ? 1 : 0) }))
    .execute()
}

/** How far the registry has come. What is kept ready in memory follows it, in every process. */
export interface RegistryState {
  /** Moves with every act that changes what readers see. */
  revision: number
  /** Moves when something that is otherwise only added to was taken away, so that followers read everything anew. */
  restarts: number
  demonstration: boolean
}

export async function registryState(db: Database): Promise<RegistryState> {
  const state = await db
    .selectFrom('registry_state')
    .select(['revision', 'restarts', 'demonstration'])
    .executeTakeFirstOrThrow()
  return { ...state, demonstration: state.demonstration === 1 }
}

/** Tells followers to read everything anew: rows were taken out of what they otherwise only read on from. */
export async function restartFollowers(trx: Database): Promise<void> {
  await trx
    .updateTable('registry_state')
    .set((eb) => ({ restarts: eb('restarts', '+', 1) }))
    .execute()
}

export async function markAsDemonstration(trx: Database): Promise<void> {
  await trx.updateTable('registry_state').set({ demonstration: 1 }).execute()
}

/** Whether nothing has ever been entered: no account and no category. */
export async function isEmpty(db: Database): Promise<boolean> {
  const account = await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()
  const category = await db.selectFrom('categories').select('id').limit(1).executeTakeFirst()
  return !account && !category
}

/**
 * Takes out all that belongs to a demonstration: scans with their answers, technologies, and the accounts to look around
 * with. Accounts of real people, the taxonomy and the audit trail stay. Results kept for Idempotency-Keys go too, because
 * what they tell of is gone. The database refuses it on any other registry.
 */
export async function clearDemonstration(trx: Database): Promise<void> {
  const tables = [
    'coverage_notes',
    'outside_items',
    'outside_lists',
    'told_apart',
    'merges',
    'technology_notes',
    'technology_policy_items',
    'evidence_files',
    'signal_links',
    'signal_records',
    'signal_senders',
    'outcomes',
    'edition_rows',
    'editions',
    'pseudonyms',
    'review_versions',
    'reviews',
    'signals',
    'source_runs',
    'sources',
    'messages',
    'discussion_notes',
    'saved_technologies',
    'round_reasons',
    'declarations',
    'ratings',
    'round_shares',
    'round_pairs',
    'rounds',
    'imports',
    'lead_specialisms',
    'panel_rows',
    'panellists',
    'scan_technologies',
    'scan_specialisms',
    'scan_methods',
    'scans',
    'evidence',
    'technology_specialisms',
    'technologies',
    'idempotency_keys',
  ] as const
  await trx.updateTable('technologies').set({ readiness_evidence_id: null }).execute()
  for (const table of tables) await trx.deleteFrom(table).execute()
  await restartFollowers(trx)
}
