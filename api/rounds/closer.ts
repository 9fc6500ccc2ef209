import type { Registry } from '../../db/open.ts'
import { closeDueRounds } from './commands.ts'

const everyMs = 60_000

/**
 * Closes rounds at the end of their closing day, now and every minute from now on, as long as the process lives. What goes
 * wrong is told to `failed`, and tried again a minute later; `closed` is told which were closed. Returns what stops it: done once
 * nothing of it is running.
 */
export function startCloser(
  registry: Registry,
  now: () => Date,
  failed: (error: unknown) => void,
  closed: (round: string) => Promise<void>,
): () => Promise<void> {
  const closeDue = async () => {
    for (const round of await closeDueRounds(registry, now())) await closed(round)
  }
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = running.then(closeDue).catch(failed)
  }
  run()
  const timer = setInterval(run, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
