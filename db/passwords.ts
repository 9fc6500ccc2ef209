import type { Database } from './open.ts'

export async function setPasswordHash(trx: Database, account: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1) }))
    .where('id', '=', account)
    .execute()
}
