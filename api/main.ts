import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRegistry } from '../db/open.ts'
import { hasPolicyFrames } from '../db/policy.ts'
import { isEmpty } from '../db/state.ts'
import { startForgetting } from './accounts/people/retention-keeper.ts'
import { createApp } from './app.ts'
import { createLog } from './http/logging.ts'
import { refuseUnreadable } from './http/problem-handler.ts'
import { limitConnections, passOverExpectations, serverOptions } from './http/server-limits.ts'
import { trailLog } from './http/trail-notes.ts'
import type { World } from './http/world.ts'
import { startCloser } from './rounds/closer.ts'
import { readSettings } from './settings.ts'
import { createWorld } from './world.ts'

const stopWithinMs = 10_000

/** Loaded when a registry is filled: most starts find one that is. */
const seeds = () => import('../seed/load.ts')
const restartDemonstration: World['restartDemonstration'] = async (registry, by) =>
  (await seeds()).restartDemonstration(registry, by)

try {
  await start()
} catch (error) {
  console.error(`Offing cannot start: ${(error as Error).message}`)
  process.exit(1)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const log = createLog(settings)
  const registry = await openRegistry(settings.dataFile)
  if (await isEmpty(registry.read)) await fill()
  else if (!(await hasPolicyFrames(registry.read))) await (await seeds()).loadPolicyFrames(registry, new Date())
  const world = createWorld({ registry, settings, restartDemonstration })
  const { certainties } = world
  certainties.workAhead()
  world.imports.clearLeftBehind()
  const couldNotClose = (error: unknown) => log.error(error, 'rounds could not be closed')
  const stopCloser = startCloser(registry, world.now, couldNotClose, (round) => certainties.roundClosed(round))
  world.trail.start(trailLog(log))
  const couldNotForget = (error: unknown) => log.error(error, 'old personal data could not be erased')
  const stopForgetting = startForgetting(registry, settings.nominatorMonths, world.now, couldNotForget)
  const { state } = await world.follower.followed()
  const server = createServer(serverOptions, createApp(world, log, webFolder()))
  server.on('clientError', refuseUnreadable(settings))
  limitConnections(server, settings.proxies > 0)
  passOverExpectations(server)
  // A second signal must not break off the first: npm and a terminal each send one.
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (!isStopping) void stop(server)
      isStopping = true
    })
  await listen(server, settings.port, settings.host)
  announce(server, state.demonstration)
  world.mailer?.start((error) => log.error(error, 'mail could not be sent'))
  world.sessions.start((error) => log.error(error, 'uses of sessions could not be written down'))
  world.letters?.start((error) => log.error(error, 'mail about an account could not be sent'))
  world.tokens.start((error) => log.error(error, 'uses of tokens could not be written down'))
  await world.sources.start((error) => log.error(error, 'sources could not be read'))
  world.backups.start((error) => log.error(error, 'a backup could not be taken'))
  world.metrics.watchProcess()

  async function fill(): Promise<void> {
    const now = new Date()
    const { loadDemonstration, loadTaxonomy } = await seeds()
    if (process.argv.includes('--empty')) return loadTaxonomy(registry, now)
    console.log('Filling the empty registry with the demonstration …')
    await loadDemonstration(registry, now)
  }

  /** Lets requests in flight finish, then closes the database. */
  async function stop(stopping: Server): Promise<void> {
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    const closed = new Promise((resolve) => stopping.close(resolve))
    // A connection is idle once its request has been answered; the browser would keep it open for seconds.
    const sweep = setInterval(() => stopping.closeIdleConnections(), 50)
    await closed
    clearInterval(sweep)
    await world.letters?.stop()
    await world.mailer?.stop()
    await world.sources.stop()
    await world.backups.stop()
    await stopCloser()
    await stopForgetting()
    await certainties.stop()
    await world.comparisons.stop()
    await world.imports.stop()
    await world.sessions.stop()
    await world.tokens.stop()
    await world.trail.stop()
    await registry.close()
    log.flush()
    process.exit(0)
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken; set PORT to another one`) : error),
    )
    server.listen(port, host, resolve)
  })
}

function announce(server: Server, demonstration: boolean): void {
  const address = server.address()
  if (address === null || typeof address === 'string') return
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  console.log(`Offing is at http://${host}:${address.port}`)
  console.log(
    demonstration
      ? 'To sign in, open it in a browser on this machine and choose “Look around as …”.'
      : 'To sign in, add an account: npm run account -- add --name "…" --email … --role admin',
  )
}

/** The built pages lie beside the built server; run from its sources there are none, and only the interface is served. */
function webFolder(): string | undefined {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'web')
  return existsSync(join(folder, 'assets')) ? folder : undefined
}
