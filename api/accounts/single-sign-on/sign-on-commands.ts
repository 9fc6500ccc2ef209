import { moveAccountOn, setRoles } from '../../../db/account-changes.ts'
import { insertAccount } from '../../../db/accounts.ts'
import {
  findAccountOfAddress,
  findAccountOfIdentity,
  hasIdentityOf,
  insertIdentity,
  type KnownAccount,
} from '../../../db/identities.ts'
import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AuditNote } from '../../audit/trail.ts'
import type { Role } from '../../contract/session.ts'
import type { SingleSignOnSettings } from '../../settings.ts'
import type { SignedIn } from '../sessions/session-commands.ts'
import { addressFrom, nameFrom } from './claims.ts'
import { NotSignedOn } from './not-signed-on.ts'
import type { Shown } from './provider-door.ts'
import { rolesAfter, rolesFrom } from './roles-claim.ts'

type RecordNote = (note: AuditNote) => void

/**
 * Whose session to open, of whom the provider has shown: the account that it knows, else the one with the address that it has checked, else a new one.
 * Where the provider gives roles, they are set anew each time. Who has no role gets no session, since there is nothing that it would
 * open; the account stays for an administrator to give it one. Throws NotSignedOn.
 */
export async function signOn(
  registry: Registry,
  shown: Shown,
  settings: SingleSignOnSettings,
  by: By,
): Promise<SignedIn> {
  const given = settings.roles ? rolesFrom(shown.claims, settings.roles) : null
  const { id, roles } = await perform(
    registry,
    { ...by, account: null, once: undefined },
    async (trx, record) => {
      const known = await findAccountOfIdentity(trx, shown)
      const account = known ?? (await linkAccount(trx, shown, settings, record, by.at))
      if (account.isClosed || account.lookAround) throw refused('switched-off', account.id)
      return { id: account.id, roles: await followRoles(trx, account, given, record) }
    },
    { redraws: false },
  )
  if (roles.length === 0) throw refused('no-role', id)
  return { account: id, way: 'single-sign-on', identityToken: shown.identityToken }
}

async function linkAccount(
  trx: Database,
  shown: Shown,
  { trustsEmail }: SingleSignOnSettings,
  record: RecordNote,
  at: string,
): Promise<KnownAccount> {
  const address = checkedAddress(shown, trustsEmail)
  const known = await findAccountOfAddress(trx, address)
  if (known) await ensureMayLink(trx, known, shown.issuer)
  const account = known ?? (await addAccount(trx, nameFrom(shown.claims, address), address, record, at))
  await insertIdentity(trx, shown, account.id, at)
  const details = { issuer: shown.issuer }
  record({ action: 'account.link', objectKind: 'account', objectId: account.id, details })
  return account
}

/** An address that nobody has checked is anybody's: neither an account nor what is later sent to it may hang on it. */
function checkedAddress({ claims }: Shown, trustsEmail: boolean): string {
  const claimed = addressFrom(claims, trustsEmail)
  if (!claimed) throw new NotSignedOn('no-address')
  if (!claimed.isChecked) throw new NotSignedOn('address-not-checked')
  return claimed.address
}

/** An address is given to somebody else after its owner has left; their account is not. */
async function ensureMayLink(trx: Database, account: KnownAccount, issuer: string): Promise<void> {
  if (account.isClosed) throw refused('switched-off', account.id)
  if (account.lookAround || (await hasIdentityOf(trx, account.id, issuer))) throw refused('address-taken', account.id)
}

/** The trail says of whose account it was. */
function refused(problem: NotSignedOn['problem'], account: string): NotSignedOn {
  return new NotSignedOn(problem, problem, account)
}

async function addAccount(
  trx: Database,
  name: string,
  email: string,
  record: RecordNote,
  at: string,
): Promise<KnownAccount> {
  const account = { id: newId(), roles: [] as Role[], lookAround: false }
  await insertAccount(trx, { ...account, name, email, passwordHash: null, createdAt: at })
  const details = { roles: account.roles, lookAround: false }
  record({ action: 'account.add', objectKind: 'account', objectId: account.id, details })
  return { ...account, isClosed: false, sitsOnPanel: false }
}

async function followRoles(
  trx: Database,
  { id, roles: before, sitsOnPanel }: KnownAccount,
  given: readonly Role[] | null,
  record: RecordNote,
): Promise<Role[]> {
  const after = rolesAfter(before, given, sitsOnPanel)
  const isSame = after.length === before.length && after.every((role) => before.includes(role))
  if (isSame) return after
  await setRoles(trx, id, after)
  await moveAccountOn(trx, id)
  const details = { roles: { before, after }, from: 'single-sign-on' }
  record({ action: 'account.change', objectKind: 'account', objectId: id, details })
  return after
}
