import { newId } from '../../db/ids.ts'
import {
  forgetReadinessEvidence,
  insertMerge,
  type MergeRow,
  mergesInto,
  moveBack,
  moveBelongings,
  setAliases,
  setMerged,
  setMoved,
  setUndone,
  setUnmerged,
} from '../../db/merges.ts'
import type { Database, Registry } from '../../db/open.ts'
import { type By, perform } from '../audit/perform.ts'
import { type AuditNote, changesBetween } from '../audit/trail.ts'
import type { Merge, MergeRequest } from '../contract/merges.ts'
import type { Technology } from '../contract/technologies.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { withoutRepeats } from '../technologies/aliases.ts'
import { getTechnology } from '../technologies/commands.ts'
import { mergesOf, whyItStays, whyNotMerged } from './merging-reader.ts'

/**
 * Archives one technology under another, which takes over its names, evidence and signals. Answers, reviews, editions and scans stay as
 * they are. Refuses a pair whose answers in one scan would then be of the same thing. Both must be as they were seen.
 */
export async function mergeTechnologies(
  registry: Registry,
  reference: string,
  request: MergeRequest,
  seen: Precondition,
  by: By,
): Promise<Merge> {
  return perform(registry, by, async (trx, record) => {
    if (!by.account) throw new Refusal('not-signed-in', 'Technologies are merged by somebody.')
    const survivor = await getTechnology(trx, reference)
    const merged = await getMerged(trx, request.merged)
    if (merged.id === survivor.id) throw invalid('/merged', 'A technology cannot be merged into itself.')
    ensureSeen(seen, survivor)
    ensureSeen({ kind: 'versions', versions: [request.version] }, merged)
    const why = await whyNotMerged(trx, survivor, merged)
    if (why !== null) throw new Refusal('conflict', why)
    const aliases = namesTakenOver(survivor, merged)
    const before = {
      archived: merged.archived,
      reason: merged.archive?.reason ?? null,
      note: merged.archive?.note ?? '',
    }
    const moved = { aliases, ...(await moveBelongings(trx, merged.id, survivor.id)), before }
    await setMerged(trx, merged.id, survivor.id, by.at)
    await setAliases(trx, survivor.id, [...survivor.aliases, ...aliases], by.at)
    const id = newId()
    await insertMerge(trx, { id, survivor: survivor.id, merged: merged.id, moved, by: by.account, at: by.at })
    const details = { merge: id, survivor: survivor.id, merged: merged.id, moved }
    for (const one of [merged, survivor]) record(await notedOf(trx, 'technology.merge', one, details))
    return getMerge(trx, survivor.id, id)
  })
}

/** Takes a merge back: what it moved goes to where it was. Refused once a round has opened on the survivor. */
export async function undoMerge(
  registry: Registry,
  at: { technology: string; merge: string },
  seen: Precondition,
  by: By,
): Promise<Merge> {
  return perform(registry, by, async (trx, record) => {
    const survivor = await getTechnology(trx, at.technology)
    const all = await mergesInto(trx, survivor.id)
    const merge = all.find(({ id }) => id === at.merge)
    if (!merge) throw new Refusal('not-found', `Nothing was merged into ${survivor.name} as ${repeated(at.merge)}.`)
    if (merge.undoneAt !== null) return getMerge(trx, survivor.id, merge.id)
    ensureSeen(seen, survivor)
    const why = await whyItStays(trx, survivor, merge)
    if (why !== null) throw new Refusal('conflict', why)
    const merged = await getTechnology(trx, merge.merged.id)
    await forgetReadinessEvidence(trx, survivor.id, merge.moved.evidence)
    await moveBack(trx, merge.moved, survivor.id, merge.merged.id)
    const left = await takeNamesBack(trx, survivor, merge, all)
    await setAliases(trx, survivor.id, left, by.at)
    await setUnmerged(trx, merge.merged.id, merge.moved, by.at)
    await setUndone(trx, merge.id, by.at)
    const details = { merge: merge.id, survivor: survivor.id, merged: merged.id }
    for (const one of [merged, survivor]) record(await notedOf(trx, 'technology.unmerge', one, details))
    return getMerge(trx, survivor.id, merge.id)
  })
}

/** The note of a merge, or of taking one back, on one of the two: with those of its own fields that it changed. */
async function notedOf(trx: Database, action: string, before: Technology, facts: object): Promise<AuditNote> {
  const after = await getTechnology(trx, before.id)
  const details = { ...facts, fields: changesBetween(touched(before), touched(after)) }
  return { action, objectKind: 'technology', objectId: before.id, details }
}

const touched = ({ aliases, archived, archive, readinessEvidence }: Technology) => ({
  ...{ aliases, archived, readinessEvidence },
  ...{ reason: archive?.reason ?? null, note: archive?.note ?? '' },
})

async function getMerged(trx: Database, reference: string): Promise<Technology> {
  try {
    return await getTechnology(trx, reference)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error
    throw invalid('/merged', error.message)
  }
}

/** The merged one's name and other names, those that the survivor has already left out. */
function namesTakenOver({ name, aliases }: Technology, merged: Technology): string[] {
  return withoutRepeats(name, [...aliases, merged.name, ...merged.aliases]).filter((one) => !aliases.includes(one))
}

/** The survivor's other names without those that came with a merge; one that came with another merge too stays, as that one's. */
async function takeNamesBack(trx: Database, survivor: Technology, merge: MergeRow, all: readonly MergeRow[]) {
  const gone = new Set(merge.moved.aliases)
  for (const other of all) {
    if (other.id === merge.id || other.undoneAt !== null) continue
    const { name, aliases } = await getTechnology(trx, other.merged.id)
    const kept = [name, ...aliases].filter((one) => gone.has(one))
    for (const one of kept) gone.delete(one)
    if (kept.length > 0) await setMoved(trx, other.id, { ...other.moved, aliases: [...other.moved.aliases, ...kept] })
  }
  return survivor.aliases.filter((one) => !gone.has(one))
}

async function getMerge(trx: Database, survivor: string, id: string): Promise<Merge> {
  return (await mergesOf(trx, await getTechnology(trx, survivor))).find((one) => one.id === id)!
}
