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
