import type { Signal } from '../api/contract/signals.ts'
import type { Database } from './open.ts'

/** What the scan team made of a signal. `by` is an account (id). */
export interface Verdict {
  state: Signal['state']
  reason?: Signal['reason']
  note?: string
  by: string
  at: string
}

export async function setVerdict(trx: Database, signal: string, verdict: Verdict): Promise<void> {
  const isUnread = verdict.state === 'unread'
  await trx
    .updateTable('signals')
    .set((eb) => ({
      state: verdict.state,
      reason: verdict.reason ?? null,
      note: verdict.note ?? '',
      triaged_by: isUnread ? null : verdict.by,
      triaged_at: isUnread ? null : verdict.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', signal)
    .execute()
}

export async function setOwner(trx: Database, signal: string, owner: string | null): Promise<void> {
  await trx
    .updateTable('signals')
    .set((eb) => ({ owner_id: owner, version: eb('version', '+', 1) }))
    .where('id', '=', signal)
    .execute()
}

export interface SignalLink {
  /** Ids. */
  signal: string
  technology: string
  evidence: string | null
}

export async function insertLink(trx: Database, link: SignalLink, by: string, at: string): Promise<void> {
  await trx
    .insertInto('signal_links')
    .values({
      signal_id: link.signal,
      technology_id: link.technology,
      evidence_id: link.evidence,
      linked_by: by,
      linked_at: at,
    })
    .execute()
}

export async function deleteLink(
  trx: Database,
  { signal, technology }: Pick<SignalLink, 'signal' | 'technology'>,
): Promise<void> {
  await trx.deleteFrom('signal_links').where('signal_id', '=', signal).where('technology_id', '=', technology).execute()
}

/**
 * A signal's links, each with its technology and the evidence that came with it, null where none did or where it is archived. It is `untouched`
 * where nobody has changed it since, put a file to it or rested a stage of development on it.
 */
export async function linksWithEvidence(db: Database, signal: string) {
  const rows = await db
    .selectFrom('signal_links')
    .innerJoin('technologies', 'technologies.id', 'signal_links.technology_id')
    .leftJoin('evidence', (join) =>
      join.onRef('evidence.id', '=', 'signal_links.evidence_id').on('evidence.archived', '=', 0),
    )
    .select(['signal_links.technology_id as technology', 'technologies.slug', 'technologies.name'])
    .select(['evidence.id as evidence', 'evidence.technology_id as evidence_of', 'evidence.version'])
    .select((eb) => [
      eb
        .selectFrom('evidence_files')
        .whereRef('evidence_files.evidence_id', '=', 'evidence.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('files'),
      eb
        .selectFrom('technologies as resting')
        .whereRef('resting.readiness_evidence_id', '=', 'evidence.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('resting'),
    ])
    .where('signal_links.signal_id', '=', signal)
    .orderBy('technologies.name')
    .execute()
  return rows.map(({ technology, slug, name, evidence, evidence_of, version, files, resting }) => ({
    ...{ signal, technology, slug, name },
    evidence:
      evidence === null || evidence_of === null
        ? null
        : { id: evidence, technology: evidence_of, untouched: version === 1 && !files && !resting },
  }))
}
