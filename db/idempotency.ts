import type { Database } from './open.ts'

export interface KeptResult {
  requestDigest: string
  result: string
}

export async function findKeptResult(trx: Database, account: string, key: string): Promise<KeptResult | undefined> {
  const row = await trx
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'result'])
    .where('account_id', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { requestDigest: row.request_digest, result: row.result }
}

export async function keepResult(trx: Database, account: string, key: string, kept: KeptResult, at: string) {
  await trx
    .insertInto('idempotency_keys')
    .values({
      account_id: account,
      key,
      request_digest: kept.requestDigest,
      result: kept.result,
      created_at: at,
    })
    .execute()
}

export async function forgetResultsBefore(trx: Database, before: string): Promise<void> {
  await trx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute()
}
