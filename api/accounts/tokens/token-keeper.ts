import { type StoredToken, setTokenLastUse } from '../../../db/access-tokens.ts'
import type { Database } from '../../../db/open.ts'
import { UseKeeper } from '../use-keeper.ts'
import { isUsable } from './token.ts'

type Used = Pick<StoredToken, 'id' | 'expiresAt' | 'revokedAt' | 'lastUsedAt'>

/** When tokens were used. */
export class TokenKeeper extends UseKeeper {
  /** Whether a token may be used; it is used now, if so. */
  use(token: Used): boolean {
    const now = this.now().getTime()
    if (!isUsable(token, now)) return false
    this.used(token.id, now)
    return true
  }

  lastUse({ id, lastUsedAt }: Used): string | null {
    const held = this.heldUse(id)
    return held === undefined ? lastUsedAt : new Date(held).toISOString()
  }

  protected async write(trx: Database, uses: readonly (readonly [string, string])[]): Promise<void> {
    for (const [id, at] of uses) await setTokenLastUse(trx, id, at)
  }
}
