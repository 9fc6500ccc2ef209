import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that a page of another site makes a signed-in browser send. Programs send neither header and pass. */
export function refuseOtherOrigins(settings: Settings): RequestHandler {
  return (req, _res, next) => {
    if (safe.has(req.method)) return next()
    const site = req.get('sec-fetch-site')
    const origin = req.get('origin')
    const ours = settings.origin ?? `http://${req.headers.host}`
    const isOurs = site ? site === 'same-origin' || site === 'none' : origin === undefined || origin === ours
    if (!isOurs) throw new Refusal('not-allowed', 'This request came from a page of another site.')
    next()
  }
}
