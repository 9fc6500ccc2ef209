import { type Request, type Response, Router } from 'express'
import { stepsOf } from '../../db/archive/rows.ts'
import { stepsOfThisProgram } from '../../db/migrate.ts'
import { Refusal } from '../refusal.ts'
import { digestOfToken } from '../secrets.ts'
import { isLocal } from './visitor.ts'
import type { World } from './world.ts'

/** Alive, ready, and measured: without sign-in, and without waiting for the write lock. */
export function healthRoutes(world: World): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void withoutStore(res).json({ status: 'alive' }))
  router.get('/readyz', async (_req, res) => {
    await ensureCanRead(world)
    // With no room for writes it goes on to be asked: reads are answered, and nobody else could answer them.
    withoutStore(res).json({ status: world.room.isFull() ? 'reads-only' : 'ready' })
  })
  router.get('/metrics', async (req, res) => {
    ensureMayMeasure(req, world)
    const { contentType, text } = await world.metrics.text()
    withoutStore(res).set('Content-Type', contentType).end(text)
  })
  return router
}

const withoutStore = (res: Response) => res.set('Cache-Control', 'no-store')

/** The database answers, and is in the form that this program knows. */
async function ensureCanRead({ follower, registry }: World): Promise<void> {
  try {
    await follower.followed()
    const steps = await stepsOf(registry.read)
    if (steps.join() === stepsOfThisProgram.join()) return
  } catch {
    // Why stands in the log of whoever asks for more than readiness.
  }
  throw new Refusal('unavailable', 'The registry cannot be read just now.')
}

/** Open to this machine itself; to others by the token, where there is one. */
function ensureMayMeasure(req: Request, { settings }: World): void {
  const [, token] = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '') ?? []
  const isKnown = token !== undefined && digestOfToken(token) === settings.metricsTokenDigest
  if (isKnown || (token === undefined && isLocal(req, settings))) return
  throw new Refusal('not-signed-in', 'Metrics are read at the machine itself, or with their token.')
}
