import { sessionsOfAccount } from '../../../db/account-sessions.ts'
import type { Database } from '../../../db/open.ts'
import type { SessionList } from '../../contract/sessions.ts'
import { programOf } from './program.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** The sessions of an account that have not ended, the one used last first; `present` is the one that asks. */
export async function sessionList(
  db: Database,
  keeper: SessionKeeper,
  account: string,
  present: string | undefined,
): Promise<SessionList> {
  const live = (await sessionsOfAccount(db, account)).filter((session) => keeper.isLive(session))
  const items = live
    .toSorted((a, b) => keeper.lastUse(b) - keeper.lastUse(a))
    .map((session) => ({
      id: session.id,
      way: session.way,
      startedAt: session.createdAt,
      lastUsedAt: new Date(keeper.lastUse(session)).toISOString(),
      endsAt: session.expiresAt,
      address: session.address,
      program: programOf(session.client),
      isThis: session.id === present,
      isComplete: session.awaits === null,
    }))
  return { items, total: items.length }
}
