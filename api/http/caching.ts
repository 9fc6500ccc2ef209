import type { RequestHandler } from 'express'
import type { Action } from '../accounts/permissions.ts'

/** What these let one read holds people's names and addresses, or what they use to sign in. */
const personal =
  /^(session|second-factor|own-account|accounts|tokens|audit|settings|panel|messages|first-password|password|seat|answers|scan-team)\./

/** Answers that hold personal data or a secret are kept nowhere; others by the reader's own browser, which asks each time whether they still hold. */
export function cacheControlOf(action: Action): RequestHandler {
  const value = personal.test(action) ? 'no-store' : 'private, no-cache'
  return (_req, res, next) => {
    res.setHeader('Cache-Control', value)
    next()
  }
}
