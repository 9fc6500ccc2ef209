import {
  moveAccountOn,
  otherAdmins,
  renamePerson,
  seatedSpecialisms,
  setLeadSpecialisms,
  setRoles,
  setSwitchedOff,
} from '../../../db/account-changes.ts'
import { insertAccount } from '../../../db/accounts.ts'
import { newId } from '../../../db/ids.ts'
import { deleteLinksOf } from '../../../db/one-use-links.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { peopleWithAddress } from '../../../db/people.ts'
import { deleteSessionsOf } from '../../../db/sessions.ts'
import { specialisms } from '../../../db/taxonomy.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AccountRecord, AddPersonRequest, ChangeAccountRequest } from '../../contract/accounts.ts'
import type { Role } from '../../contract/session.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { isMailAddress, keptForm } from '../mail-address.ts'
import { isRequired } from '../second-factor/awaited.ts'
import { problemOfChange } from './problem-of-change.ts'
import { getAccountRecord } from './reader.ts'

// Roles and names are looked up at each request, so that nothing is drawn anew.
const quietly = { redraws: false }

/** Adds a person without any way to sign in yet; returns the account's id. */
export async function addPerson(registry: Registry, request: AddPersonRequest, by: By): Promise<string> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { name, roles } = request
      const email = await freeAddress(trx, request.email)
      const chosen = await chosenSpecialisms(trx, request)
      const id = newId(Date.parse(by.at))
      await insertAccount(trx, { id, name, email, roles, lookAround: false, passwordHash: null, createdAt: by.at })
      await setLeadSpecialisms(trx, id, chosen)
      const details = { roles, specialisms: chosen, lookAround: false }
      record({ action: 'account.add', objectKind: 'account', objectId: id, details })
      return id
    },
    quietly,
  )
}

/**
 * Changes an account. Switched off, its sessions and links end at once; made an administrator or one of the scan team, its sessions do; with
 * another address, links that went to the old one do. The trail learns that a name or an address changed, never what they are.
 */
export async function changeAccount(
  registry: Registry,
  account: string,
  request: ChangeAccountRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const present = await getPresent(trx, account, by)
    const email = keptForm(request.email)
    const wanted = { ...request, email, roles: request.roles.toSorted() }
    const chosen = await chosenSpecialisms(trx, request)
    const before = await idsOf(trx, present.specialisms)
    if (isSame(present, wanted, before, chosen) && seen.kind !== 'none') return
    ensureSeen(seen, present)
    await ensureAllowed(trx, present, wanted, by)
    if (email !== present.email) await freeAddress(trx, email)
    await ensureNotSeated(
      trx,
      present,
      before.filter((id) => !chosen.includes(id)),
    )
    await write(trx, present, wanted, chosen)
    record({
      action: 'account.change',
      objectKind: 'account',
      objectId: account,
      details: changesOf(present, wanted, before, chosen),
    })
  })
}

type Wanted = Omit<ChangeAccountRequest, 'specialisms'>

async function write(trx: Database, present: AccountRecord, wanted: Wanted, chosen: readonly string[]) {
  const { id } = present
  await renamePerson(trx, id, { name: wanted.name, email: wanted.email })
  await setRoles(trx, id, wanted.roles)
  await setLeadSpecialisms(trx, id, chosen)
  await setSwitchedOff(trx, id, wanted.switchedOff)
  if (wanted.switchedOff || isNewlyStaff(present.roles, wanted.roles)) await deleteSessionsOf(trx, id)
  if (wanted.switchedOff || wanted.email !== present.email) await deleteLinksOf(trx, id)
  await moveAccountOn(trx, id)
}

/** Whose role now asks for a second factor gives it before they use that role: they sign in again. */
function isNewlyStaff(before: readonly Role[], after: readonly Role[]): boolean {
  return !isRequired(before, 'staff') && isRequired(after, 'staff')
}

async function getPresent(trx: Database, account: string, by: By): Promise<AccountRecord> {
  const present = await getAccountRecord(trx, account, by.at)
  if (present.state === 'removed') throw new Refusal('conflict', 'This person was removed, so nothing can be changed.')
  if (present.lookAround)
    throw new Refusal('conflict', 'This is a made-up person of the demonstration, who stays as they are.')
  return present
}

async function ensureAllowed(trx: Database, present: AccountRecord, wanted: Wanted, by: By): Promise<void> {
  const problem = problemOfChange({
    isOwn: present.id === by.account,
    before: { roles: present.roles, off: present.state === 'off' },
    after: { roles: wanted.roles, off: wanted.switchedOff },
    otherAdmins: await otherAdmins(trx, present.id),
  })
  if (problem) throw new Refusal('conflict', problem)
}

async function freeAddress(trx: Database, sent: string): Promise<string> {
  const email = keptForm(sent)
  if (!isMailAddress(email))
    throw invalid('/email', `Give an email address such as a.name@example.org. You sent ${repeated(sent)}.`)
  if ((await peopleWithAddress(trx, [email])).size > 0)
    throw invalid('/email', `There is an account with the address ${email} already.`)
  return email
}

/** Ids of the specialisms asked for; only a lead has any. */
async function chosenSpecialisms(trx: Database, request: Pick<ChangeAccountRequest, 'roles' | 'specialisms'>) {
  if (request.specialisms.length > 0 && !request.roles.includes('lead'))
    throw invalid(
      '/specialisms',
      'Only a specialism lead writes reviews of specialisms. Choose that role, or none of these.',
    )
  return idsOf(trx, request.specialisms)
}

async function idsOf(trx: Database, references: readonly string[]): Promise<string[]> {
  if (references.length === 0) return []
  const known = await specialisms(trx)
  const ids = references.map((reference, i) => {
    const found = known.find(({ id, slug }) => id === reference || slug === reference)
    if (!found) throw invalid(`/specialisms/${i}`, `There is no specialism ${repeated(reference)} here.`)
    return found.id
  })
  return [...new Set(ids)].sort()
}

/** What they answer for on a panel they may also review, so that it is taken from them there. */
async function ensureNotSeated(trx: Database, { id }: AccountRecord, removed: readonly string[]): Promise<void> {
  const seated = removed.length > 0 ? await seatedSpecialisms(trx, id) : []
  const kept = removed.filter((one) => seated.includes(one))
  if (kept.length === 0) return
  const names = (await specialisms(trx)).filter((one) => kept.includes(one.id)).map(({ name }) => name)
  throw invalid(
    '/specialisms',
    `They sit on a panel for ${names.join(' and ')}. Hand that seat over first, on the page of the panel.`,
  )
}

function isSame(present: AccountRecord, wanted: Wanted, before: readonly string[], chosen: readonly string[]): boolean {
  const is = [present.name, present.email, present.state === 'off', present.roles, before]
  return JSON.stringify(is) === JSON.stringify([wanted.name, wanted.email, wanted.switchedOff, wanted.roles, chosen])
}

function changesOf(present: AccountRecord, wanted: Wanted, before: readonly string[], chosen: readonly string[]) {
  const pairs = {
    roles: [present.roles, wanted.roles],
    specialisms: [before, chosen],
    switchedOff: [present.state === 'off', wanted.switchedOff],
  }
  const changed = Object.entries(pairs)
    .filter(([, [was, is]]) => JSON.stringify(was) !== JSON.stringify(is))
    .map(([field, [was, is]]) => [field, { before: was, after: is }])
  return {
    ...Object.fromEntries(changed),
    ...(present.name !== wanted.name && { name: 'changed' }),
    ...(present.email !== wanted.email && { address: 'changed' }),
  }
}
