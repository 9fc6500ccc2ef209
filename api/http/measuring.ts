import type { RequestHandler } from 'express'
import type { World } from './world.ts'

/** Measures how long each answer took, from the first line of the request to the last byte of the answer. */
export function measureRequests({ metrics }: World): RequestHandler {
  return (req, res, next) => {
    const begun = process.hrtime.bigint()
    res.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9
      metrics.answered(res.locals.operation, { method: req.method, status: res.statusCode }, seconds)
    })
    next()
  }
}
