import { specialismsOfLead } from '../../../db/lead-specialisms.ts'
import type { Database } from '../../../db/open.ts'
import type { StoredSession } from '../../../db/sessions.ts'
import type { Session } from '../../contract/session.ts'
import { actionsOf, grantOf } from '../permissions.ts'
import { mayMeanwhile } from '../second-factor/awaited.ts'

/** Who is signed in, as pages need to know it. */
export async function readSession(
  db: Database,
  { account: { id, name, roles, lookAround }, awaits, expiresAt }: StoredSession,
): Promise<Session> {
  const own = grantOf('reviews.write', roles) ? await specialismsOfLead(db, id) : []
  const specialisms = own.map(({ slug }) => slug)
  const actions = actionsOf(roles).filter((action) => mayMeanwhile(action, awaits))
  return { account: { id, name, roles, specialisms, lookAround }, actions, awaits, expiresAt }
}
