import { findPerson } from '../../../db/people.ts'
import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { type Api, done, ok } from '../../http/serve.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { endSession, endSessions } from './end-commands.ts'
import { sessionList } from './session-list-reader.ts'

export function sessionRoutes(api: Api): void {
  const { registry, sessions } = api.world

  api.serve(operations.listOwnSessions, allow('own-account.read'), async ({ access }) =>
    ok(await sessionList(registry.read, sessions, access.account!.id, access.session?.id)),
  )

  api.serve(operations.endOwnSession, allow('own-account.write'), async ({ access, params, by }) => {
    await endSession(registry, access.account!.id, params.session, by)
    return done
  })

  api.serve(operations.endOtherSessions, allow('own-account.write'), async ({ access, by }) => {
    await endSessions(registry, access.account!.id, access.session?.id, by)
    return done
  })

  api.serve(operations.listSessionsOf, allow('accounts.read'), async ({ access, params }) => {
    await ensureKnown(params.account)
    return ok(await sessionList(registry.read, sessions, params.account, access.session?.id))
  })

  api.serve(operations.endSessionOf, allow('accounts.write'), async ({ params, by }) => {
    await endSession(registry, params.account, params.session, by)
    return done
  })

  api.serve(operations.endSessionsOf, allow('accounts.write'), async ({ params, by }) => {
    await ensureKnown(params.account)
    await endSessions(registry, params.account, undefined, by)
    return done
  })

  async function ensureKnown(account: string): Promise<void> {
    if (await findPerson(registry.read, account)) return
    throw new Refusal('not-found', `There is no account ${repeated(account)}.`)
  }
}
