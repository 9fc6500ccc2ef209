import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { visitorAddress } from './visitor.ts'

export interface Limit {
  most: number
  withinMs: number
  /** Said with the 429. */
  detail: string
}

/** Takes so many requests from one address within a time; what was refused for another reason does not count. 429 with Retry-After beyond. */
export function limitByAddress(limit: Limit, settings: Settings): RequestHandler {
  return limited(limit, (req) => networkOf(req, settings))
}

/** Where a visitor asks from, to be counted by: whoever has one IPv6 address has the 2^64 beside it too. */
export function networkOf(req: Request, settings: Settings): string {
  return ipKeyGenerator(visitorAddress(req, settings), 64)
}

/** The same for everybody together. */
export function limitAll(limit: Limit): RequestHandler {
  return limited(limit, () => 'all')
}

function limited({ most, withinMs, detail }: Limit, keyGenerator: (req: Request) => string): RequestHandler {
  return rateLimit({
    limit: most,
    windowMs: withinMs,
    keyGenerator,
    skipFailedRequests: true,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    // The address is found here, by the setting, and not by Express.
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (_req, _res, next) => next(new Refusal('too-many-requests', detail)),
  })
}
