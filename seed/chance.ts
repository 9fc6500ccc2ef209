import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Repeatable chance: the same words give the same numbers, on any machine and in any order of asking. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** True once in `of` times. */
  oneIn(of: number): boolean
  /** Roughly normal, mean 0, standard deviation `spread` (the sum of twelve even draws). */
  normal(spread: number): number
}

export function chanceFor(...words: (string | number)[]): Chance {
  const generator = xoroshiro128plus(seedOf(words.join(' ')))
  const whole = (from: number, to: number) => uniformInt(generator, from, to)
  return {
    whole,
    oneIn: (of) => whole(1, of) === 1,
    normal: (spread) => {
      let sum = 0
      for (let i = 0; i < 12; i++) sum += whole(0, 1_000_000) / 1_000_000
      return (sum - 6) * spread
    },
  }
}

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}
