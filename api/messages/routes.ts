import type { Request } from 'express'
import type { By } from '../audit/perform.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { csvOf, workbookOf } from '../http/spreadsheets.ts'
import { onlyWayIn } from '../settings.ts'
import { discardMessages, markMessagesSent, renderMessages, sendMessagesAgain, writeMessages } from './commands.ts'
import { mergeTable } from './merge.ts'
import { readMessages } from './reader.ts'

export function messageRoutes(api: Api): void {
  const { registry, follower, settings, mailer } = api.world
  const { progressOf } = follower
  const delivery = mailer ? 'smtp' : 'to-copy'

  api.serve(operations.listMessages, allow('messages.read'), async ({ params }) =>
    ok(await readMessages(registry.read, progressOf, params.scan, delivery)),
  )

  api.serve(operations.writeMessages, allow('messages.send'), async ({ params, body, by }) => {
    const counts = await writeMessages(registry, params.scan, body, { progressOf, delivery }, by)
    mailer?.wake()
    return created({ ...counts, delivery }, link(paths.messages, params))
  })

  api.serve(operations.renderMessages, allow('messages.copy'), async ({ params, body, by, req }) =>
    ok({ items: await rendered(params.scan, body.messages, by, req) }),
  )

  api.serve(operations.mailMergeCsv, allow('messages.export'), async ({ params, body, by, req }) => {
    const content = csvOf(mergeTable(await rendered(params.scan, body.messages, by, req)))
    return { status: 200, file: { content, name: 'messages.csv' } }
  })

  api.serve(operations.mailMergeWorkbook, allow('messages.export'), async ({ params, body, by, req }) => {
    const table = mergeTable(await rendered(params.scan, body.messages, by, req))
    return { status: 200, file: { content: await workbookOf({ Messages: { table } }), name: 'messages.xlsx' } }
  })

  api.serve(operations.markMessagesSent, allow('messages.send'), async ({ params, body, by }) =>
    ok({ changed: await markMessagesSent(registry, params.scan, body.messages, by) }),
  )

  api.serve(operations.discardMessages, allow('messages.send'), async ({ params, body, by }) =>
    ok({ changed: await discardMessages(registry, params.scan, body.messages, by) }),
  )

  api.serve(operations.sendMessagesAgain, allow('messages.send'), async ({ params, body, by }) => {
    const changed = await sendMessagesAgain(registry, params.scan, body.messages, delivery, by)
    mailer?.wake()
    return ok({ changed })
  })

  function rendered(scan: string, ids: readonly string[] | null, by: By, req: Request) {
    // Where no address is set, people find the registry where the scan team does.
    const origin = settings.origin ?? `${req.protocol}://${req.get('host')}`
    const { organisation } = settings
    const post = { progressOf, delivery, organisation, origin, onlyWayIn: onlyWayIn(settings) } as const
    return renderMessages(registry, scan, ids, post, by)
  }
}
