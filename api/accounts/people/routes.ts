import type { Request } from 'express'
import type { By } from '../../audit/perform.ts'
import type { SentLink } from '../../contract/accounts.ts'
import * as operations from '../../contract/operations.ts'
import { link, pages, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { needsLocalAccounts } from '../../http/local-accounts.ts'
import { fromCursor, toCursor } from '../../http/row-cursor.ts'
import { type Api, created, done, ok } from '../../http/serve.ts'
import { onlyWayIn } from '../../settings.ts'
import { addPerson, changeAccount } from './commands.ts'
import { eraseAccount, eraseSender, findSender } from './erase-commands.ts'
import { exportPersonalData } from './export-commands.ts'
import { type MadePurpose, makePersonLink } from './link-commands.ts'
import { getAccountRecord, readAccounts } from './reader.ts'

const linkPages = { invitation: pages.welcome, 'password-reset': pages.newPassword }

export function peopleRoutes(api: Api): void {
  const { registry, settings, letters } = api.world
  const at = () => api.world.now().toISOString()

  api.serve(operations.listAccounts, allow('accounts.read'), async ({ query }) => {
    const from = fromCursor(query.cursor)
    const page = await readAccounts(registry.read, query, { from, limit: query.limit, at: at() })
    const next = from + page.items.length
    return ok({ ...page, nextCursor: next < page.total ? toCursor(String(next)) : null })
  })

  api.serve(operations.addPerson, allow('accounts.write'), async ({ body, by, req }) => {
    const id = await addPerson(registry, body, by)
    const invitation = await sendLink(id, 'invitation', by, req)
    const account = await getAccountRecord(registry.read, id, by.at)
    return created({ account, invitation }, link(paths.oneAccount, { account: id }), account.version)
  })

  api.serve(operations.readAccount, allow('accounts.read'), async ({ params }) => {
    const account = await getAccountRecord(registry.read, params.account, at())
    return ok(account, account.version)
  })

  api.serve(operations.changeAccount, allow('accounts.write'), async ({ params, body, seen, by }) => {
    await changeAccount(registry, params.account, body, seen, by)
    const account = await getAccountRecord(registry.read, params.account, by.at)
    return ok(account, account.version)
  })

  api.serve(
    operations.inviteAgain,
    allow('accounts.write'),
    async ({ params, by, req }) =>
      created(await sendLink(params.account, 'invitation', by, req), link(paths.oneAccount, params)),
    needsLocalAccounts(settings),
  )

  api.serve(
    operations.sendPasswordReset,
    allow('accounts.write'),
    async ({ params, by, req }) =>
      created(await sendLink(params.account, 'password-reset', by, req), link(paths.oneAccount, params)),
    needsLocalAccounts(settings),
  )

  api.serve(operations.eraseAccount, allow('accounts.write'), async ({ params, body, by }) => {
    await eraseAccount(registry, params.account, body.name, by)
    return done
  })

  api.serve(operations.exportAccountData, allow('accounts.write'), async ({ params, by }) =>
    ok(await exportPersonalData(registry, params.account, 'admin', by)),
  )

  api.serve(operations.exportOwnData, allow('own-account.read'), async ({ access, by }) =>
    ok(await exportPersonalData(registry, access.account!.id, 'own', by)),
  )

  api.serve(operations.findSender, allow('accounts.write'), async ({ body, by }) =>
    ok(await findSender(registry, body.address, by)),
  )

  api.serve(operations.eraseSender, allow('accounts.write'), async ({ body, by }) =>
    ok({ erased: await eraseSender(registry, body.address, by) }),
  )

  /** Mailed where mail is set up and taken; else it is here to be copied, this once. A secret stands after the # alone, which no server is sent. */
  async function sendLink(account: string, purpose: MadePurpose, by: By, req: Request): Promise<SentLink> {
    // Where no address is set, people find the registry where the administrator does.
    const origin = settings.origin ?? `${req.protocol}://${req.get('host')}`
    if (onlyWayIn(settings)) return { mailed: false, link: origin + pages.signIn, expiresAt: null }
    const { to, token, expiresAt } = await makePersonLink(registry, account, purpose, by)
    const address = `${origin}${linkPages[purpose]}#${token}`
    const mailed = (await letters?.sendMadeLink(to, purpose, address)) ?? false
    return { mailed, link: mailed ? null : address, expiresAt }
  }
}
