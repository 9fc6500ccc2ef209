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
  /** The account's id; null for the command line, the program, and whoever was not signed in. */
  actor: string | null
  /** `page`, `token:` and its id, `command line` or `program`; null in entries older than this. */
  via: string | null
  /** Of the address on the network, with a salt; null where there was none. The address and the salt stand apart, where they can be erased. */
  addressDigest: string | null
  previousDigest: string
  digest: string
}

/** An entry as it is kept: its details are the text that its digest covers. */
export type KeptEntry = Omit<AuditEntry, 'details'> & { details: string }

/** The number and digest of the last entry: whoever keeps them elsewhere can tell later whether the trail was cut off or written anew. */
export type Head = Pick<AuditEntry, 'seq' | 'digest'>

export const firstDigest = '0'.repeat(64)

/** The entry that follows `head`: it carries the digest of the one before, so that none can be altered unnoticed. */
export function nextEntry(
  head: Head | undefined,
  note: AuditNote,
  by: Pick<AuditEntry, 'actor' | 'at' | 'via' | 'addressDigest'>,
): KeptEntry {
  const { action, objectKind, objectId } = note
  const details = JSON.stringify(note.details)
  const what = { action, objectKind, objectId, details }
  const entry = { seq: (head?.seq ?? 0) + 1, ...by, ...what, previousDigest: head?.digest ?? firstDigest }
  return { ...entry, digest: digestOf(entry) }
}

/** The first entry whose digest or link does not fit, or undefined where the trail is whole. */
export function firstMisfit(trail: readonly AuditEntry[]): AuditEntry | undefined {
  const kept = trail.map((entry) => ({ ...entry, details: JSON.stringify(entry.details) }))
  return trail.find((_, i) => misfitOf(kept[i - 1], kept[i]!) !== undefined)
}

/** In what an entry does not follow from the one before it, which is undefined for the first; undefined where it does. */
export function misfitOf(previous: Head | undefined, entry: KeptEntry): string | undefined {
  const expected = (previous?.seq ?? 0) + 1
  if (entry.seq !== expected)
    return expected === entry.seq - 1
      ? `entry ${expected}, the one before it, is missing`
      : `entries ${expected} to ${entry.seq - 1}, before it, are missing`
  if (entry.previousDigest !== (previous?.digest ?? firstDigest))
    return 'it does not carry the digest of the one before it'
  if (entry.digest !== digestOf(entry)) return 'its digest does not fit what it says: it was altered'
  return undefined
}

/**
 * SHA-256 over the entry's parts in a fixed order, as one JSON list. From where somebody acted came later: it is covered where it is
 * present, so that older entries keep the digest that they were given.
 */
function digestOf(entry: Omit<KeptEntry, 'digest'>): string {
  const { seq, at, actor, action, objectKind, objectId, details, previousDigest, via, addressDigest } = entry
  const from = via === null && addressDigest === null ? [] : [via, addressDigest]
  const asJson = (parts: unknown[]) => parts.map((part) => JSON.stringify(part))
  const parts = [
    ...asJson([seq, at, actor, action, objectKind, objectId]),
    details,
    ...asJson([previousDigest, ...from]),
  ]
  return createHash('sha256')
    .update(`[${parts.join(',')}]`)
    .digest('hex')
}

/** Of an address on the network. The salt keeps whoever has the trail alone from trying all addresses there are. */
export function digestOfAddress(salt: string, address: string): string {
  return createHash('sha256').update(`${salt} ${address}`).digest('hex')
}

/** The fields that differ between two states of an object, each with its value before and after. */
export function changesBetween(before: object, after: object): Record<string, { before: unknown; after: unknown }> {
  const old = before as Record<string, unknown>
  const changed = Object.entries(after).filter(([field, value]) => JSON.stringify(old[field]) !== JSON.stringify(value))
  return Object.fromEntries(changed.map(([field, value]) => [field, { before: old[field] ?? null, after: value }]))
}
