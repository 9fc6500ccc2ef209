import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { boundless } from '../support/boundless.ts'
import { Client } from './client.ts'

const built = fileURLToPath(new URL('../../dist/api/main.js', import.meta.url))
const bare = fileURLToPath(new URL('bare-server.mjs', import.meta.url))
const pollEveryMs = 2
const waitAtMostMs = 60_000

/** A server in a process of its own. */
export interface RunningServer {
  origin: string
  /** From starting the process to its first answer. */
  startedInMs: number
  residentMiB(): number
  stop(): Promise<void>
}

/** The built server on a registry, with sign-in, permissions and its log on; the log goes nowhere. */
export async function startOffing(
  dataFile: string,
  token: string,
  firstPath: string,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort()
  const ours = { PORT: String(port), HOST: '127.0.0.1', OFFING_DATA: dataFile, OFFING_LOG: 'json' }
  const env = { ...process.env, ...boundless, ...ours, ...settings }
  return started(port, [built], env, firstPath, token)
}

export async function startBare(manifest: string, firstPath: string): Promise<RunningServer> {
  const port = await freePort()
  return started(port, [bare, String(port), manifest], process.env, firstPath)
}

async function started(
  port: number,
  args: string[],
  env: NodeJS.ProcessEnv,
  firstPath: string,
  token?: string,
): Promise<RunningServer> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  // Should the bench fail, its servers must not outlive it.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const origin = `http://127.0.0.1:${port}`
  await firstAnswer(child, new Client(origin, token), firstPath)
  return {
    origin,
    startedInMs: performance.now() - start,
    residentMiB: () => residentMiB(child.pid!),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      process.off('exit', kill)
    },
  }
}

async function firstAnswer(child: ChildProcess, client: Client, path: string): Promise<void> {
  const until = performance.now() + waitAtMostMs
  while (performance.now() < until && child.exitCode === null) {
    const answer = await client.get(path).catch(() => undefined)
    if (answer?.status === 200) return client.close()
    await new Promise((resolve) => setTimeout(resolve, pollEveryMs))
  }
  child.kill('SIGKILL')
  throw new Error(`The server gave no answer at ${path}.`)
}

function residentMiB(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
