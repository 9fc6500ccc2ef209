/**
 * The chance that a technology stands higher in the later of two editions than in the earlier, half of the ties counted, when its
 * place is drawn in each by itself. Takes how often it took each place, from the first, in any unit: shares or counts. The places must be
 * among the same technologies in both, those that are ranked in both: whoever is new or gone moves nobody.
 */
export function chanceHigher(earlier: ArrayLike<number>, later: ArrayLike<number>): number {
  const [ofEarlier, ofLater] = [sumOf(earlier), sumOf(later)]
  let below = ofEarlier
  let higher = 0
  for (let place = 0; place < later.length; place++) {
    const same = earlier[place] ?? 0
    below -= same
    higher += later[place]! * (below + same / 2)
  }
  // Sums of the same shares in another order differ in their last digits; these must not decide.
  return Math.round((higher / (ofEarlier * ofLater)) * 1e9) / 1e9
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!
  return sum
}
