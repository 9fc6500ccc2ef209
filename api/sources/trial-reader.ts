import type { SourceTrial, TrySourceRequest } from '../contract/sources.ts'
import { readAnswer } from './answer-reader.ts'
import { type FoundRecord, SourceFault } from './connectors/connector.ts'
import { connectors } from './connectors/registry.ts'
import { NotFetched } from './fetching/failure.ts'
import type { SourceDoor } from './fetching/source-door.ts'
import { wantedOf } from './notes.ts'

const mostShown = 25
/** Somebody waits. */
const mostMs = 30_000

/** Asks for the first page of what a query finds, once, and keeps nothing. */
export async function tryOut(door: SourceDoor, request: TrySourceRequest): Promise<SourceTrial> {
  const connector = connectors[request.connector]
  const asked = { query: request.query, since: request.from, cursor: null }
  try {
    const how = { limits: connector, signal: AbortSignal.timeout(mostMs), attempts: 1 }
    const answer = await door.fetch(connector.ask(asked), how)
    const page = await readAnswer({ connector: request.connector, answer, asked })
    const { records, notes } = wantedOf(page, connector, asked.since)
    const items = records.slice(0, mostShown).map(toTried)
    return { items, received: records.length, total: page.total, more: page.next !== null, notes, failure: '' }
  } catch (error) {
    return { items: [], received: 0, total: null, more: false, notes: [], failure: failureIn(error) }
  }
}

function failureIn(error: unknown): string {
  if (error instanceof NotFetched || error instanceof SourceFault) return error.message
  if ((error as Error).name === 'TimeoutError') return 'The source did not answer within half a minute.'
  throw error
}

function toTried(record: FoundRecord): SourceTrial['items'][number] {
  const { sourceRecord, title, text, webAddress, dated, organisation, status, identifiers } = record
  return { sourceRecord, title, text, webAddress, dated, organisation, status, identifiers }
}
