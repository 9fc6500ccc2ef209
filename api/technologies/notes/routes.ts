import { accountsWithRole } from '../../../db/accounts.ts'
import { noticesOf } from '../../../db/signals.ts'
import { type Note, notesOf } from '../../../db/technology-notes.ts'
import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import type { TechnologyNote } from '../../contract/technology-notes.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, done, ok } from '../../http/serve.ts'
import { getTechnology } from '../commands.ts'
import { addNote, withdrawNote } from './commands.ts'

/** What the scan team keeps to itself about a technology. */
export function technologyNoteRoutes(api: Api): void {
  const { registry } = api.world
  const { read } = registry

  api.serve(operations.listScanTeam, allow('scan-team.read'), async () => {
    const team = await accountsWithRole(read, 'scanner')
    return ok({ items: team.map(({ id, name }) => ({ id, name })), total: team.length })
  })

  api.serve(operations.listNotices, allow('signals.read'), async ({ params }) => {
    const technology = await getTechnology(read, params.technology)
    const items = await noticesOf(read, technology.id)
    return ok({ items, total: items.length })
  })

  api.serve(operations.listTechnologyNotes, allow('notes.read'), async ({ params, access }) => {
    const technology = await getTechnology(read, params.technology)
    const items = (await notesOf(read, technology.id)).map((note) => shown(note, access.account?.id))
    return ok({ items, total: items.length })
  })

  api.serve(operations.addTechnologyNote, allow('notes.write'), async ({ params, body, by }) => {
    const note = shown(await addNote(registry, params.technology, body.text, by), by.account)
    return created(note, link(paths.technologyNotes, params))
  })

  api.serve(operations.withdrawTechnologyNote, allow('notes.write'), async ({ params, by }) => {
    await withdrawNote(registry, params, by)
    return done
  })
}

const shown = ({ id, text, by, writtenBy, writtenAt }: Note, reader: string | null | undefined): TechnologyNote => ({
  ...{ id, text, by, writtenAt },
  mine: writtenBy === reader,
})
