import { trailToCheck } from '../../db/audit-check.ts'
import type { Database } from '../../db/open.ts'
import { pauses } from '../in-turns.ts'
import { digestOfAddress, firstDigest, type Head, type KeptEntry, misfitOf } from './trail.ts'
import { editionWitnesses, type Witness } from './witness-reader.ts'

/** What came of a check of the whole trail. It is whole where `failures` is empty. */
export interface TrailVerdict {
  entries: number
  head: Head | undefined
  /** How many editions and backups it was held against. */
  witnesses: number
  /** How many addresses still stand beside it. */
  addresses: number
  failures: string[]
  /** What is no failure but should be known. */
  notes: string[]
}

/** Told in full; what is wrong beyond them is counted. */
const mostMisfits = 20

/**
 * Walks the whole trail: each entry against its digest, its number and the entry before, the addresses that still stand beside it, and the trail as a
 * whole against what others say of its head: each published edition, and the backups given. `checked` hears how far it is.
 */
export async function checkTrail(
  db: Database,
  backups: readonly Witness[],
  checked: (entries: number) => void = () => {},
): Promise<TrailVerdict> {
  const { witnesses, failures } = await editionWitnesses(db)
  const walk = new Walk([...witnesses, ...backups])
  const pause = pauses()
  for await (const batch of trailToCheck(db)) {
    for (const { entry, kept } of batch) {
      walk.step(entry, kept)
      await pause()
    }
    checked(walk.entries)
  }
  const end = walk.end()
  const { entries, head, addresses } = walk
  const found = { failures: [...walk.failures(), ...end.failures, ...failures], notes: end.notes }
  return { entries, head, addresses, witnesses: witnesses.length + backups.length, ...found }
}

type Kept = { address: string; salt: string } | undefined

class Walk {
  entries = 0
  addresses = 0
  head: Head | undefined
  private readonly misfits: string[] = []
  private misfitCount = 0
  private readonly restores: { at: string; from: number }[] = []
  private readonly unseen: Set<Witness>
  private readonly byDigest = new Map<string, Witness[]>()

  constructor(witnesses: readonly Witness[]) {
    this.unseen = new Set(witnesses.filter(({ digest }) => digest !== firstDigest))
    for (const one of witnesses) this.byDigest.set(one.digest, [...(this.byDigest.get(one.digest) ?? []), one])
  }

  step(entry: KeptEntry, kept: Kept): void {
    const misfit = misfitOf(this.head, entry)
    if (misfit) this.note(entry, misfit)
    if (kept) this.addresses++
    if (kept && digestOfAddress(kept.salt, kept.address) !== entry.addressDigest)
      this.note(entry, 'the address beside it is not the one it was made with')
    for (const witness of this.byDigest.get(entry.digest) ?? []) this.unseen.delete(witness)
    this.seePublished(entry)
    if (entry.action === 'registry.restore') this.restores.push({ at: entry.at, from: seqOfHead(entry.details) })
    this.entries++
    this.head = entry
  }

  failures(): string[] {
    const more = this.misfitCount - this.misfits.length
    return more > 0 ? [...this.misfits, `${more} more entries do not fit.`] : this.misfits
  }

  /** What the witnesses say that were not found, or not as they say. */
  end(): { failures: string[]; notes: string[] } {
    const [failures, notes]: [string[], string[]] = [[], []]
    for (const witness of this.unseen) {
      const restored = this.restores.find(
        ({ at, from }) => witness.takenAt && witness.takenAt <= at && (witness.seq ?? 0) > from,
      )
      if (restored)
        notes.push(`${witness.says} holds entries that were replaced when the registry was restored on ${restored.at}.`)
      else failures.push(`${witness.says} ${witness.missing}: the trail was cut off there, or written anew.`)
    }
    return { failures, notes }
  }

  /** An edition's own entry is a second witness: it comes after the head that the edition holds. */
  private seePublished({ action, objectId, details }: KeptEntry): void {
    if (action !== 'edition.publish') return
    for (const witness of this.unseen)
      if (witness.edition === objectId && details.includes(`"${witness.digest}"`)) this.unseen.delete(witness)
  }

  private note({ seq, at, action }: KeptEntry, misfit: string): void {
    this.misfitCount++
    if (this.misfits.length < mostMisfits) this.misfits.push(`Entry ${seq} (${action}, ${at}): ${misfit}.`)
  }
}

/** Where the trail of the restored backup ended. */
function seqOfHead(details: string): number {
  return Number(/"auditHead":\{"seq":(\d+)/.exec(details)?.[1] ?? 0)
}
