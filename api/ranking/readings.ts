import type { Readings } from '../contract/readings.ts'
import { nameOrder } from './order.ts'
import type { LensReading, Listed } from './rank.ts'
import { type Named, toPlaceable, toUnranked } from './rows.ts'

/** What a lens has read, in the contract's words: each list by name. `named` takes a technology's number. */
export function readingsOf(
  { lens, placeable, undated, awaiting, alreadyHere, notAffected }: LensReading,
  named: (technology: number) => Named,
): Pick<Readings, 'lensSize' | 'placeable' | 'undated' | 'awaiting' | 'alreadyHere' | 'notAffected'> {
  const unranked = (list: readonly Listed[]) => byName(list).map((one) => toUnranked(one, named(one.number)))
  return {
    lensSize: lens.size,
    placeable: placeable.map((one) => toPlaceable(one.listed, one, named(one.listed.number))),
    undated: byName(undated).map((one) => {
      const { missing, ...row } = toUnranked(one, named(one.number))
      return { ...row, readiness: one.readiness }
    }),
    awaiting: unranked(awaiting),
    alreadyHere: unranked(alreadyHere),
    notAffected: unranked(notAffected),
  }
}

const byName = <T extends Listed>(list: readonly T[]): T[] => list.toSorted(nameOrder)
