import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { json, type NextFunction, type Request, type RequestHandler, type Response, Router, raw } from 'express'
import type { z } from 'zod'
import type { By, From } from '../audit/perform.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { Operation } from '../contract/operation.ts'
import type { Precondition } from '../precondition.ts'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { type Access, type Allowed, accessOf, audienceOf, viaToken } from './access.ts'
import { cacheControlOf } from './caching.ts'
import { refuseSlowBodies } from './deadline.ts'
import { refuseDeepBodies } from './deep-body.ts'
import { onceOf, preconditionOf } from './headers.ts'
import { isOfFile } from './limits.ts'
import { parse } from './parse.ts'
import { ReadyAnswers } from './ready-answers.ts'
import { policyOfFiles } from './security-headers.ts'
import { exportOf } from './trail-notes.ts'
import { visitorAddress } from './visitor.ts'
import type { World } from './world.ts'

/** Largest body that a write usually takes, in bytes. */
export const largestBody = 256 * 1024

/** What a handler gets: everything parsed and checked. */
export interface Call<P, Q, B> {
  params: P
  query: Q
  body: B
  access: Access
  by: By
  /** What If-Match or If-None-Match say. */
  seen: Precondition
  req: Request
  res: Response
}

/** What a handler answers. `version` becomes part of the ETag; `location` is the address of what was created. */
export interface Reply {
  status: 200 | 201 | 204 | 303
  /** Text or bytes of the operation's `media`, in place of a body; with a name it is a file to keep. What may be long is streamed. */
  file?: { content: string | Buffer | Readable; name?: string }
  /** What the trail says of a file that leaves, where that is more than its address. */
  exported?: AuditNote
  body?: unknown
  /** A body that is JSON already. */
  json?: string | undefined
  version?: number | undefined
  location?: string
}

type Handler<P, Q, B> = (call: Call<P, Q, B>) => Promise<Reply>

export interface ServedOperation {
  operation: Operation
  allowed: Allowed
}

/** Puts operations on a router, each behind its access, and keeps the list from which the document is made. */
export class Api {
  readonly router = Router({ caseSensitive: true, strict: true })
  readonly served: ServedOperation[] = []
  readonly world: World
  private readonly ready = new ReadyAnswers()

  constructor(world: World) {
    this.world = world
  }

  /** `before` stands after access and before the body is read. */
  serve<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
    operation: Operation<P, Q, B>,
    allowed: Allowed,
    handle: Handler<z.infer<P>, z.infer<Q>, z.infer<B>>,
    before: readonly RequestHandler[] = [],
  ): void {
    this.add(operation, allowed, before, async (req, res) => {
      const call = this.callOf(operation, req, res)
      const reply = await handle(call)
      if (operation.exports && req.method !== 'HEAD')
        await this.world.trail.exported(reply.exported ?? exportOf(operation, req), call.by)
      if (!res.headersSent) send(res, req, operation, reply)
    })
  }

  /** As `serve`, for a read whose answer depends on the registry's revision, the reader's grants and the address alone. */
  serveReady<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
    operation: Operation<P, Q, B>,
    allowed: Allowed,
    handle: Handler<z.infer<P>, z.infer<Q>, z.infer<B>>,
  ): void {
    this.add(operation, allowed, [], async (req, res) => {
      const access = accessOf(res)
      const state = `${access.state.restarts}.${access.state.revision}`
      const key = `${access.grant} ${audienceOf(access)} ${req.originalUrl}`
      const known = this.ready.find(state, key)
      if (known) return sendBytes(res, req, known.bytes, known.etag)
      const reply = await handle(this.callOf(operation, req, res))
      const bytes = Buffer.from(reply.json ?? JSON.stringify(reply.body))
      const etag = etagOf(reply.version, bytes)
      this.ready.keep(state, key, { bytes, etag })
      sendBytes(res, req, bytes, etag)
    })
  }

  /** After all operations: any other method on their addresses is a 405 that says which are taken. */
  refuseOtherMethods(): void {
    const paths = new Set(this.served.map(({ operation }) => operation.path))
    for (const path of paths) {
      const methods = this.served.filter((one) => one.operation.path === path).map((one) => one.operation.method)
      const taken = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
      this.router.all(path, (req, res) => {
        res.set('Allow', taken.join(', '))
        throw new Refusal('wrong-method', `This address takes ${taken.join(', ')}. You sent ${req.method}.`)
      })
    }
  }

  private add(
    operation: Operation,
    allowed: Allowed,
    before: readonly RequestHandler[],
    answer: (req: Request, res: Response) => Promise<void>,
  ): void {
    this.served.push({ operation, allowed })
    const named: RequestHandler = (_req, res, next) => {
      res.locals.operation = operation.id
      next()
    }
    const readers = [
      named,
      cacheControlOf(allowed.action),
      allowed.check(this.world, operation),
      ...(isOfFile(operation) ? [this.world.limits.oneMoreFile] : []),
      ...before,
      ...bodyReaders(operation),
    ]
    this.router[operation.method](operation.path, ...readers, answer)
  }

  private callOf<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
    operation: Operation<P, Q, B>,
    req: Request,
    res: Response,
  ): Call<z.infer<P>, z.infer<Q>, z.infer<B>> {
    const access = accessOf(res)
    return {
      params: parse(operation.params, req, 'params'),
      query: parse(operation.query, req, 'query'),
      body: operation.method === 'get' ? (undefined as z.infer<B>) : parse(operation.body, req, 'body'),
      access,
      by: {
        account: access.account?.id ?? null,
        at: this.world.now().toISOString(),
        from: fromOf(req, access, this.world.settings),
        once: onceOf(req),
      },
      seen: operation.conditional ? preconditionOf(req) : { kind: 'none' },
      req,
      res,
    }
  }
}

