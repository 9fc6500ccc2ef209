import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { misfitOf } from '../../api/audit/trail.ts'
import { auditTrail, trailInOrder } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { technologyRequest } from '../support/given.ts'
import { Installation } from '../support/server-process.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

const rounds = 20
const installation = new Installation()
afterEach(closeTestRegistries)
afterAll(() => installation.remove())

/** What the server has answered, and so must be there whatever happens to it. */
interface Answered {
  slugs: string[]
  /** The highest version of the one technology that is changed again and again, and of the one answer. */
  technology: number
  rating: number
}

describe('a server that is killed at random moments, twenty times, while several write', () => {
  it('has lost no answered write, and its database and audit trail are sound', async () => {
    const { cookies, changed, ratingPath } = await prepare()
    const answered: Answered = { slugs: [], technology: 0, rating: 0 }
    for (let round = 1; round <= rounds; round++) {
      const server = await installation.start({ settings: { OFFING_LOG: 'none' } })
      const send = sender(server.base)
      const writers = [
        ...[1, 2, 3].map((writer) => enterMany(send, cookies.scanner, `Round ${round} writer ${writer}`, answered)),
        changeAgain(send, cookies.scanner, changed, answered),
        rateAgain(send, cookies.lead, ratingPath, answered),
      ]
      // One write of each kind is answered first, however slow the machine; the kill comes anywhere among those that follow.
      const before = countsOf(answered)
      while (countsOf(answered).some((count, i) => count === before[i])) await pause(5)
      await pause(Math.random() * 400)
      expect(await server.stop('SIGKILL')).toBe('SIGKILL')
      await Promise.all(writers)
      await ensureSound(answered, changed)
    }
    expect(Math.min(...countsOf(answered))).toBeGreaterThanOrEqual(rounds)
  }, 600_000)
})

const countsOf = ({ slugs, technology, rating }: Answered) => [slugs.length, technology, rating]

const file = () => join(installation.folder, 'offing.db')

/** A registry with an open round, somebody signed in to write and somebody to rate; nobody has it open. */
async function prepare() {
  const test = await createTestRegistry()
  const { given, scanner, registry } = test
  const scan = await given.scan({ 'cardiac-science': 1 })
  const technology = await given.technology('Monitor', { specialisms: ['cardiac-science'] })
  const round = await given.openRound(scan, [technology])
  const lead = scan.leads['cardiac-science']![0]!
  await given.answer(lead, round, technology, 'cardiac-science', { impact: 5, band: 1 })
  await registry.close()
  copyFileSync(test.file, file())
  const cookieOf = (account: string) => ({ Cookie: `offing_session=token-of-${account}` })
  return {
    cookies: { scanner: cookieOf(scanner.account), lead: cookieOf(lead.account) },
    changed: technology.slug,
    ratingPath: `/rounds/${round.id}/ratings/${technology.slug}/cardiac-science`,
  }
}

type Send = (method: string, path: string, headers: object, body?: object) => Promise<Response | undefined>

/** Undefined where no whole answer came: the server is dead. */
function sender(base: string): Send {
  return async (method, path, headers, body) => {
    try {
      const response = await fetch(`${base}/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return new Response(text, { status: response.status, headers: response.headers })
    } catch {
      return undefined
    }
  }
}

async function enterMany(send: Send, cookie: object, name: string, answered: Answered): Promise<void> {
  for (let n = 0; ; n++) {
    const response = await send('POST', '/technologies', cookie, technologyRequest(`${name} number ${n}`))
    if (!response) return
    expect(response.status).toBe(201)
    answered.slugs.push((await response.json()).slug)
  }
}

/** Each change is of the version that the one before made. */
async function changeAgain(send: Send, cookie: object, slug: string, answered: Answered): Promise<void> {
  const path = `/technologies/${slug}`
  const first = await send('GET', path, cookie)
  for (let version = first && (await first.json()).version; version !== undefined; ) {
    const { evidence: _, ...entered } = technologyRequest('Monitor')
    const body = { ...entered, description: `As of version ${version}` }
    const response = await send('PUT', path, { ...cookie, 'If-Match': `"${version}"` }, body)
    if (!response) return
    expect(response.status).toBe(200)
    version = (await response.json()).version
    answered.technology = version
  }
}

async function rateAgain(send: Send, cookie: object, path: string, answered: Answered): Promise<void> {
  const first = await send('GET', path, cookie)
  for (let version = first && (await first.json()).version; version !== undefined; ) {
    const body = { stance: 'rated', impact: 1 + (version % 9), arrival: { kind: 'band', band: version % 4 } }
    const response = await send('PUT', path, { ...cookie, 'If-Match': `"${version}"` }, body)
    if (!response) return
    expect(response.status).toBe(200)
    version = (await response.json()).version
    answered.rating = version
  }
}

async function ensureSound(answered: Answered, changed: string): Promise<void> {
  const raw = new Sqlite(file())
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(raw.pragma('foreign_key_check')).toEqual([])
  const slugs = new Set(raw.prepare('select slug from technologies').pluck().all())
  expect(answered.slugs.filter((slug) => !slugs.has(slug))).toEqual([])
  const version = raw.prepare('select version from technologies where slug = ?').pluck().get(changed)
  expect(version).toBeGreaterThanOrEqual(answered.technology)
  expect(raw.prepare('select max(version) from ratings').pluck().get()).toBeGreaterThanOrEqual(answered.rating)
  raw.close()
  const registry = await openRegistry(file())
  let before: Parameters<typeof misfitOf>[0]
  for await (const entry of trailInOrder(registry.read)) {
    expect(misfitOf(before, entry)).toBeUndefined()
    before = entry
  }
  const entered = (await auditTrail(registry.read)).filter(({ action }) => action === 'technology.enter')
  expect(entered.length).toBe(slugs.size)
  await registry.close()
}
