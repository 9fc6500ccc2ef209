import type { RequestHandler } from 'express'
import type { Settings } from '../settings.ts'
import { isSecure } from './cookie.ts'

/** What a page may do: run and draw what comes from here, and nothing that stands in the page itself. */
const ofPages = policyOf({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
})

const nothing = {
  'default-src': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
}

/** An answer of the interface that a browser shows as a page runs nothing, draws nothing and frames nothing. */
const ofAnswers = policyOf(nothing)

/** A file to keep: should a browser show it after all, it is a page of nobody's. */
export const policyOfFiles = policyOf({ ...nothing, sandbox: '' })

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Permissions-Policy':
    'accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
}

/** A year, so that a browser which has once come over TLS never comes without it. */
const overTlsAlone = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }

/** What stands on every answer that is no page, also on those that Node itself gives. */
export function headersOfAnswers(settings: Settings): Record<string, string> {
  return { ...always, ...(isSecure(settings) && overTlsAlone), 'Content-Security-Policy': ofAnswers }
}

/** The defences that a browser holds for us, on every answer: pages may run their own scripts, whatever else may not. */
export function securityHeaders(settings: Settings): RequestHandler {
  const answers = new Map(Object.entries(headersOfAnswers(settings)))
  const pages = new Map([...answers, ['Content-Security-Policy', ofPages]])
  return (req, res, next) => {
    res.setHeaders(/^\/api(\/|$)/i.test(req.path) ? answers : pages)
    next()
  }
}

function policyOf(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
