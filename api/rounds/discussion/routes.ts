import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { getNote, writeDiscussionNote } from './commands.ts'

export function discussionNoteRoutes(api: Api): void {
  const { registry } = api.world

  api.serve(operations.readDiscussionNote, allow('discussion.read'), async ({ params }) => {
    const note = await getNote(registry.read, params)
    return ok(note, note.version)
  })

  api.serve(operations.writeDiscussionNote, allow('discussion.write'), async ({ params, body, seen, by }) => {
    const { note, created: isNew } = await writeDiscussionNote(registry, params, body.text, seen, by)
    return isNew ? created(note, link(paths.discussionNote, params), note.version) : ok(note, note.version)
  })
}
