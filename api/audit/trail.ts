import { createHash } from 'node:crypto'

/** What an act leaves in the trail: no personal data, and never the values of an answer. */
export interface AuditNote {
  action: string
  objectKind: string
  objectId: string
  /** What changed: fields with their value before and after, or facts of the act. */
  details: Record<string, unknown>
}

export interface AuditEntry extends AuditNote {
  seq: number
  at: string
  /** The account's id; null for the command line. */
  actor: string | null
  previousDigest: string
  digest: string
}

export const firstDigest = '0'.repeat(64)

/** The entry that follows `head`: it carries the digest of the one before, so that none can be altered unnoticed. */
export function nextEntry(
  head: { seq: number; digest: string } | undefined,
  note: AuditNote,
  by: { actor: string | null; at: string },
): AuditEntry {
  const entry = { seq: (head?.seq ?? 0) + 1, ...by, ...note, previousDigest: head?.digest ?? firstDigest }
  return { ...entry, digest: digestOf(entry) }
}

/** The first entry whose digest or link does not fit, or undefined where the trail is whole. */
export function firstMisfit(trail: readonly AuditEntry[]): AuditEntry | undefined {
  return trail.find((entry, i) => !follows(trail[i - 1], entry))
}

/** Whether an entry is whole and links to the one before it; `previous` is undefined for the first. */
export function follows(previous: AuditEntry | undefined, entry: AuditEntry): boolean {
  const links = entry.previousDigest === (previous?.digest ?? firstDigest) && entry.seq === (previous?.seq ?? 0) + 1
  return links && entry.digest === digestOf(entry)
}

/** SHA-256 over the entry's parts in a fixed order. */
function digestOf(entry: Omit<AuditEntry, 'digest'>): string {
  const { seq, at, actor, action, objectKind, objectId, details, previousDigest } = entry
  const parts = [seq, at, actor, action, objectKind, objectId, details, previousDigest]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The fields that differ between two states of an object, each with its value before and after. */
export function changesBetween(before: object, after: object): Record<string, { before: unknown; after: unknown }> {
  const old = before as Record<string, unknown>
  const changed = Object.entries(after).filter(([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value))
  return Object.fromEntries(changed.map(([field, value]) => [field, { before: old[field] ?? null, after: value }]))
}
