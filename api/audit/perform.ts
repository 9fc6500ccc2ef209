import { randomBytes } from 'node:crypto'
import { appendToTrail, headOfTrail } from '../../db/audit.ts'
import { insertAddress } from '../../db/audit-addresses.ts'
import { findKeptResult, forgetResultsBefore, keepResult } from '../../db/idempotency.ts'
import type { Database, Registry } from '../../db/open.ts'
import { lockForWriting } from '../../db/state.ts'
import { Refusal } from '../refusal.ts'
import { type AuditNote, digestOfAddress, type Head, nextEntry } from './trail.ts'

/** From where somebody acts: a page, a machine's token (`token:` and its id), the command line, or the program itself. */
export interface From {
  via: string
  /** Of the network; null where there is none. */
  address: string | null
  /** What the program that asks says it is; at most 200 characters. */
  client: string | null
}

/** Who acts, and when. `once` comes from an Idempotency-Key: the same act asked for again gives the same result. */
export interface By {
  account: string | null
  /** ISO 8601, UTC. */
  at: string
  from?: From
  once?: { key: string; requestDigest: string } | undefined
}

/** What the program does of itself, and what is done at the command line of its machine. */
export const programAt = (at: string): By => ({ account: null, at, from: ofThisMachine('program') })
export const commandLineAt = (at: string): By => ({ account: null, at, from: ofThisMachine('command line') })
const ofThisMachine = (via: string): From => ({ via, address: null, client: null })

/** A note, and whose it is. */
export interface Noted {
  note: AuditNote
  by: By
}

type Act<T> = (trx: Database, record: (note: AuditNote) => void) => Promise<T>

const keptForMs = 24 * 60 * 60 * 1000

/**
 * Runs an act: its checks, its writes and its audit entries, in one transaction. With an Idempotency-Key its result is kept
 * in that transaction too, and given again without acting. `redraws: false` is for acts that change no figure or text that
 * readers see (an answer in an open round). Throws what the act throws, with nothing written.
 */
export async function perform<T>(
  registry: Pick<Registry, 'transaction'>,
  by: By,
  act: Act<T>,
  options = { redraws: true },
): Promise<T> {
  return registry.transaction(async (trx) => {
    await lockForWriting(trx, options.redraws)
    if (!by.account || !by.once) return actAndAudit(trx, by, act)
    await forgetResultsBefore(trx, new Date(Date.parse(by.at) - keptForMs).toISOString())
    const kept = await findKeptResult(trx, by.account, by.once.key)
    if (kept && kept.requestDigest !== by.once.requestDigest)
      throw new Refusal('key-reused', 'This Idempotency-Key was used for another request. Send a new one.')
    if (kept) return JSON.parse(kept.result) as T
    const result = await actAndAudit(trx, by, act)
    const toKeep = { requestDigest: by.once.requestDigest, result: JSON.stringify(result ?? null) }
    await keepResult(trx, by.account, by.once.key, toKeep, by.at)
    return result
  })
}

async function actAndAudit<T>(trx: Database, by: By, act: Act<T>): Promise<T> {
  const notes: AuditNote[] = []
  const result = await act(trx, (note) => notes.push(note))
  await append(
    trx,
    notes.map((note) => ({ note, by })),
  )
  return result
}

/** Writes notes of what is no act: nothing else is written with them. */
export async function appendAlone(registry: Pick<Registry, 'transaction'>, notes: readonly Noted[]): Promise<void> {
  await registry.transaction(async (trx) => {
    await lockForWriting(trx, false)
    await append(trx, notes)
  })
}

/** Puts notes at the end of the trail, each by whom it is. Who calls this holds the write lock. */
async function append(trx: Database, notes: readonly Noted[]): Promise<void> {
  let head: Head | undefined = notes.length > 0 ? await headOfTrail(trx) : undefined
  for (const { note, by } of notes) {
    const { via = null, address = null } = by.from ?? {}
    const salt = randomBytes(16).toString('hex')
    const addressDigest = address === null ? null : digestOfAddress(salt, address)
    const entry = nextEntry(head, note, { actor: by.account, at: by.at, via, addressDigest })
    await appendToTrail(trx, entry)
    if (address !== null) await insertAddress(trx, entry.seq, address, salt)
    head = entry
  }
}
