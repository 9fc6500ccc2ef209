import { Refusal } from './refusal.ts'

/** What the caller says it has seen: from If-Match one of some versions, or any; from `If-None-Match: *` that there is nothing yet. */
export type Precondition =
  | { kind: 'versions'; versions: readonly number[] }
  | { kind: 'any' }
  | { kind: 'nothing' }
  | { kind: 'none' }

/**
 * Two people who edit the same thing never silently overwrite one another: 428 where the caller does not say what it
 * has seen, 412 with the present state where that is not what is there.
 */
export function ensureSeen(seen: Precondition, present: { version: number } | undefined): void {
  if (seen.kind === 'none')
    throw new Refusal(
      'precondition-required',
      present
        ? 'Send If-Match with the ETag of the version you read.'
        : 'Send “If-None-Match: *” to create this, so that nothing is overwritten.',
    )
  if (fits(seen, present)) return
  throw new Refusal('stale', 'It was changed after you read it. Look at the present version, then send yours again.', {
    current: present ?? null,
  })
}

function fits(seen: Precondition, present: { version: number } | undefined): boolean {
  if (seen.kind === 'nothing') return !present
  if (seen.kind === 'versions') return !!present && seen.versions.includes(present.version)
  return !!present
}
