import type { AuditNote } from './trail.ts'

/** A request that was refused. */
export interface Refused {
  /** ISO 8601, UTC. */
  at: string
  /** Who asked; null for whoever was not signed in. */
  account: string | null
  via: string
  address: string | null
  /** The operation's id; null where the request did not come as far as one. */
  operation: string | null
  status: number
  /** The account to which somebody tried to sign in, where there is one. */
  concerns: string | null
}

interface Gathered extends Refused {
  count: number
  addresses: Set<string>
}

/** What the trail says of refusals of one kind, and from where they came: an address only where it is one alone. */
export interface GatheredNote {
  note: AuditNote
  account: string | null
  at: string
  via: string
  address: string | null
}

const statuses = [401, 403, 404, 429]
const mostKinds = 500
const mostAddresses = 100

/** Whether it belongs in the trail. 404 is among them because that is how what is somebody else's is refused. */
export function belongsInTrail({ status, operation, account }: Pick<Refused, 'status' | 'operation' | 'account'>) {
  if (status === 404) return account !== null && operation !== null
  // Whoever opens a page asks first whether they are signed in.
  return statuses.includes(status) && !(operation === 'readSession' && account === null)
}

/**
 * Refusals, gathered by account, operation, status and minute until they are written down. So many kinds are told apart; what comes
 * beyond them is counted by its status alone, so that nobody fills the memory or the trail.
 */
export class Refusals {
  private readonly gathered = new Map<string, Gathered>()

  add(refused: Refused): void {
    const { at, account, via, operation, status, concerns } = refused
    const key = JSON.stringify([at.slice(0, 16), account, via, operation, status, concerns])
    if (this.gathered.has(key) || this.gathered.size < mostKinds) this.count(key, refused)
    else
      this.count(`others ${status}`, { ...refused, account: null, via: 'several', operation: 'others', concerns: null })
  }

  /** What has been gathered, oldest first; nothing of it is held any more. */
  take(): GatheredNote[] {
    const all = [...this.gathered.values()]
    this.gathered.clear()
    return all.map(noteOf)
  }

  private count(key: string, refused: Refused): void {
    const known = this.gathered.get(key) ?? { ...refused, count: 0, addresses: new Set() }
    known.count++
    if (refused.address !== null && known.addresses.size < mostAddresses) known.addresses.add(refused.address)
    this.gathered.set(key, known)
  }
}

function noteOf({ at, account, via, operation, status, concerns, count, addresses }: Gathered): GatheredNote {
  const [address = null] = addresses.size === 1 ? addresses : []
  const where =
    addresses.size > 1 ? { addresses: addresses.size === mostAddresses ? '100 or more' : addresses.size } : {}
  const asked = operation ?? 'unknown'
  const [objectKind, objectId] = concerns === null ? ['operation', asked] : ['account', concerns]
  const details = { status, count, ...(concerns !== null && { operation: asked }), ...where }
  return { note: { action: 'refuse', objectKind, objectId, details }, account, at, via, address }
}
