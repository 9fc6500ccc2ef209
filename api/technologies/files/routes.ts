import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { scopeOf } from '../scope.ts'
import { archiveFile, attachFile, readFile } from './commands.ts'
import { ofAttachments } from './media.ts'

export function attachmentRoutes(api: Api): void {
  const { registry } = api.world

  api.serve(operations.attachFile, allow('evidence.write'), async ({ params, query, body, by, req }) => {
    const sent = { name: query.name, media: mediaOf(req.get('content-type')), content: body }
    const file = await attachFile(registry, params, sent, by)
    return created(file, link(paths.evidenceFile, { ...params, file: file.id }))
  })

  api.serve(operations.readAttachedFile, allow('technologies.read'), async ({ params, access }) => {
    const file = await readFile(registry.read, params, scopeOf(access.grant))
    return { status: 200, file: { content: Buffer.from(file.content), name: file.name } }
  })

  api.serve(operations.archiveFile, allow('evidence.write'), async ({ params, body, by }) =>
    ok(await archiveFile(registry, params, body.archived, by)),
  )
}

/** One of those that the operation takes: others have been refused. */
function mediaOf(header = '') {
  const plain = header.split(';')[0]!.trim().toLowerCase()
  return ofAttachments.find((media) => media === plain)!
}
