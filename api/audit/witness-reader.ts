import { editionRowsInTurns, type PublishedEdition, publishedEditions } from '../../db/audit-check.ts'
import type { Database } from '../../db/open.ts'
import { alteredParts, digestOfEdition, type SealedPart } from '../editions/digest.ts'
import type { FrozenHead } from '../editions/frozen.ts'
import type { Head } from './trail.ts'

/** Something outside the trail that says of a digest that some entry has it. */
export interface Witness {
  /** What it is, as it stands at the beginning of a sentence. */
  says: string
  digest: string
  /** What is to be said where no entry has the digest: goes on after `says`. */
  missing: string
  /** The entry's number, where the witness knows it. */
  seq?: number
  /** Of a backup; ISO 8601, UTC. */
  takenAt?: string
  /** The edition (id) whose publishing is the entry. */
  edition?: string
}

/** What a backup says of where the trail ended when it was taken. */
export function backupWitness({
  name,
  takenAt,
  auditHead,
}: {
  name: string
  takenAt: string
  auditHead: Head
}): Witness {
  const { seq, digest } = auditHead
  const missing = `was taken when the trail ended with entry ${seq} (${digest}), and no entry has that digest`
  return { says: `The backup ${name}`, digest, missing, seq, takenAt }
}

/**
 * What published editions say: each holds the digest of the last entry before it was published, and the entry of its publishing holds its digest. An
 * edition can only be a witness while it is whole itself, so its rows are held against their digests first.
 */
export async function editionWitnesses(db: Database): Promise<{ witnesses: Witness[]; failures: string[] }> {
  const [witnesses, failures]: [Witness[], string[]] = [[], []]
  for (const edition of await publishedEditions(db)) {
    const says = `Edition ${edition.number}, “${edition.title}”,`
    const { head, faults } = await lookedThrough(db, edition)
    failures.push(...faults.map((fault) => `${says} is not whole: ${fault}`))
    if (head !== undefined)
      witnesses.push({
        says,
        digest: head,
        missing: `was published when the trail ended with the digest ${head}, and no entry has it`,
      })
    witnesses.push({
      says,
      digest: edition.digest,
      edition: edition.id,
      missing: 'was published, and the trail does not say so with the edition’s digest',
    })
  }
  return { witnesses, failures }
}

async function lookedThrough(db: Database, { id, digest }: PublishedEdition) {
  const sealed: SealedPart[] = []
  const faults: string[] = []
  let head: string | undefined
  for await (const rows of editionRowsInTurns(db, id)) {
    for (const { kind, key } of alteredParts(rows))
      faults.push(`its row “${key === '' ? kind : `${kind} ${key}`}” was altered.`)
    head ??= headIn(rows.find(({ kind }) => kind === 'scan')?.content)
    sealed.push(...rows.map((row) => ({ ...row, content: '' })))
  }
  if (digestOfEdition(sealed) !== digest)
    faults.push('its rows together do not fit its digest: a row was altered with its digest, added or taken out.')
  return { head, faults }
}

function headIn(content: string | undefined): string | undefined {
  try {
    return content === undefined ? undefined : (JSON.parse(content) as FrozenHead).auditHead
  } catch {
    return undefined
  }
}