function fromOf(req: Request, { token }: Access, settings: Settings): From {
  const via = token ? viaToken(token) : 'page'
  return { via, address: visitorAddress(req, settings), client: req.get('user-agent')?.slice(0, 200) ?? null }
}

export const ok = (body: unknown, version?: number): Reply => ({ status: 200, body, version })
/** An answer that is JSON already. */
export const readyJson = (json: string): Reply => ({ status: 200, json })
export const done: Reply = { status: 204 }
/** Leads a browser on to another address. */
export const seeOther = (location: string): Reply => ({ status: 303, location })
export const created = (body: unknown, location: string, version?: number): Reply => ({
  status: 201,
  body,
  location,
  version,
})

function send(res: Response, req: Request, { media }: Operation, reply: Reply): void {
  res.status(reply.status)
  if (reply.location) res.location(reply.location)
  if (reply.status === 303) res.set('Cache-Control', 'no-store')
  if (reply.status === 204 || reply.status === 303) return void res.end()
  if (reply.file?.name) res.attachment(reply.file.name).setHeader('Content-Security-Policy', policyOfFiles)
  if (reply.file?.content instanceof Readable) return void sendStream(res, req, reply.file.content, media)
  const bytes = Buffer.from(reply.file?.content ?? reply.json ?? JSON.stringify(reply.body))
  sendBytes(res, req, bytes, etagOf(reply.version, bytes), media)
}

function sendStream(res: Response, req: Request, content: Readable, media = 'application/octet-stream'): void {
  res.setHeader('Content-Type', `${media}; charset=utf-8`)
  if (req.method === 'HEAD') return void res.end()
  content.once('error', () => res.destroy()).pipe(res)
}

function sendBytes(res: Response, req: Request, bytes: Buffer, etag: string, media = 'application/json'): void {
  res.setHeader('Content-Type', /^text|json$/.test(media) ? `${media}; charset=utf-8` : media)
  res.setHeader('ETag', etag)
  if (req.method === 'GET' && req.headers['if-none-match'] === etag) return void res.status(304).end()
  res.setHeader('Content-Length', bytes.length)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/**
 * A strong ETag: a digest of the bytes, after the version where there is one. A change names the version alone, because what
 * goes with it, such as counts, may move without it; a reader who has these very bytes is not sent them again.
 */
function etagOf(version: number | undefined, bytes: Buffer): string {
  const digest = createHash('sha1').update(bytes).digest('base64url')
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`
}

/** What stands between access and the answer to read a body: nothing, a file as it is, or JSON. */
function bodyReaders({ method, takes, largestBody: largest = largestBody }: Operation): RequestHandler[] {
  if (method === 'get') return []
  if (takes?.streamed) return [refuseOtherMedia(takes.media)]
  if (takes) return [refuseOtherMedia(takes.media), raw({ type: () => true, limit: takes.largest })]
  return [refuseOtherCharsets, refuseSlowBodies(), json({ limit: largest, strict: false }), refuseDeepBodies]
}

function refuseOtherMedia(media: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    const type = req.headers['content-type'] ?? ''
    const plain = type.replace(/\s*;\s*charset="?utf-8"?\s*$/i, '').toLowerCase()
    if (!media.includes(plain))
      throw new Refusal(
        'wrong-media-type',
        `Send a file as “Content-Type: ${media.join('” or “')}”. You sent “${type.slice(0, 100)}”.`,
      )
    next()
  }
}

/** The body parser would take other charsets; a body that is not JSON in UTF-8 is refused before it is read. */
const refuseOtherCharsets: RequestHandler = (req: Request, _res: Response, next: NextFunction) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  const type = req.headers['content-type'] ?? ''
  if (hasBody && !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new Refusal(
      'wrong-media-type',
      `Send JSON in UTF-8, as “Content-Type: application/json”. You sent “${type.slice(0, 100)}”.`,
    )
  next()
}
