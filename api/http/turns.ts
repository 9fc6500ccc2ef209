/** Each takes some 50 MB, and the processor from whoever reads. */
const mostWriters = 2
let writers = 0
const waiting: (() => void)[] = []

/** Writes a file in a thread, as soon as fewer than `mostWriters` files are being written. */
export async function inItsTurn<T>(write: () => Promise<T>): Promise<T> {
  if (writers < mostWriters) writers++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await write()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else writers--
  }
}
