import { insertAccount } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Database } from '../../db/open.ts'
import { addRole, findPerson, type Person, peopleWithAddress } from '../../db/people.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { NewPerson } from '../contract/panel.ts'
import { invalid, repeated } from '../refusal.ts'
import { problemOfLead } from './lead.ts'
import { isMailAddress, keptForm } from './mail-address.ts'

type RecordNote = (note: AuditNote) => void

export interface Lead {
  account: string
  isNew: boolean
}

/**
 * The account of a specialism lead: by its id, or by an address, for which one is made where there is none. The account of a
 * board member, or one without any role, becomes a lead's too; its name stays. `pointer` is where the request names the person.
 */
export async function ensureLead(
  trx: Database,
  who: string | NewPerson,
  record: RecordNote,
  at: string,
  pointer = '/account',
): Promise<Lead> {
  if (typeof who === 'string') return { account: await knownLead(trx, who, pointer), isNew: false }
  const known = await findByAddress(trx, who, pointer)
  if (!known) return { account: await addLead(trx, who, record, at), isNew: true }
  await letLead(trx, known, record, pointer)
  return { account: known.id, isNew: false }
}

async function knownLead(trx: Database, account: string, pointer: string): Promise<string> {
  const person = await findPerson(trx, account)
  if (person?.roles.includes('lead')) return person.id
  throw invalid(pointer, `There is no account of a specialism lead ${repeated(account)}.`)
}

async function findByAddress(trx: Database, { email }: NewPerson, pointer: string): Promise<Person | undefined> {
  const address = keptForm(email)
  if (!isMailAddress(address))
    throw invalid(`${pointer}/email`, `Give an email address such as a.name@example.org. You sent ${repeated(email)}.`)
  return (await peopleWithAddress(trx, [address])).get(address)
}

async function addLead(trx: Database, { name, email }: NewPerson, record: RecordNote, at: string): Promise<string> {
  const id = newId()
  const account = { id, name, roles: ['lead' as const], lookAround: false, passwordHash: null, createdAt: at }
  await insertAccount(trx, { ...account, email: keptForm(email) })
  const details = { roles: account.roles, lookAround: false }
  record({ action: 'account.add', objectKind: 'account', objectId: id, details })
  return id
}

async function letLead(trx: Database, person: Person, record: RecordNote, pointer: string): Promise<void> {
  if (person.roles.includes('lead')) return
  const problem = problemOfLead(person)
  if (problem) throw invalid(pointer, problem)
  await addRole(trx, person.id, 'lead')
  const details = { roles: { before: person.roles, after: [...person.roles, 'lead'] } }
  record({ action: 'account.change', objectKind: 'account', objectId: person.id, details })
}
