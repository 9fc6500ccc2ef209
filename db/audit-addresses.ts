import type { Database } from './open.ts'

/** The address on the network from which an entry's act came, with the salt of the digest that stays in the trail. */
export async function insertAddress(trx: Database, seq: number, address: string, salt: string): Promise<void> {
  await trx.insertInto('audit_addresses').values({ seq, address, salt }).execute()
}

/** Erases the addresses of entries made before a moment, `most` of them at once; how many. The trail itself stays as it is. */
export async function eraseAddressesBefore(trx: Database, at: string, most = 20_000): Promise<number> {
  const last = await trx
    .selectFrom('audit_entries')
    .select('seq')
    .where('at', '<', at)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return 0
  const old = trx.selectFrom('audit_addresses').select('seq').where('seq', '<=', last.seq).orderBy('seq').limit(most)
  const { numDeletedRows } = await trx.deleteFrom('audit_addresses').where('seq', 'in', old).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Erases every address from which an account acted, or from which somebody tried to sign in to it; how many. */
export async function eraseAddressesOf(trx: Database, account: string): Promise<number> {
  const theirs = trx
    .selectFrom('audit_entries')
    .select('seq')
    .where((eb) =>
      eb.or([eb('actor_id', '=', account), eb.and({ actor_id: null, object_kind: 'account', object_id: account })]),
    )
  const { numDeletedRows } = await trx.deleteFrom('audit_addresses').where('seq', 'in', theirs).executeTakeFirst()
  return Number(numDeletedRows)
}
