import { deleteLinksFor } from '../../../db/one-use-links.ts'
import type { Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AccountRecord } from '../../contract/accounts.ts'
import { Refusal } from '../../refusal.ts'
import { makeLinks } from '../links/link-commands.ts'
import { type LinkPurpose, minutesGood } from '../links/purpose.ts'
import { getAccountRecord } from './reader.ts'

/** Of the links that an administrator makes for somebody. */
export type MadePurpose = Exclude<LinkPurpose, 'sign-in'>

export interface MadeLink {
  to: Pick<AccountRecord, 'id' | 'name' | 'email'>
  /** The secret; only its digest is kept. */
  token: string
  expiresAt: string
}

/**
 * Makes somebody a link by which they join, or choose another password; earlier ones for the same end. Nothing is kept for an
 * Idempotency-Key, since a secret is kept nowhere.
 */
export async function makePersonLink(
  registry: Registry,
  account: string,
  purpose: MadePurpose,
  by: By,
): Promise<MadeLink> {
  return perform(
    registry,
    { ...by, once: undefined },
    async (trx, record) => {
      const to = await getAccountRecord(trx, account, by.at)
      const problem = problemOfLink(to, purpose)
      if (problem) throw new Refusal('conflict', problem)
      await deleteLinksFor(trx, account, purpose)
      const token = (await makeLinks(trx, [account], purpose, by.at)).get(account)!
      const expiresAt = new Date(Date.parse(by.at) + minutesGood[purpose] * 60_000).toISOString()
      record({ action: `account.${purpose}-link`, objectKind: 'account', objectId: account, details: { expiresAt } })
      return { to: { id: to.id, name: to.name, email: to.email }, token, expiresAt }
    },
    { redraws: false },
  )
}

function problemOfLink({ state, lookAround, hasPassword }: AccountRecord, purpose: MadePurpose): string | null {
  if (state === 'removed') return 'This person was removed, so nobody can be invited.'
  if (lookAround) return 'This is a made-up person of the demonstration, who needs no link.'
  if (state === 'off') return 'This account is switched off. Switch it on first.'
  if (purpose === 'invitation' && hasPassword)
    return 'They have joined already. Send a link to choose another password.'
  if (purpose === 'password-reset' && !hasPassword) return 'They have no password yet. Invite them again.'
  return null
}
