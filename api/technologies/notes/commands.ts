import { newId } from '../../../db/ids.ts'
import type { Registry } from '../../../db/open.ts'
import { findNote, insertNote, markNoteWithdrawn, type Note } from '../../../db/technology-notes.ts'
import { type By, perform } from '../../audit/perform.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { getTechnology } from '../commands.ts'

/** Notes are the scan team's own: they change nothing that other readers see, and their text is not in the trail. */
const quietly = { redraws: false }

export async function addNote(registry: Registry, reference: string, text: string, by: By): Promise<Note> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      if (!by.account) throw new Refusal('not-signed-in', 'A note is written by somebody.')
      const technology = await getTechnology(trx, reference)
      const id = newId()
      await insertNote(trx, { id, technology: technology.id, text, writtenBy: by.account, writtenAt: by.at })
      const details = { technology: technology.id, length: text.length }
      record({ action: 'note.add', objectKind: 'technology-note', objectId: id, details })
      return (await findNote(trx, technology.id, id))!
    },
    quietly,
  )
}

/** Whoever wrote a note takes it back: it is no longer shown. Doing so twice changes nothing. */
export async function withdrawNote(registry: Registry, at: { technology: string; note: string }, by: By) {
  await perform(
    registry,
    by,
    async (trx, record) => {
      const technology = await getTechnology(trx, at.technology)
      const note = await findNote(trx, technology.id, at.note)
      if (!note) throw new Refusal('not-found', `This technology has no note ${repeated(at.note)}.`)
      if (note.writtenBy !== by.account) throw new Refusal('not-yours', 'Only who wrote a note may withdraw it.')
      if (note.withdrawnAt !== null) return
      await markNoteWithdrawn(trx, note.id, by.at)
      const details = { technology: technology.id }
      record({ action: 'note.withdraw', objectKind: 'technology-note', objectId: note.id, details })
    },
    quietly,
  )
}
