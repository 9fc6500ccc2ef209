import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import type { Problem } from '../contract/problem.ts'
import { loggedAddress } from '../operations/logged-address.ts'
import { isNoRoom } from '../operations/no-room.ts'
import { Refusal, refusals } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { headersOfAnswers } from './security-headers.ts'
import type { World } from './world.ts'

const problemType = 'application/problem+json'

/** Turns whatever was thrown into a problem document. What it does not know is a 500 without any inner detail. */
export function problemHandler(log: Logger, { metrics, room }: Pick<World, 'metrics' | 'room'>) {
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    const refusal = refusalFrom(error)
    if (refusal.code === 'failed') log.error({ err: error, request: req.id }, 'unexpected error')
    if (refusal.code === 'insufficient-storage') {
      log.error({ code: (error as { code?: string }).code, request: req.id }, 'there is no room on the disk')
      room.wasFull()
    }
    metrics.refused(refusal.code)
    res.locals.concerns = refusal.concerns
    if (res.headersSent) next(error)
    else sendProblem(res, req, refusal)
  }
}

export function sendProblem(res: Response, req: Request, refusal: Refusal): void {
  const problem = { ...problemOf(refusal), instance: `urn:offing:request:${String(req.id)}` }
  if (refusal.retryAfter !== undefined) res.set('Retry-After', String(refusal.retryAfter))
  res.status(problem.status).type(problemType).set('Cache-Control', 'no-store').send(JSON.stringify(problem))
}

function problemOf(refusal: Refusal): Problem {
  const { status, title } = refusals[refusal.code]
  return {
    type: `urn:offing:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.message,
    ...(refusal.errors && { errors: refusal.errors }),
    ...(refusal.current !== undefined && { current: refusal.current }),
  }
}

/** Refuses in the same form what Node cannot read as a request and so never hands to the application. */
export function refuseUnreadable(settings: Settings) {
  const headers = Object.entries(headersOfAnswers(settings)).map(([name, value]) => `${name}: ${value}`)
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const problem = problemOf(refusalFromParser(error.code))
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${problemType}; charset=utf-8`,
      ...headers,
      'Cache-Control: no-store',
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${JSON.stringify(problem)}`)
  }
}

function refusalFromParser(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Refusal('head-too-large', 'The address and the headers are too long together. Send less in them.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal('too-slow', 'The request did not arrive in time. Try again.')
  return new Refusal('unparsable', 'This cannot be read as an HTTP request. Check its form.')
}

/** The last of the interface's routes: what nothing has answered does not exist. */
export const notFound: RequestHandler = (req) => {
  throw new Refusal('not-found', `There is nothing at ${req.method} ${loggedAddress(req.originalUrl)}.`)
}

const noRoom =
  'The disk of this service is full, so nothing can be saved just now. Nothing of this was saved. What is here can still be read. Tell whoever runs the service, keep what you have typed, and try again later.'

function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isNoRoom(error)) return new Refusal('insufficient-storage', noRoom)
  if (error instanceof ZodError) return new Refusal('invalid', 'Something in the request is not right.')
  return refusalFromExpress(error as { status?: unknown; type?: unknown })
}

/** Express and its body parser throw errors with a status; their own words may hold inner detail, so ours are sent. */
function refusalFromExpress(error: { status?: unknown; type?: unknown } | null): Refusal {
  const status = Number(error?.status)
  if (status === 413)
    return new Refusal('too-large', 'The body is larger than this address takes. Send less at a time.')
  if (status === 415) return new Refusal('wrong-media-type', 'Send JSON in UTF-8.')
  if (status === 404) return new Refusal('not-found', 'There is nothing at this address.')
  if (status >= 400 && status < 500)
    return new Refusal(
      'unparsable',
      `The request cannot be read (${STATUS_CODES[status] ?? 'bad request'}). Check its form.`,
    )
  return new Refusal('failed', 'Something went wrong on our side. If you were saving, it is not confirmed: try again.')
}
