import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import request, { type Test } from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { createApp } from '../../api/app.ts'
import { apiRoot } from '../../api/contract/paths.ts'
import type { Role } from '../../api/contract/session.ts'
import type { World } from '../../api/http/world.ts'
import { digestOfToken } from '../../api/secrets.ts'
import { readSettings } from '../../api/settings.ts'
import { createWorld } from '../../api/world.ts'
import { newId } from '../../db/ids.ts'
import { openRegistry } from '../../db/open.ts'
import { insertSession } from '../../db/sessions.ts'
import { loadDemonstration, loadTaxonomy, restartDemonstration } from '../../seed/load.ts'
import { boundless } from './boundless.ts'
import { ensureAsDocumented } from './contract-check.ts'
import { Given } from './given.ts'
import { ofOurs } from './of-ours.ts'

/** Somebody signed in, or nobody: requests on the real application, with their session. */
export interface Visitor {
  account: string
  get(path: string): Test
  post(path: string, body?: unknown): Test
  put(path: string, body?: unknown, headers?: Record<string, string>): Test
  delete(path: string): Test
}

/** A test asks more in a minute than any person does. */
const usualSettings = { OFFING_LOG: 'none', OFFING_ORGANISATION: 'Test trust', ...boundless }
const opened: (() => Promise<void>)[] = []
const templates = new Map<typeof loadTaxonomy, string>()

/** Closes every registry that a test opened; call it after each test. */
export async function closeTestRegistries(): Promise<void> {
  for (const close of opened.splice(0)) await close()
}

export type TestRegistry = Awaited<ReturnType<typeof createTestRegistry>>

/** The real application on a real database of its own, with the real taxonomy and, if asked for, the demonstration. */
export async function createTestRegistry(
  options: { demonstration?: boolean; settings?: Record<string, string>; now?: () => Date; webFolder?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'offing-test-'))
  const file = join(folder, 'offing.db')
  const now = options.now ?? (() => new Date())
  copyFileSync(await filled(options.demonstration ? loadDemonstration : loadTaxonomy, now()), file)
  const registry = await openRegistry(file)
  const settings = readSettings({ ...usualSettings, OFFING_DATA: file, ...options.settings })
  const world = createWorld({ registry, settings, now, restartDemonstration })
  const app = createApp(world, pino({ level: 'silent' }), options.webFolder)
  opened.push(async () => {
    await world.certainties.stop()
    await world.sources.stop()
    await world.imports.stop()
    await registry.close()
    rmSync(folder, { recursive: true, force: true })
  })
  let people = 0
  const addPerson = async (roles: Role[]): Promise<Visitor> => {
    const name = `${roles.join(' and ') || 'Nobody'} ${++people}`
    const email = `person-${people}@test.example`
    const by = { account: null, at: now().toISOString() }
    const { id } = await addAccount(registry, { name, email, roles, password: null }, by)
    return visitor(app, id, await openSession(world, id))
  }
  const nobody = visitor(app, '', undefined)
  const scanner = await addPerson(['scanner'])
  return { app, world, registry, file, folder, nobody, scanner, addPerson, given: new Given(scanner, addPerson) }
}

/** A file that a loader has filled; filled once, since every test of a file starts from the same. */
async function filled(load: typeof loadTaxonomy, now: Date): Promise<string> {
  const known = templates.get(load) ?? (await sharedTemplate(load, now))
  templates.set(load, known)
  return known
}

/** Filling a demonstration takes seconds: in a whole run whoever needs it first does it for all, on a day of the run itself. */
async function sharedTemplate(load: typeof loadTaxonomy, now: Date): Promise<string> {
  const shared = process.env.OFFING_TEST_TEMPLATES
  const isOfToday = Math.abs(now.getTime() - Date.now()) < 3_600_000
  if (!shared || !isOfToday) return fill(load, now, mkdtempSync(join(tmpdir(), 'offing-template-')))
  const folder = join(shared, load.name)
  const isFirst = mkdirSync(folder, { recursive: true }) !== undefined
  if (!isFirst) {
    while (!existsSync(join(folder, 'filled'))) await pause(100)
    return join(folder, 'offing.db')
  }
  const file = await fill(load, now, folder)
  writeFileSync(join(folder, 'filled'), '')
  return file
}

async function fill(load: typeof loadTaxonomy, now: Date, folder: string): Promise<string> {
  const file = join(folder, 'offing.db')
  const registry = await openRegistry(file)
  await load(registry, now)
  await registry.close()
  return file
}

/** Signs in behind the door: the slow password hash is tested where it matters. */
async function openSession(world: World, account: string): Promise<string> {
  const token = `token-of-${account}`
  const expiresAt = new Date(world.now().getTime() + 3_600_000).toISOString()
  const createdAt = world.now().toISOString()
  const session = {
    id: newId(),
    tokenDigest: digestOfToken(token),
    account,
    way: 'password' as const,
    createdAt,
    expiresAt,
  }
  await world.registry.transaction((trx) => insertSession(trx, session))
  return token
}

/** A machine with an access token; `cookie` as a browser would send it beside. */
export function machine(app: Parameters<typeof request>[0], secret: string, cookie?: string): Visitor {
  return asking(app, '', { Authorization: `Bearer ${secret}`, ...(cookie && { Cookie: cookie }) })
}

/** Somebody who is not signed in, on an application of their own. */
export const stranger = (app: Parameters<typeof request>[0]): Visitor => asking(app, '', ofOurs)

function visitor(app: Parameters<typeof request>[0], account: string, token: string | undefined): Visitor {
  return asking(app, account, token ? { ...ofOurs, Cookie: `offing_session=${token}` } : ofOurs)
}

function asking(app: Parameters<typeof request>[0], account: string, own: Record<string, string>): Visitor {
  const ask = (method: 'get' | 'post' | 'put' | 'delete', path: string, headers: Record<string, string> = {}) => {
    const test = request(app)[method](path.startsWith('/api') ? path : apiRoot + path)
    test.expect(ensureAsDocumented)
    return test.set({ ...own, ...headers })
  }
  return {
    account,
    get: (path) => ask('get', path),
    post: (path, body) => ask('post', path).send(body as object),
    put: (path, body, headers) => ask('put', path, headers).send(body as object),
    delete: (path) => ask('delete', path),
  }
}
