import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

/** Deeper than any request goes, and shallow enough for all that walks through a body by calling itself. */
const deepest = 32

/** Refuses a body that is nested without end before anything is done with it. */
export const refuseDeepBodies: RequestHandler = (req, _res, next) => {
  if (isDeeperThan(req.body, deepest))
    throw new Refusal('unparsable', `The body is nested more than ${deepest} levels deep. Check its form.`)
  next()
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1))
}
