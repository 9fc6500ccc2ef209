import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import type { By } from '../audit/perform.ts'
import type { ImportKind, ImportState } from '../contract/imports.ts'
import { isNoRoom } from '../operations/no-room.ts'
import { Refusal } from '../refusal.ts'
import { startThread } from '../thread.ts'
import type { Checked, CheckTask, ImportReply, ImportTask } from './import-task.ts'
import type { RadarMapping } from './radar/blip-rows.ts'

/** A file that is being looked at. What is known of it goes with the process; what was entered is in the registry. */
export interface StagedImport {
  readonly id: string
  readonly kind: ImportKind
  readonly form: CheckTask['form']
  readonly fileName: string
  readonly fileSize: number
  readonly fileDigest: string
  /** Id of the scan that ratings are for. */
  readonly scan: string | null
  readonly by: { account: string; at: string }
  /** Of a radar: what its parts are said to be here. */
  mapping: RadarMapping | null
  state: ImportState
  rowsRead: number
  share: number
  checked: Checked | undefined
  failure: string
  entered: { account: string; at: string; counts: { entered: number; known: number; bad: number } } | undefined
  version: number
}

export interface NewImport {
  kind: ImportKind
  form: CheckTask['form']
  fileName: string
  largest: number
  scan: string | null
  by: { account: string; at: string }
}

/** Files that are being looked at take room on the disk. */
const mostStaged = 20
/** A thread that says nothing for so long is ended. */
const patienceMs = 60_000
const memoryMb = 512

/** Keeps the files that are being looked at, in a folder beside the registry, and the threads that read and enter them. */
export class ImportKeeper {
  private readonly registry: Registry
  private readonly folder: string
  private readonly staged = new Map<string, StagedImport>()
  private readonly stops = new Map<string, () => void>()
  /** One file is read at a time: it may take all the room that a thread has. */
  private last: Promise<unknown> = Promise.resolve()

  constructor(registry: Registry) {
    this.registry = registry
    this.folder = join(`${registry.file}-imports`, String(process.pid))
  }

  /** Takes away what earlier processes left behind, which nobody can continue: they were killed. */
  clearLeftBehind(): void {
    const all = dirname(this.folder)
    if (!existsSync(all)) return
    for (const process of readdirSync(all)) if (!isRunning(process)) rmSync(join(all, process), { recursive: true })
  }

  /** The newest first. */
  all(): StagedImport[] {
    return [...this.staged.values()].reverse()
  }

  find(id: string): StagedImport | undefined {
    return this.staged.get(id)
  }

  /** Takes a file as it comes, and begins to look at it. Throws a refusal where it is too large, or nothing. */
  async add(file: Readable, { kind, form, fileName, largest, scan, by }: NewImport): Promise<StagedImport> {
    this.makeRoom()
    const id = newId(Date.parse(by.at))
    const { size, digest } = await this.keepFile(id, file, largest)
    const facts = { id, kind, form, fileName, fileSize: size, fileDigest: digest, scan, by }
    const one: StagedImport = { ...facts, ...unread, mapping: null, version: 1 }
    this.staged.set(id, one)
    void this.check(one, null)
    return one
  }

  /** Looks at a file again, by what somebody says of its columns. */
  checkAgain(one: StagedImport, fields: (string | null)[] | null, mapping: RadarMapping | null): void {
    Object.assign(one, unread, { mapping, version: one.version + 1 })
    void this.check(one, fields)
  }

  /** Enters what was found good; resolves when it is on the disk. Whoever writes meanwhile waits for its turn. */
  async enter(one: StagedImport, whole: boolean, by: By & { account: string }): Promise<void> {
    Object.assign(one, { state: 'entering', failure: '' })
    const { id, form, fileName, fileDigest, fileSize, scan } = one
    const facts = { id, form, fileName, fileDigest, fileSize, scan, rows: one.checked!.counts.rows }
    const task = { ...this.taskOf(one), act: 'enter' as const, by, whole, facts }
    const reply = await this.registry
      .aside(() => this.run(id, task))
      .catch((error: Error) => {
        one.state = 'checked'
        throw error
      })
    one.state = reply.said === 'entered' ? 'entered' : 'checked'
    one.version++
    if (reply.said === 'refused') throw new Refusal('conflict', reply.detail)
    if (reply.said === 'entered') one.entered = { account: by.account, at: by.at, counts: reply.counts }
  }

  discard(one: StagedImport): void {
    this.staged.delete(one.id)
    this.stops.get(one.id)?.()
    for (const file of [this.fileOf(one.id), this.stagingOf(one.id)]) rmSync(file, { force: true })
  }

  stagingOf(id: string): string {
    return join(this.folder, `${id}.staged`)
  }

