import type { Request, RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { bearerOf } from './bearer.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What a form of any site can send without being asked first, or a script that does not wait for leave. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)?\s*(;|$)/i

/**
 * Refuses what a page of another site makes a browser send. A write must come from a page of ours; a read may be a link that
 * somebody followed, but nothing that another page takes into itself: no picture, script, frame or request of its own.
 */
export function refuseOtherOrigins(settings: Settings): RequestHandler {
  return (req, _res, next) => {
    // No browser sends a token by itself.
    if (bearerOf(req) !== undefined) return next()
    const isOurs = safe.has(req.method) ? isReadFromHere(req) : isWriteFromHere(req, settings)
    if (!isOurs) throw new Refusal('not-allowed', 'This request came from a page of another site.')
    next()
  }
}

function isReadFromHere(req: Request): boolean {
  const isFollowed = req.get('sec-fetch-mode') === 'navigate' && req.get('sec-fetch-dest') === 'document'
  return isFromHere(req) !== false || isFollowed
}

/**
 * A browser says from where it writes: all in use send `Sec-Fetch-Site` or, before that was, `Origin`. Where neither stands, only what
 * no form can send passes: for anything else a browser asks leave first, which nobody is given.
 */
function isWriteFromHere(req: Request, settings: Settings): boolean {
  const isHere = isFromHere(req)
  if (isHere !== undefined) return isHere
  const origin = req.get('origin')
  if (origin !== undefined) return origin === (settings.origin ?? `http://${req.headers.host}`)
  return req.method !== 'POST' || !formTypes.test(req.get('content-type') ?? '')
}

/** What `Sec-Fetch-Site` says, which no page can set: a neighbouring host of the same site is another site too. */
function isFromHere(req: Request): boolean | undefined {
  const site = req.get('sec-fetch-site')
  return site === undefined ? undefined : site === 'same-origin' || site === 'none'
}
