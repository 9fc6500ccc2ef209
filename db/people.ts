import type { Role } from '../api/contract/session.ts'
import type { Database } from './open.ts'

/** Somebody with an account, as the scan team may know them. */
export interface Person {
  id: string
  name: string
  email: string
  roles: Role[]
  hasPassword: boolean
}

/** Everybody with one of these addresses (in lower case), by address. */
export async function peopleWithAddress(db: Database, addresses: readonly string[]): Promise<Map<string, Person>> {
  const found = await peopleWhere(db, 'people.email', addresses)
  return new Map(found.map((person) => [person.email, person]))
}

/** Of these accounts, those that have no password yet. */
export async function withoutPassword(db: Database, accounts: readonly string[]): Promise<string[]> {
  return (await peopleWhere(db, 'people.account_id', accounts)).filter((one) => !one.hasPassword).map(({ id }) => id)
}

export async function findPerson(db: Database, account: string): Promise<Person | undefined> {
  return (await peopleWhere(db, 'people.account_id', [account]))[0]
}

async function peopleWhere(db: Database, column: 'people.email' | 'people.account_id', values: readonly string[]) {
  if (values.length === 0) return []
  const rows = await db
    .selectFrom('people')
    .innerJoin('accounts', 'accounts.id', 'people.account_id')
    .leftJoin('account_roles', 'account_roles.account_id', 'people.account_id')
    .select(['people.account_id', 'people.name', 'people.email', 'accounts.password_hash', 'account_roles.role'])
    .where(column, 'in', values)
    .execute()
  const found = new Map<string, Person>()
  for (const row of rows) {
    const { name, email } = row
    const hasPassword = row.password_hash !== null
    const person = found.get(row.account_id) ?? { id: row.account_id, name, email, roles: [], hasPassword }
    if (row.role) person.roles.push(row.role)
    found.set(row.account_id, person)
  }
  return [...found.values()]
}

export async function addRole(trx: Database, account: string, role: Role): Promise<void> {
  await trx.insertInto('account_roles').values({ account_id: account, role }).execute()
}
