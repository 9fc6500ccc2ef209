import { type DiscussionNote, findNote, writeNote } from '../../../db/discussion-notes.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { pairsOf } from '../../../db/pairs.ts'
import { type By, perform } from '../../audit/perform.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { Refusal } from '../../refusal.ts'
import { getTechnology } from '../../technologies/commands.ts'
import { getRound, nameOf } from '../commands.ts'

interface AtItem {
  round: string
  technology: string
}

/** Keeps what was said about a technology after a closed round: panel members read it in the next one. */
export async function writeDiscussionNote(
  registry: Registry,
  at: AtItem,
  text: string,
  seen: Precondition,
  by: By,
): Promise<{ note: DiscussionNote; created: boolean }> {
  return perform(registry, by, async (trx, record) => {
    const item = await itemOf(trx, at)
    const present = await findNote(trx, item.round, item.technology)
    if (present && present.text === text && seen.kind !== 'none') return { note: present, created: false }
    ensureSeen(seen, present)
    const version = (present?.version ?? 0) + 1
    await writeNote(trx, { ...item, text, by: by.account!, at: by.at, version })
    const details = { technology: item.technology, before: present?.text ?? null, after: text }
    record({ action: 'discussion.note', objectKind: 'round', objectId: item.round, details })
    return { note: { text, changedAt: by.at, version }, created: !present }
  })
}

export async function getNote(db: Database, at: AtItem): Promise<DiscussionNote> {
  const { round, technology } = await itemOf(db, at)
  const note = await findNote(db, round, technology)
  if (!note) throw new Refusal('not-found', 'There is no note of a discussion of this technology yet.')
  return note
}

async function itemOf(db: Database, at: AtItem): Promise<AtItem> {
  const round = await getRound(db, at.round)
  if (round.state !== 'closed')
    throw new Refusal('conflict', `${nameOf(round)} is ${round.state}. It can be discussed once it has closed.`)
  const { id, name } = await getTechnology(db, at.technology)
  if (!(await pairsOf(db, round.id)).some(({ technology }) => technology === id))
    throw new Refusal('not-found', `${nameOf(round)} did not ask about ${name}.`)
  return { round: round.id, technology: id }
}
