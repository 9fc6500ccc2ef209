import type { ComparedTechnology, Comparison, Stood } from '../../contract/comparison.ts'
import type { FrozenTechnology } from '../../contract/editions.ts'
import type { ListName } from '../../contract/ranking.ts'
import { orderOf, statusOf, timingOf } from './movement.ts'
import { changesOf } from './reworded.ts'

/** A technology that an edition ranks, and where. */
export interface RankedIn extends Pick<ComparedTechnology, 'id' | 'slug' | 'name' | 'category'> {
  stood: Stood
  /** The years that may be as early and as late, where enough answers say when. */
  early: number | null
  late: number | null
}

/** What is held together of an edition. `ranked` in the order of the ranking; `otherList` by id, of those it does not rank. */
export interface ComparedEdition {
  ranked: readonly RankedIn[]
  otherList: ReadonlyMap<string, ListName>
  texts: ReadonlyMap<string, FrozenTechnology>
}

/** What decides beside the two editions: outcomes of adopted technologies, and the chances, null until they have been drawn. */
export interface Deciding {
  adopted: ReadonlyMap<string, NonNullable<ComparedTechnology['outcome']>>
  /** By id, of those ranked in both: that it stands higher in the later. Empty where too few have answered to say. */
  higher: ReadonlyMap<string, number> | null
}

/**
 * Every technology that either edition ranks, once: those of the later by their place in it, then those that left, by their
 * place in the earlier.
 */
export function compareEditions(from: ComparedEdition, to: ComparedEdition, deciding: Deciding): ComparedTechnology[] {
  const before = new Map(from.ranked.map((one) => [one.id, one]))
  const after = new Map(to.ranked.map((one) => [one.id, one]))
  const left = from.ranked.filter(({ id }) => !after.has(id))
  return [...to.ranked, ...left].map(({ id, slug, name, category }) => {
    const [was, is] = [before.get(id)?.stood ?? null, after.get(id)?.stood ?? null]
    const outcome = is === null ? outcomeOf(deciding.adopted.get(id)) : null
    const status = statusOf(was !== null, is !== null, outcome !== null)!
    return {
      ...{ id, slug, name, category, status, from: was, to: is, outcome },
      ...movementOf(id, was, is, deciding.higher),
      nowIn: is === null ? (to.otherList.get(id) ?? 'not-in-scan') : null,
      ...changesOf(from.texts.get(id), to.texts.get(id)),
    }
  })
}

function outcomeOf(adopted: ComparedTechnology['outcome'] | undefined): ComparedTechnology['outcome'] {
  if (!adopted) return null
  const { happenedOn, text, sourceTitle, sourceUrl } = adopted
  return { happenedOn, text, sourceTitle, sourceUrl }
}

function movementOf(
  id: string,
  from: Stood | null,
  to: Stood | null,
  higher: Deciding['higher'],
): Pick<ComparedTechnology, 'order' | 'chance' | 'timing'> {
  if (!from || !to) return { order: null, chance: null, timing: null }
  const chance = higher?.get(id) ?? null
  return { order: higher && orderOf(from, to, chance), chance, timing: timingOf(from, to) }
}

/** How many of each: start + new − adopted − dropped = end. */
export function countsOf(items: readonly ComparedTechnology[]): Comparison['counts'] {
  const where = (keep: (item: ComparedTechnology) => boolean) => items.filter(keep).length
  const ofStatus = (status: ComparedTechnology['status']) => where((item) => item.status === status)
  return {
    start: where(({ from }) => from !== null),
    new: ofStatus('new'),
    adopted: ofStatus('adopted'),
    dropped: ofStatus('dropped'),
    end: where(({ to }) => to !== null),
    stayed: ofStatus('stayed'),
    up: where(({ order }) => order === 'up'),
    down: where(({ order }) => order === 'down'),
    noClearChange: where(({ order }) => order === 'no-clear-change'),
    nearer: where(({ timing }) => timing === 'nearer'),
    further: where(({ timing }) => timing === 'further'),
    reworded: where(({ reworded }) => reworded.length > 0),
    withNewEvidence: where(({ newEvidence }) => newEvidence.length > 0),
  }
}
