import type { Registry } from '../../db/open.ts'
import { readAnswer } from './answer-reader.ts'
import { type Page, SourceFault } from './connectors/connector.ts'
import { type ConnectorId, connectors, isConnector } from './connectors/registry.ts'
import { NotFetched } from './fetching/failure.ts'
import type { SourceDoor } from './fetching/source-door.ts'
import { wantedOf, withNotes } from './notes.ts'
import { type BegunRun, beginNextRun, endAbandonedRuns, finishRun, keepPage } from './run-commands.ts'

/** Sources that are read at once; more would make everybody else wait. */
const mostAtOnce = 2
/** Pages that one run reads; the next run reads on. */
const mostPages = 200
const lookEveryMs = 30_000
const dayMs = 86_400_000
/** A longer place to read on from is none that can be asked for. */
const longestCursor = 4_000

export interface SourceKeeperParts {
  registry: Registry
  door: SourceDoor
  now: () => Date
}

/** How a run ended. */
type End = Parameters<typeof finishRun>[2]

/**
 * Reads the sources that are due, two at once and the pages of each one after another. A source that fails is marked as failing, is tried again when
 * it is next due, and hurts no other.
 */
export class SourceKeeper {
  readonly door: SourceDoor
  private readonly parts: SourceKeeperParts
  private readonly readers = new Set<Promise<void>>()
  private readonly stopping = new AbortController()
  /** What has ended and could not be written down yet. */
  private readonly unwritten: { run: BegunRun; end: End }[] = []
  private timer: NodeJS.Timeout | undefined
  private failed: (error: unknown) => void = () => {}

  constructor(parts: SourceKeeperParts) {
    this.parts = parts
    this.door = parts.door
  }

  /** Takes up what a killed program left, and reads what is due from now on. `failed` hears of what is no fault of a source. */
  async start(failed: (error: unknown) => void): Promise<void> {
    this.failed = failed
    await endAbandonedRuns(this.parts.registry, this.at())
    this.timer = setInterval(() => this.wake(), lookEveryMs)
    this.timer.unref()
    this.wake()
  }

  /** Looks for what is due now, where the keeper has been started. */
  wake(): void {
    if (this.timer) this.fill()
  }

  /** Reads what is due; resolves when nothing is left to be read now. */
  async readDue(): Promise<void> {
    this.fill()
    while (this.readers.size > 0) await Promise.all(this.readers)
  }

  /** Breaks off what is being read; it is read on after the next start. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.stopping.abort()
    await Promise.all(this.readers)
    await this.door.close()
  }

  private fill(): void {
    while (this.readers.size < mostAtOnce && !this.stopping.signal.aborted) {
      const reader: Promise<void> = this.readOneByOne()
        .catch((error) => this.failed(error))
        .finally(() => this.readers.delete(reader))
      this.readers.add(reader)
    }
  }

  private async readOneByOne(): Promise<void> {
    await this.writeDown()
    while (!this.stopping.signal.aborted) {
      const run = await beginNextRun(this.parts.registry, this.at())
      if (!run) return
      this.unwritten.push({ run, end: await this.readToTheEnd(run) })
      await this.writeDown()
    }
  }

  /** A database that does not answer must not leave a source being read for ever: it is tried again at the next look. */
  private async writeDown(): Promise<void> {
    for (const one of [...this.unwritten]) {
      await finishRun(this.parts.registry, one.run, one.end, this.at())
      this.unwritten.splice(this.unwritten.indexOf(one), 1)
    }
  }

  private async readToTheEnd(run: BegunRun): Promise<End> {
    const notes: string[] = []
    try {
      return { ...(await this.readPages(run, notes)), notes }
    } catch (error) {
      if (this.stopping.signal.aborted)
        return { state: 'stopped', failure: 'The program was stopped while it read.', notes, readsOnAt: this.at() }
      if (error instanceof NotFetched || error instanceof SourceFault)
        return { state: 'failed', failure: error.message, notes }
      this.failed(error)
      return { state: 'failed', failure: 'Something went wrong on our side.', notes }
    }
  }

  /** Reads page after page; `notes` gathers what is said of them. */
  private async readPages(run: BegunRun, notes: string[]): Promise<Omit<End, 'notes'>> {
    const { connector } = run.source
    if (!isConnector(connector)) throw new SourceFault('This program does not know this kind of source.')
    const asked = new Set<string | null>()
    let cursor = run.cursor
    for (let page = 1; page <= mostPages; page++) {
      asked.add(cursor)
      const read = await this.readPage(connector, run, cursor, page === 1)
      if (read.next !== null && read.next.length > longestCursor) throw new SourceFault(tooLongCursor)
      const isCircle = read.next !== null && asked.has(read.next)
      const next = isCircle ? null : read.next
      const wanted = wantedOf(read, connectors[connector], run.since)
      notes.splice(0, notes.length, ...withNotes(notes, [...wanted.notes, ...(isCircle ? [circle] : [])]))
      const kept = { records: wanted.records, next, expected: read.total, notes }
      if (!(await keepPage(this.parts.registry, run, kept, this.at())))
        return { state: 'stopped', failure: 'The source was changed or archived while it was read.' }
      if (next === null) return { state: 'done', failure: '' }
      cursor = next
    }
    return { state: 'stopped', failure: tooManyPages, ...this.soon(run) }
  }

  /** What is not read to its end is read on within a day, unless it is read by hand alone. */
  private soon({ source }: BegunRun): { readsOnAt?: string } {
    if (source.schedule === 'off') return {}
    return { readsOnAt: new Date(this.parts.now().getTime() + dayMs).toISOString() }
  }

  /** A page to read on with may be known to its source no more: then all is read again from the beginning, and nothing kept twice. */
  private async readPage(
    connector: ConnectorId,
    run: BegunRun,
    cursor: string | null,
    isFirst: boolean,
  ): Promise<Page> {
    try {
      return await this.ask(connector, run, cursor)
    } catch (error) {
      if (!(error instanceof SourceFault) || !isFirst || cursor === null) throw error
      return this.ask(connector, run, null)
    }
  }

  private async ask(connector: ConnectorId, { source, since }: BegunRun, cursor: string | null): Promise<Page> {
    const asked = { query: source.query, since, cursor }
    const limits = connectors[connector]
    const answer = await this.door.fetch(limits.ask(asked), { limits, signal: this.stopping.signal })
    return readAnswer({ connector, answer, asked })
  }

  private at(): string {
    return this.parts.now().toISOString()
  }
}

const circle = 'The source led back to a page that had been read; the reading ended there.'
const tooLongCursor = 'The source names its next page in a way that cannot be asked for.'
const tooManyPages = `It stopped after ${mostPages} pages, the most of one reading; the next goes on from there.`
