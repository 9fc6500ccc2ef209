import { Worker, type WorkerOptions } from 'node:worker_threads'

const here = new URL('./', import.meta.url).href

/**
 * Starts a thread on a module of ours in `api`, given its address without the ending. Built, it is a script like another; run from
 * its sources, a thread must be told how to read them, which takes a quarter of a second each time. Where OFFING_THREADS is
 * `built`, a program run from its sources takes the built module all the same: the tests have just built it.
 */
export function startThread(module: URL, options: WorkerOptions = {}): Worker {
  const limits = { ...options, env: {}, stdout: true, stderr: true }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${module.href}.js`), limits)
  if (process.env.OFFING_THREADS === 'built') return new Worker(builtOf(module), limits)
  const source = JSON.stringify(`${module.href}.ts`)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`
  return new Worker(script, { ...limits, eval: true })
}

function builtOf(module: URL): URL {
  return new URL(`../dist/api/${module.href.slice(here.length)}.js`, here)
}
