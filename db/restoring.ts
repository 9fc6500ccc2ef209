import type { Database } from './open.ts'

/**
 * Ends what would come alive again in a registry of some days ago: every sign-in, every link that works once, every machine's
 * token; and holds back the messages that were waiting, which may have been sent since. Returns how many of each.
 */
export async function endWhatWasOpen(trx: Database, at: string) {
  const sessions = await trx.deleteFrom('sessions').executeTakeFirst()
  const links = await trx.deleteFrom('one_use_links').executeTakeFirst()
  const tokens = await trx
    .updateTable('access_tokens')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const messages = await trx
    .updateTable('messages')
    .set({ state: 'failed', failure: 'the registry was restored from a backup; it may have been sent since' })
    .where('state', 'in', ['queued', 'sending'])
    .executeTakeFirst()
  return {
    sessions: Number(sessions.numDeletedRows),
    links: Number(links.numDeletedRows),
    tokens: Number(tokens.numUpdatedRows),
    messages: Number(messages.numUpdatedRows),
  }
}
