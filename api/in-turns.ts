import { setImmediate as turnOfOthers } from 'node:timers/promises'

/** In milliseconds: how long others wait for their turn, if no single step takes longer. */
const longestTurn = 15

/** Runs long work that pauses often, and lets everybody else have a turn in between. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  const pause = pauses()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    await pause()
  }
}

/**
 * For long work that waits for the database itself, which lets nobody else have a turn: what this gives is called often, and
 * pauses when it is time. In a transaction others may read meanwhile; whoever writes waits for its end, as without a pause.
 */
export function pauses(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestTurn) return
    await turnOfOthers()
    since = performance.now()
  }
}
