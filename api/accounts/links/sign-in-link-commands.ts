import { deleteLinksFor, findLink } from '../../../db/one-use-links.ts'
import { findSignIn } from '../../../db/passwords.ts'
import { perform } from '../../audit/perform.ts'
import { Refusal } from '../../refusal.ts'
import { digestOfToken } from '../../secrets.ts'
import type { SignedIn } from '../sessions/session-commands.ts'
import type { Asking, SignInParts } from '../sign-in/sign-in-commands.ts'
import type { LinkWanted } from './letter-keeper.ts'
import { minutesGood } from './purpose.ts'

/** Has a link sent to an address; the same, and as fast, whether or not there is such an account. 429 where it was asked for too often. */
export function askForLink({ attempts, letters }: SignInParts, wanted: LinkWanted, { by, network }: Asking): void {
  if (!letters)
    throw new Refusal('not-found', 'This registry sends no mail. Ask your administrator for a link to a new password.')
  attempts.count('asking', { who: wanted.email, network, at: by.at })
  letters.sendLink(wanted, by)
}

/** Signs in by a link that was sent, and spends it with all others of its kind. */
export async function signInByLink(
  { registry, attempts }: SignInParts,
  token: string,
  { by, network }: Asking,
): Promise<SignedIn> {
  const tokenDigest = digestOfToken(token)
  const account = await attempts.attempt('link', { network, at: by.at }, () =>
    perform(
      registry,
      by,
      async (trx) => {
        const link = await findLink(trx, tokenDigest, by.at)
        if (link?.purpose !== 'sign-in' || !(await findSignIn(trx, link.account))) throw gone()
        await deleteLinksFor(trx, link.account, 'sign-in')
        return link.account
      },
      { redraws: false },
    ),
  )
  return { account, way: 'link' }
}

function gone(): Refusal {
  return new Refusal(
    'not-found',
    `This link does not work any more: it was used, or it is more than ${minutesGood['sign-in']} minutes old. Ask for a new one.`,
  )
}
