import type { Account } from '../../../db/accounts.ts'
import { specialismsOfLead } from '../../../db/lead-specialisms.ts'
import type { Database } from '../../../db/open.ts'
import type { Session } from '../../contract/session.ts'
import { actionsOf, grantOf } from '../permissions.ts'

/** Who is signed in, as pages need to know it. */
export async function readSession(db: Database, account: Account, expiresAt: string): Promise<Session> {
  const { id, name, roles, lookAround } = account
  const own = grantOf('reviews.write', roles) ? await specialismsOfLead(db, id) : []
  const specialisms = own.map(({ slug }) => slug)
  return { account: { id, name, roles, specialisms, lookAround }, actions: actionsOf(roles), expiresAt }
}
