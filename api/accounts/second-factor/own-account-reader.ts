import type { Account } from '../../../db/accounts.ts'
import { specialismsOfLead } from '../../../db/lead-specialisms.ts'
import type { Database } from '../../../db/open.ts'
import { findPerson } from '../../../db/people.ts'
import { countRecoveryCodes, findSecondFactor } from '../../../db/second-factors.ts'
import type { OwnAccount } from '../../contract/second-factor.ts'
import { isRequired, type RequiredOf } from './awaited.ts'

/** An account as its owner sees it. */
export async function ownAccount(db: Database, { id, name, roles }: Account, of: RequiredOf): Promise<OwnAccount> {
  const { email, hasPassword } = (await findPerson(db, id))!
  const specialisms = await specialismsOfLead(db, id)
  const factor = await findSecondFactor(db, id)
  const secondFactor = {
    setUpAt: factor?.setUpAt ?? null,
    isRequired: isRequired(roles, of),
    recoveryCodes: await countRecoveryCodes(db, id),
  }
  return { name, email, roles, specialisms: specialisms.map(({ slug }) => slug), hasPassword, secondFactor }
}
