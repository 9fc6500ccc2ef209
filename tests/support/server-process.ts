import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { boundless } from './boundless.ts'

const program = (name: string) => resolve(import.meta.dirname, '../../dist/api', name)

export interface ServerProcess {
  base: string
  /** All it has printed so far. */
  printed(): string
  /** Sends a signal and gives the exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

/** A folder of its own for a registry, and the built program run on it as people run it. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'offing-run-'))
  private readonly running = new Set<ChildProcess>()

  /** Starts the server on a free port and waits until it says where it is. */
  async start(options: { args?: string[]; settings?: Record<string, string> } = {}): Promise<ServerProcess> {
    const child = this.spawn('main.js', options.args ?? [], { PORT: '0', ...options.settings })
    let printed = ''
    const address = new Promise<string>((found, failed) => {
      const read = (chunk: Buffer) => {
        printed += chunk
        const at = /Offing is at (http:\/\/\S+)\nTo sign in/.exec(printed)?.[1]
        if (at) found(at)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', () => failed(new Error(printed)))
    })
    const base = await address
    return { base, printed: () => printed, stop: (signal = 'SIGTERM') => ended(child, signal) }
  }

  /** Adds an account by the command line, its password on standard input. */
  async addAccount(email: string, role: string, password: string): Promise<string> {
    const child = this.spawn('account.js', ['add', '--name', nameFrom(email), '--email', email, '--role', role])
    child.stdin?.end(`${password}\n`)
    const [said, complained] = await Promise.all([text(child.stdout!), text(child.stderr!)])
    return said + complained
  }

  remove(): void {
    for (const child of this.running) child.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }

  private spawn(name: string, args: string[], settings: Record<string, string> = {}): ChildProcess {
    const env = { ...process.env, ...boundless, OFFING_DATA: join(this.folder, 'offing.db'), ...settings }
    const child = spawn(process.execPath, [program(name), ...args], { env, stdio: 'pipe' })
    this.running.add(child)
    child.once('exit', () => this.running.delete(child))
    return child
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
  return new Promise((resolve) => {
    child.once('exit', (code, by) => resolve(code ?? by!))
    child.kill(signal)
  })
}

/** "ada.scott@example.org" is Ada Scott. */
function nameFrom(email: string): string {
  const words = email.split('@')[0]!.split('.')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
