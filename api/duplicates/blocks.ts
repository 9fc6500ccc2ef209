import { mapped } from './mapped.ts'
import { holdersOf, type Texts } from './texts.ts'

/** What is shared: for each of them its keys, for each key who has it. Keys that one alone has, or too many, are left out. */
export interface Blocks {
  keys: readonly (readonly string[])[]
  members: ReadonlyMap<string, readonly number[]>
}

export function* gather<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
  most: number,
): Generator<void, Blocks> {
  const keys = yield* mapped(all, (one) => [...new Set(keysOf(one))])
  const members = yield* holdersOf(keys)
  for (const [key, ofKey] of members) if (ofKey.length < 2 || ofKey.length > most) members.delete(key)
  return { keys, members }
}

/** Who comes after `i` and shares a key with it, or two rare words of the text, which is said of each. */
export function companionsOf(i: number, blocks: readonly Blocks[], { rare, holders }: Texts): Map<number, boolean> {
  const found = new Map<number, boolean>()
  for (const { keys, members } of blocks)
    for (const key of keys[i]!) for (const j of members.get(key) ?? []) if (j > i) found.set(j, false)
  const words = new Map<number, number>()
  for (const word of rare[i]!) for (const j of holders.get(word)!) if (j > i) words.set(j, (words.get(j) ?? 0) + 1)
  for (const [j, shared] of words) if (shared >= 2) found.set(j, true)
  return found
}
