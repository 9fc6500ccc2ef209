/** How often a technology took each place, from place `from` (1 and up) on, in any unit: shares or counts. Elsewhere it never was. */
export interface PlacesTaken {
  from: number
  units: ArrayLike<number>
}

/**
 * The chance that a technology stands higher in the later of two editions than in the earlier, half of the ties counted, when its
 * place is drawn in each by itself. The places must be among the same technologies in both, those that are ranked in both: whoever is
 * new or gone moves nobody.
 */
export function chanceHigher(earlier: PlacesTaken, later: PlacesTaken): number {
  const [ofEarlier, ofLater] = [sumOf(earlier.units), sumOf(later.units)]
  const unitsAt = (place: number) => earlier.units[place - earlier.from] ?? 0
  let below = ofEarlier
  for (let place = earlier.from; place < later.from; place++) below -= unitsAt(place)
  let higher = 0
  for (let i = 0; i < later.units.length; i++) {
    const same = unitsAt(later.from + i)
    below -= same
    higher += later.units[i]! * (below + same / 2)
  }
  // Sums of the same shares in another order differ in their last digits; these must not decide.
  return Math.round((higher / (ofEarlier * ofLater)) * 1e9) / 1e9
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!
  return sum
}
