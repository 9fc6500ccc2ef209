import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Logger, pino } from 'pino'
import { pinoHttp, startTime } from 'pino-http'
import { loggedAddress } from '../operations/logged-address.ts'
import type { Settings } from '../settings.ts'

/** A request that takes longer is logged as a warning. */
const slowMs = 2_000
/** What a proxy may call a request. */
const idOfProxy = /^[\w.-]{8,64}$/

/** An error without whatever else hangs on it: answers of other servers, bodies, addresses. */
const serializers = {
  err: (error: unknown) => {
    if (!(error instanceof Error)) return { message: String(error) }
    const { name, message, stack } = error
    return { type: name, code: (error as NodeJS.ErrnoException).code, message, stack }
  },
}

/** One line a request, with an id that the answer carries too: JSON in production, plain text at a terminal. */
export function createLog({ log, logLevel }: Pick<Settings, 'log' | 'logLevel'>): Logger {
  const options = { level: logLevel, serializers }
  if (log === 'none') return pino({ level: 'silent' })
  if (log === 'text') return pino(options, { write: (line) => process.stdout.write(asText(line)) })
  return pino(options, pino.destination({ dest: 1, minLength: 4096, sync: false }))
}

/** What is logged of a request names nobody: no body, no header, no account, no address of the network. */
export function logRequests(log: Logger, { proxies }: Pick<Settings, 'proxies'>) {
  return pinoHttp({
    logger: log,
    genReqId: (req, res) => {
      const given = proxies > 0 ? req.headers['x-request-id'] : undefined
      const id = typeof given === 'string' && idOfProxy.test(given) ? given : randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    wrapSerializers: false,
    serializers: {
      ...serializers,
      req: (req) => ({ id: req.id, method: req.method, url: loggedAddress(req.originalUrl ?? req.url) }),
      res: (res) => ({ statusCode: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : isSlow(res) ? 'warn' : 'info'),
    customErrorMessage: () => 'request failed',
    customSuccessMessage: (_req: IncomingMessage, res: ServerResponse) => (isSlow(res) ? 'slow request' : 'request'),
  })
}

function isSlow(res: ServerResponse): boolean {
  return Date.now() - (res as ServerResponse & { [startTime]: number })[startTime] > slowMs
}

interface Line {
  time: number
  msg?: string
  req?: { id: string; method: string; url: string }
  res?: { statusCode: number }
  responseTime?: number
  err?: { stack?: string; message?: string }
}

function asText(line: string): string {
  const { time, msg, req, res, responseTime, err } = JSON.parse(line) as Line
  const at = new Date(time).toISOString().slice(11, 19)
  if (req && res) return `${at} ${res.statusCode} ${req.method} ${req.url} ${responseTime} ms ${req.id}\n`
  return `${at} ${msg ?? ''}${err ? `\n${err.stack ?? err.message}` : ''}\n`
}
