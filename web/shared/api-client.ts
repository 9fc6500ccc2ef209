import type { Problem } from '../../api/contract/problem.ts'

/** The server refused: it holds the problem document, which says which field is wrong and what to do. */
export class RequestProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }

  get status() {
    return this.problem.status
  }
}

/** No answer, or a 5xx: a read failed; of a write nobody knows whether it was saved, so pages say "not confirmed". */
export class NoAnswer extends Error {
  readonly status: number | null

  constructor(status: number | null) {
    super(status === null ? 'The server cannot be reached.' : 'The server could not answer.')
    this.status = status
  }
}

/** What the server holds, with the tag that a change must name in `If-Match`. */
export interface Tagged<T> {
  value: T
  tag: string | null
}

/** A write. `tag` is the version that the change is meant for, or 'new' for one that must not exist yet. */
export interface WriteRequest {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  body?: unknown
  tag?: string
  /** For POST: the same key makes a repeated request safe. */
  key?: string
}

const patience = { read: 20_000, write: 30_000, file: 600_000 }

/** Reads a JSON document. Throws RequestProblem or NoAnswer. */
export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  return (await request<T>(url, { headers: { accept: accepted } }, patience.read, signal)).value
}

/** Reads what can be changed, with its tag: a change must send it back. */
export async function getTagged<T>(url: string, signal?: AbortSignal): Promise<Tagged<T>> {
  return request<T>(url, { headers: { accept: accepted } }, patience.read, signal)
}

/** Sends a write. Throws RequestProblem when it was refused, NoAnswer when nobody can tell whether it was saved. */
export async function send<T>(write: WriteRequest): Promise<Tagged<T>> {
  const headers: Record<string, string> = { accept: accepted }
  if (write.body !== undefined) headers['content-type'] = 'application/json'
  if (write.tag === 'new') headers['if-none-match'] = '*'
  else if (write.tag) headers['if-match'] = write.tag
  if (write.key) headers['idempotency-key'] = write.key
  const body = write.body === undefined ? undefined : JSON.stringify(write.body)
  return request<T>(write.url, { method: write.method, headers, body }, patience.write)
}

/** Sends a file as it is, which may take its time. Throws as `send`. */
export async function sendFile<T>(url: string, file: Blob, type: string): Promise<T> {
  const headers = { accept: accepted, 'content-type': type }
  return (await request<T>(url, { method: 'POST', headers, body: file }, patience.file)).value
}

/** Asks for a file that is made for this request. Throws as `send`. */
export async function fetchFile(url: string, body: unknown): Promise<Blob> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await answerTo(url, init, patience.write)
  if (response.ok) return response.blob()
  if (response.status >= 500) throw new NoAnswer(response.status)
  const value = parsed(await response.text())
  throw new RequestProblem(isProblem(value) ? value : problemWithoutWords(response.status))
}

/** A key for one intention to write: kept while it is repeated, made anew for the next. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const accepted = 'application/json, application/problem+json'

/** Of the answers above 500 the one that says for certain that nothing was saved. */
const noRoom = 507

async function request<T>(url: string, init: RequestInit, limit: number, signal?: AbortSignal): Promise<Tagged<T>> {
  const response = await answerTo(url, init, limit, signal)
  const text = await response.text().catch(() => null)
  const value = text ? parsed(text) : undefined
  if (response.ok && text !== null && (value !== undefined || text === ''))
    return { value: value as T, tag: response.headers.get('etag') }
  if ((response.status >= 400 && response.status < 500) || response.status === noRoom)
    throw new RequestProblem(isProblem(value) ? value : problemWithoutWords(response.status))
  throw new NoAnswer(response.status)
}

async function answerTo(url: string, init: RequestInit, limit: number, signal?: AbortSignal) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), limit)
  const abort = () => stop.abort()
  signal?.addEventListener('abort', abort)
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', signal: stop.signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NoAnswer(null)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'status' in value && 'detail' in value
}

function problemWithoutWords(status: number): Problem {
  return { type: 'about:blank', title: 'Refused', status, detail: `The server refused this (${status}).` }
}
