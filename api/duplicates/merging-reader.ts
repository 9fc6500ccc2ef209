import { openRoundAskingBoth, scansHolding } from '../../db/duplicates.ts'
import { type MergeRow, mergesInto, roundOpenedSince } from '../../db/merges.ts'
import type { Database } from '../../db/open.ts'
import type { StandsIn } from '../contract/duplicates.ts'
import type { Merge } from '../contract/merges.ts'
import type { Technology } from '../contract/technologies.ts'

/** Everything that was merged into a technology, newest first. */
export async function mergesOf(db: Database, survivor: Technology): Promise<Merge[]> {
  const merges: Merge[] = []
  for (const row of await mergesInto(db, survivor.id)) {
    const { id, merged, moved, by, at, undoneAt } = row
    const stays = undoneAt === null ? await whyItStays(db, survivor, row) : null
    const counts = { evidence: moved.evidence.length, signals: moved.signals.length }
    merges.push({ id, merged, aliases: moved.aliases, ...counts, by, at, undoneAt, stays })
  }
  return merges
}

/** Why one technology cannot be merged into another, as a sentence; null where it can. */
export async function whyNotMerged(db: Database, survivor: Technology, merged: Technology): Promise<string | null> {
  for (const { name, mergedInto } of [survivor, merged])
    if (mergedInto) return `${name} was merged into ${mergedInto.name} already. Look at that one instead.`
  if (survivor.archived) return `${survivor.name} is archived. Bring it back first, or keep the other one.`
  const [ofOne, ofOther] = [await scansHolding(db, survivor.id), await scansHolding(db, merged.id)]
  const shared = sharedAndAnswered(ofOne, ofOther)
  if (shared)
    return `Both stand in ${shared.name}, with answers. Answers never move, so they cannot be merged: one scan cannot have answers on the same thing twice.`
  const round = await openRoundAskingBoth(db, [survivor.id, merged.id])
  if (round)
    return `Round ${round.number} of ${round.scan} is open and asks about both. Merge them once it is closed, if nobody has answered.`
  return null
}

/** A scan that holds both, in which anybody has answered on either. */
function sharedAndAnswered(ofOne: readonly StandsIn[], ofOther: readonly StandsIn[]): StandsIn | undefined {
  return ofOne.find((scan) => {
    const same = ofOther.find(({ slug }) => slug === scan.slug)
    return same && (scan.answered || same.answered)
  })
}

/** Why a merge cannot be taken back, as a sentence; null where it can. */
export async function whyItStays(db: Database, survivor: Technology, merge: MergeRow): Promise<string | null> {
  if (survivor.mergedInto)
    return `${survivor.name} was itself merged into ${survivor.mergedInto.name} since. Take that back first.`
  const round = await roundOpenedSince(db, survivor.id, merge.at)
  if (!round) return null
  return `Round ${round.number} of ${round.scan} has opened on ${survivor.name} since, so the merge stays: the panel was asked about both as one.`
}
