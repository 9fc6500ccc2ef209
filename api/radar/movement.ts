import type { ComparedTechnology } from '../contract/comparison.ts'
import type { Look } from './shapes.ts'

/** What became of a technology since an earlier edition, as one mark can show it. */
export type Movement = 'new' | 'up' | 'down' | 'nearer' | 'further' | 'no-clear-change'

/** `from` is where it stood then; null where it is new. */
export interface Moved {
  movement: Movement
  from: { middleYear: number; place: number } | null
}

/** The order goes before the year, where both have moved. */
export function movedOf({ status, order, timing, from }: ComparedTechnology): Moved {
  if (status === 'new' || !from) return { movement: 'new', from: null }
  const { middleYear, place } = from
  const hasMoved = timing === 'nearer' || timing === 'further'
  const movement = order === 'up' || order === 'down' ? order : hasMoved ? timing : 'no-clear-change'
  return { movement, from: { middleYear, place } }
}

/** Shapes that say themselves what they mean. */
export const movementLooks: readonly (Look & { key: Movement })[] = [
  { key: 'new', name: 'New', hue: 4, shape: 'star' },
  { key: 'up', name: 'Up a group or more', hue: 1, shape: 'up' },
  { key: 'down', name: 'Down a group or more', hue: 3, shape: 'down' },
  { key: 'nearer', name: 'Nearer: expected sooner', hue: 2, shape: 'inwards' },
  { key: 'further', name: 'Further: expected later', hue: 5, shape: 'outwards' },
  { key: 'no-clear-change', name: 'No clear change', hue: 7, shape: 'circle' },
]
