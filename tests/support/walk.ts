import readXlsx from 'read-excel-file/node'
import type { Response } from 'supertest'
import type { Operation } from '../../api/contract/operation.ts'
import { apiRoot } from '../../api/contract/paths.ts'
import { partsOf } from './files.ts'
import type { Visitor } from './test-registry.ts'

/** What each name of a path's parameters may be filled with. */
export type Fillings = Record<string, readonly string[]>

/** One operation at one address. */
export interface Stop {
  operation: Pick<Operation, 'id' | 'method'>
  address: string
}

interface Described {
  operationId: string
  parameters?: { in: string; name: string; required?: boolean }[]
}

type Document = { paths: Record<string, Partial<Record<Operation['method'], Described>>> }

/**
 * Every operation of the document at every address that the fillings make, with each of its `queries` where it has some. Throws
 * where a parameter is not known: whoever adds one says here what it may be.
 */
export function stopsOf(document: Document, fillings: Fillings, queries: Record<string, readonly string[]>): Stop[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, described]) => {
      const { operationId: id, parameters = [] } = described
      const needed = parameters.find((one) => one.in === 'query' && one.required)
      if (needed && !queries[id]) throw new Error(`The walk does not know what to ask of ${id} as “${needed.name}”.`)
      const operation = { id, method: method as Operation['method'] }
      return filled(path, fillings).flatMap((address) =>
        (queries[id] ?? ['']).map((query) => ({ operation, address: address + query })),
      )
    }),
  )
}

function filled(path: string, fillings: Fillings): string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1]
  if (name === undefined) return [path]
  const values = fillings[name]
  if (!values) throw new Error(`The walk does not know what to fill in for {${name}} in ${path}.`)
  return values.flatMap((value) => filled(path.replace(`{${name}}`, value), fillings))
}

/** What a visitor is answered at a stop: text as it came, a file as the text of its bytes. */
export interface Answered {
  status: number
  text: string
}

export async function askAt(
  visitor: Visitor,
  stop: Stop,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answered> {
  const { operation, address } = stop
  const send = visitor[operation.method].bind(visitor)
  const {
    status,
    text,
    body: read,
  } = await send(apiRoot + address, body)
    .set(headers)
    .buffer()
    .parse(asTextOrBytes)
  return { status, text: Buffer.isBuffer(read) ? await contentOf(read) : (text ?? '') }
}

/** The sheets of a workbook, or the slides of a presentation: all but the moment at which it was made. */
async function contentOf(file: Buffer): Promise<string> {
  const slides = [...partsOf(file)].filter(([name]) => name.startsWith('ppt/slides/'))
  return JSON.stringify(slides.length > 0 ? slides : await readXlsx(file))
}

/** A workbook holds the moment at which it was made, so that its sheets are read instead of its bytes. */
function asTextOrBytes(response: Response, done: (error: Error | null, body: unknown) => void) {
  const parts: Buffer[] = []
  response.on('data', (part: Buffer) => parts.push(part))
  response.on('end', () => {
    const bytes = Buffer.concat(parts)
    const text = bytes.toString()
    if (text.startsWith('PK')) return done(null, bytes)
    Object.assign(response, { text })
    // Lines of JSON are no JSON.
    const isJson = /\bjson\b/.test(response.headers['content-type'] ?? '')
    done(null, isJson && /^[[{]/.test(text) ? JSON.parse(text) : text)
  })
}

/** A body without the values at these places, such as “/rounds/[any]/answered”, a star standing for any one key. */
export function without(text: string, places: readonly string[]): string {
  // Lines of JSON are compared as they are.
  if (places.length === 0 || !text.startsWith('{') || text.includes('}\n{')) return text
  const body: unknown = JSON.parse(text)
  for (const place of places) remove(body, place.slice(1).split('/'))
  return JSON.stringify(body)
}

function remove(from: unknown, [key, ...rest]: string[]): void {
  if (typeof from !== 'object' || from === null || key === undefined) return
  const object = from as Record<string, unknown>
  for (const name of key === '*' ? Object.keys(object) : [key])
    if (rest.length > 0) remove(object[name], rest)
    else delete object[name]
}