  /** Ends the threads; what was not entered is forgotten. */
  async stop(): Promise<void> {
    for (const stop of this.stops.values()) stop()
    await this.last
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async check(one: StagedImport, fields: (string | null)[] | null): Promise<void> {
    const version = one.version
    const turn = this.last.then(async () => {
      if (!this.staged.has(one.id)) return
      rmSync(this.stagingOf(one.id), { force: true })
      const task: CheckTask = {
        ...this.taskOf(one),
        act: 'check',
        file: this.fileOf(one.id),
        form: one.form,
        fields,
        mapping: one.mapping,
        by: one.by,
      }
      const reply = await this.run(one.id, task, (rows, share) => Object.assign(one, { rowsRead: rows, share })).catch(
        failed,
      )
      if (one.version !== version || !this.staged.has(one.id)) return this.forgetRest(one)
      if (reply.said === 'checked') Object.assign(one, { state: 'checked', checked: reply.checked, share: 1 })
      else Object.assign(one, { state: 'failed', failure: reply.said === 'refused' ? reply.detail : cannotBeRead })
    })
    this.last = turn
    await turn
  }

  /** A file that was discarded while a thread was at it. */
  private forgetRest(one: StagedImport): void {
    if (!this.staged.has(one.id)) this.discard(one)
  }

  private taskOf({ id, kind, scan }: StagedImport) {
    return { kind, scan, registry: this.registry.file, staging: this.stagingOf(id) }
  }

  /** What a thread says in the end. Rejects where it breaks, or says nothing for too long. */
  private run(
    id: string,
    task: ImportTask,
    progress: (rows: number, share: number) => void = () => {},
  ): Promise<ImportReply> {
    return new Promise((resolve, reject) => {
      const limits = { maxOldGenerationSizeMb: memoryMb }
      const thread = startThread(new URL('./import-worker', import.meta.url), {
        workerData: task,
        resourceLimits: limits,
      })
      const end = () => {
        clearTimeout(timer)
        if (this.stops.get(id) === stop) this.stops.delete(id)
        void thread.terminate()
      }
      const fail = (error: Error) => {
        end()
        reject(error)
      }
      const stop = () => fail(new Error('The import was stopped.'))
      const late = () => fail(new Error('The thread of an import takes too long.'))
      // What is being entered takes as long as it takes: it is one statement, which says nothing meanwhile.
      let timer = task.act === 'check' ? setTimeout(late, patienceMs) : undefined
      this.stops.set(id, stop)
      thread.on('message', (reply: ImportReply) => {
        if (reply.said !== 'progress') {
          end()
          return resolve(reply)
        }
        clearTimeout(timer)
        timer = setTimeout(late, patienceMs)
        progress(reply.rows, reply.share)
      })
      thread.once('error', fail)
      thread.once('exit', () => fail(new Error('The thread of an import has ended.')))
    })
  }

  private async keepFile(id: string, file: Readable, largest: number) {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    const kept = await open(this.fileOf(id), 'w', 0o600)
    const digest = createHash('sha256')
    let size = 0
    try {
      // Whoever sends too much is to be told so, on the connection that it comes by.
      for await (const chunk of file.iterator({ destroyOnReturn: false })) {
        size += chunk.length
        if (size > largest) throw new Refusal('too-large', `The file is larger than ${largest / 1_000_000} MB.`)
        digest.update(chunk)
        await kept.write(chunk)
      }
      if (size === 0) throw new Refusal('invalid', 'The file is empty.')
    } catch (error) {
      await unlink(this.fileOf(id))
      if (error instanceof Refusal || isNoRoom(error)) throw error
      throw new Refusal('unparsable', 'The file did not arrive whole. Send it again.')
    } finally {
      await kept.close()
    }
    return { size, digest: digest.digest('hex') }
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}.file`)
  }

  /** The oldest that nobody waits for goes first. */
  private makeRoom(): void {
    if (this.staged.size < mostStaged) return
    const oldest = [...this.staged.values()].find(({ state }) => state === 'entered' || state === 'failed')
    if (!oldest) throw new Refusal('conflict', `${mostStaged} files are being looked at. Discard one of them first.`)
    this.discard(oldest)
  }
}

/** Another process than this one, on the same registry. */
function isRunning(id: string): boolean {
  if (Number(id) === process.pid) return false
  try {
    return process.kill(Number(id), 0)
  } catch {
    return false
  }
}

const cannotBeRead = 'The file cannot be read, or it holds too much.'
const unread = { state: 'reading', rowsRead: 0, share: 0, checked: undefined, failure: '', entered: undefined } as const
const noRoom = 'The disk of this service is full, so the file could not be looked at. Tell whoever runs the service.'
const failed = (error: unknown): ImportReply => ({ said: 'refused', detail: isNoRoom(error) ? noRoom : cannotBeRead })
