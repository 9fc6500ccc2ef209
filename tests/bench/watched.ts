import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from './client.ts'
import { type Figure, shortMs } from './figures.ts'
import { tokens } from './registry.ts'
import type { RunningServer } from './servers.ts'
import type { Size } from './sizes.ts'

const waitAims = { S: 50, M: 50, L: 250 }

/** Measures on a copy of a registry, which may be changed and is thrown away. */
export async function onCopy<T>(file: string, folder: string, measure: (copy: string) => Promise<T>): Promise<T> {
  const copy = join(folder, 'changed.db')
  copyFileSync(file, copy)
  try {
    return await measure(copy)
  } finally {
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  }
}

/** One asks, while somebody else asks for next to nothing again and again. */
export class Watched {
  readonly figures: Figure[] = []
  readonly client: Client
  private readonly other: Client
  private readonly size: Size
  private isWatching = true
  private waited = 0

  constructor(offing: RunningServer, size: Size, token = tokens.scanner) {
    this.client = new Client(offing.origin, token)
    this.other = new Client(offing.origin)
    this.size = size
    void this.watch()
  }

  async ask(what: string, method: string, path: string, body?: unknown) {
    const headers: Record<string, string> = method === 'POST' ? { 'If-Match': '*' } : {}
    return this.during(what, () => this.client.expect(method, `/api/v1${path}`, body, headers))
  }

  async during<T>(what: string, act: () => Promise<T>): Promise<T> {
    await pause(30)
    this.waited = 0
    const start = performance.now()
    const result = await act()
    const ms = performance.now() - start
    await pause(20)
    const aim = waitAims[this.size.name]
    this.figures.push({
      size: this.size.name,
      what,
      measured: `${shortMs(ms)}, others waited ${shortMs(this.waited)} at most`,
      aim: `others ${aim} ms`,
      held: this.waited <= aim,
      numbers: { ms, othersMs: this.waited },
    })
    return result
  }

  stop(): void {
    this.isWatching = false
    this.client.close()
  }

  private async watch(): Promise<void> {
    while (this.isWatching) {
      const { ms } = await this.other.get('/healthz')
      this.waited = Math.max(this.waited, ms)
      await pause(1)
    }
    this.other.close()
  }
}
