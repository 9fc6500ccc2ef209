import { Refusal } from '../refusal.ts'

/** Each takes some 50 MB, and the processor from whoever reads. */
const mostWriters = 2
/** What each is to write is in memory already. */
const mostWaiting = 30
const tooMany = new Refusal('unavailable', 'Many files are being made just now. Try again in half a minute.', {
  retryAfter: 30,
})
let writers = 0
const waiting: (() => void)[] = []

/** Writes a file in a thread, as soon as fewer than `mostWriters` files are being written. Throws 503 where too many wait for that. */
export async function inItsTurn<T>(write: () => Promise<T>): Promise<T> {
  if (writers < mostWriters) writers++
  else if (waiting.length >= mostWaiting) throw tooMany
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await write()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else writers--
  }
}
