import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { pinoHttp } from 'pino-http'
import { apiRoot, paths } from '../contract/paths.ts'
import type { Settings } from '../settings.ts'

/** One line a request, with an id that the answer carries too: JSON in production, plain text at a terminal. */
export function createLog(settings: Settings): Logger {
  if (settings.log === 'none') return pino({ level: 'silent' })
  if (settings.log === 'text') return pino({ level: 'info' }, { write: (line) => process.stdout.write(asText(line)) })
  return pino({ level: 'info' }, pino.destination({ dest: 1, minLength: 4096, sync: false }))
}

export function logRequests(log: Logger) {
  return pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    wrapSerializers: false,
    serializers: {
      req: (req) => ({ id: req.id, method: req.method, url: asLogged(req.originalUrl ?? req.url) }),
      res: (res) => ({ statusCode: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    customErrorMessage: () => 'request failed',
    customSuccessMessage: () => 'request',
  })
}

/** What single sign-on leads back with in the address is for this registry alone. */
function asLogged(address: string): string {
  const [path] = address.split('?')
  return path === apiRoot + paths.singleSignOnCallback ? path : address
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
