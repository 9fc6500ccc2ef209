import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import { sendProblem } from './problem-handler.ts'

/** How long an answer may take. Publishing an edition or entering a file works for minutes; no read does. */
export interface Patience {
  readMs: number
  writeMs: number
}

const usual: Patience = { readMs: 120_000, writeMs: 900_000 }

const tookTooLong = new Refusal('unavailable', 'This took too long, so it was given up. Try again later.', {
  retryAfter: 60,
})

/**
 * Ends what takes too long: with 503 where nothing has been answered yet, else by closing the connection, as where somebody takes their
 * answer byte by byte. What a write was doing may still be done: as after any 5xx, whoever sent it does not know.
 */
export function endAtDeadline(patience = usual): RequestHandler {
  return (req, res, next) => {
    const within = req.method === 'GET' || req.method === 'HEAD' ? patience.readMs : patience.writeMs
    let timer = setTimeout(() => {
      if (res.headersSent) return void res.destroy()
      sendProblem(res, req, tookTooLong)
      timer = setTimeout(() => void res.destroy(), patience.readMs)
    }, within)
    res.once('close', () => clearTimeout(timer))
    next()
  }
}

/** Refuses a body that does not come, or comes byte by byte, with 408. A file has the five minutes that Node gives any request. */
export function refuseSlowBodies(withinMs = 30_000): RequestHandler {
  return (req, res, next) => {
    if (req.complete) return next()
    const timer = setTimeout(() => {
      if (req.complete || res.headersSent) return
      res.setHeader('Connection', 'close')
      sendProblem(res, req, new Refusal('too-slow', 'The request did not arrive in time. Try again.'))
      res.once('finish', () => req.destroy())
    }, withinMs)
    const clear = () => clearTimeout(timer)
    req.once('end', clear).once('close', clear)
    next()
  }
}
