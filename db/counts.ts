import type { Database } from './open.ts'

/** Sign-ins that have not ended by their longest time. */
export async function countSessions(db: Database, at: string): Promise<number> {
  const { n } = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return n
}

/** Messages that are to be sent, or being sent. */
export async function countMessagesWaiting(db: Database): Promise<number> {
  const { n } = await db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirstOrThrow()
  return n
}
