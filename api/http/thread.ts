import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a thread on a module of ours, given its address without the ending. Built, it is a script like another; run from its
 * sources, a thread must be told how to read them.
 */
export function startThread(module: URL, options: WorkerOptions = {}): Worker {
  const limits = { ...options, env: {}, stdout: true, stderr: true }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${module.href}.js`), limits)
  const source = JSON.stringify(`${module.href}.ts`)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`
  return new Worker(script, { ...limits, eval: true })
}

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
