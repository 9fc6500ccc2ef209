import { specialismsOfLead } from '../../../db/lead-specialisms.ts'
import type { Database } from '../../../db/open.ts'
import type { StoredSession } from '../../../db/sessions.ts'
import type { Session } from '../../contract/session.ts'
import { type Asker, actionsOf, grantOf } from '../permissions.ts'
import { mayMeanwhile } from '../second-factor/awaited.ts'

/** Who is signed in, as pages need to know it. */
export async function readSession(
  db: Database,
  {
    account: { id, name, roles, lookAround },
    awaits,
    expiresAt,
  }: Pick<StoredSession, 'account' | 'awaits' | 'expiresAt'>,
  { byToken, open }: Pick<Asker, 'byToken' | 'open'>,
): Promise<Session> {
  const asker = { roles, byToken, open }
  const own = grantOf('reviews.write', asker) ? await specialismsOfLead(db, id) : []
  const specialisms = own.map(({ slug }) => slug)
  const actions = actionsOf(asker).filter((action) => mayMeanwhile(action, awaits))
  return { account: { id, name, roles, specialisms, lookAround }, actions, awaits, expiresAt }
}
