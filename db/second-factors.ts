import type { Database } from './open.ts'

/** Whether an account has a second factor that was set up to the end. */
export async function hasSecondFactor(db: Database, account: string): Promise<boolean> {
  return (await findSecondFactor(db, account))?.setUpAt != null
}

export async function findSecondFactor(db: Database, account: string) {
  const row = await db.selectFrom('second_factors').selectAll().where('account_id', '=', account).executeTakeFirst()
  return (
    row && { secret: row.secret, waitingSecret: row.waiting_secret, lastStep: row.last_step, setUpAt: row.set_up_at }
  )
}

/** A secret of which no code has been given yet; it stands in place of one that was never confirmed either. */
export async function setWaitingSecret(trx: Database, account: string, secret: string): Promise<void> {
  await trx
    .insertInto('second_factors')
    .values({ account_id: account, secret: null, waiting_secret: secret, set_up_at: null })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ waiting_secret: secret }))
    .execute()
}

/** The waiting secret comes into force; `step` is that of the code which showed that it works. */
export async function putInForce(trx: Database, account: string, step: number, at: string): Promise<void> {
  await trx
    .updateTable('second_factors')
    .set((eb) => ({ secret: eb.ref('waiting_secret'), waiting_secret: null, last_step: step, set_up_at: at }))
    .where('account_id', '=', account)
    .execute()
}

export async function setLastStep(trx: Database, account: string, step: number): Promise<void> {
  await trx.updateTable('second_factors').set({ last_step: step }).where('account_id', '=', account).execute()
}

/** True if there was one, in force or waiting. */
export async function deleteSecondFactor(trx: Database, account: string): Promise<boolean> {
  await trx.deleteFrom('recovery_codes').where('account_id', '=', account).execute()
  const { numDeletedRows } = await trx.deleteFrom('second_factors').where('account_id', '=', account).executeTakeFirst()
  return numDeletedRows > 0n
}

/** In place of all that there were. */
export async function setRecoveryCodes(trx: Database, account: string, digests: readonly string[]): Promise<void> {
  await trx.deleteFrom('recovery_codes').where('account_id', '=', account).execute()
  const rows = digests.map((digest) => ({ account_id: account, code_digest: digest }))
  await trx.insertInto('recovery_codes').values(rows).execute()
}

/** True if it was one of the account's: it is none any more. */
export async function spendRecoveryCode(trx: Database, account: string, digest: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_codes')
    .where('account_id', '=', account)
    .where('code_digest', '=', digest)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function countRecoveryCodes(db: Database, account: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_codes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return count
}
