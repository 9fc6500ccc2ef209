import { bandCount } from '../scans/method.ts'
import type { Standing } from './stages.ts'

/** In place of a band of arrival, where the scan's whole answer names none. */
export const withoutBand = { alreadyHere: bandCount, notAffected: bandCount + 1, notJudged: bandCount + 2 } as const

/** Where a technology stands on the map, by numbers of specialisms and of its category. */
export interface Placed {
  specialisms: readonly number[]
  category: number
  band: number
  standing: Standing
  /** Ids of the signals that are linked to it. */
  signals: readonly string[]
}

/** [specialism, category, band, in the scan, candidates, left]. */
export type CellCount = [number, number, number, number, number, number]

export interface CoverageCounts {
  /** Different technologies in all, and by specialism and category. */
  technologies: number
  bySpecialism: number[]
  byCategory: number[]
  counts: CellCount[]
  /** [specialism, category, different signals]. */
  signals: [number, number, number][]
}

/**
 * Counts technologies and the signals that are linked to them by specialism and category. A technology stands in one cell for each
 * specialism that it may affect, and is counted once in each sum; one that affects no specialism of the scan stands nowhere.
 */
export function coverageOf(placed: readonly Placed[], specialisms: number, categories: number): CoverageCounts {
  const counts = new Map<number, CellCount>()
  const signals = new Map<number, Set<string>>()
  const bySpecialism = new Array<number>(specialisms).fill(0)
  const byCategory = new Array<number>(categories).fill(0)
  let technologies = 0
  for (const { specialisms: affected, category, band, standing, signals: linked } of placed) {
    if (affected.length === 0) continue
    technologies++
    byCategory[category]!++
    const column = columnOf(standing)
    for (const specialism of affected) {
      bySpecialism[specialism]!++
      const cell = specialism * categories + category
      const key = cell * (withoutBand.notJudged + 1) + band
      const count: CellCount = counts.get(key) ?? [specialism, category, band, 0, 0, 0]
      count[column]++
      counts.set(key, count)
      if (linked.length > 0) addAll(signals, cell, linked)
    }
  }
  return {
    technologies,
    bySpecialism,
    byCategory,
    counts: inOrder(counts).map(([, count]) => count),
    signals: inOrder(signals).map(([cell, ids]) => [Math.floor(cell / categories), cell % categories, ids.size]),
  }
}

/** Those in the scan apart from candidates, and these from what was parked or adopted before it was ever asked about. */
function columnOf({ stage, fate }: Standing): 3 | 4 | 5 {
  if (stage !== 'candidate') return 3
  return fate === 'parked' || fate === 'adopted' ? 5 : 4
}

function addAll(sets: Map<number, Set<string>>, key: number, values: readonly string[]): void {
  const set = sets.get(key) ?? new Set()
  for (const value of values) set.add(value)
  sets.set(key, set)
}

const inOrder = <T>(map: ReadonlyMap<number, T>) => [...map].sort(([a], [b]) => a - b)
