import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { apiRoot } from '../../api/contract/paths.ts'
import type { OneSession } from '../../api/contract/sessions.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const password = 'a long enough phrase'
const credentials = { email: 'ada@example.org', password }
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** A board member with a password, on a clock that the test turns. */
async function withAda(settings: Record<string, string> = {}) {
  let now = new Date('2026-03-02T09:00:00.000Z')
  const registry = await createTestRegistry({ now: () => now, settings })
  const by = { account: null, at: now.toISOString() }
  const ada = await addAccount(registry.registry, { name: 'Ada', roles: ['board'], ...credentials }, by)
  const signIn = async (headers: Record<string, string> = {}) => {
    const answer = await registry.nobody.post('/session', credentials).set(headers).expect(201)
    return answer.headers['set-cookie']![0]!.split(';')[0]!
  }
  const ask = (cookie: string, method: 'get' | 'delete' = 'get', path = '/session') =>
    request(registry.app)
      [method](apiRoot + path)
      .set('Cookie', cookie)
  const listed = async (cookie: string): Promise<OneSession[]> =>
    (await ask(cookie, 'get', '/own-account/sessions').expect(200)).body.items
  const minutes = (n: number) => {
    now = new Date(now.getTime() + n * 60_000)
  }
  return { ...registry, ada, signIn, ask, listed, minutes }
}

describe('a session', () => {
  it('ends when nobody has used it for an hour, and lives on while somebody does', async () => {
    const { signIn, ask, minutes } = await withAda()
    const cookie = await signIn()

    for (let n = 0; n < 3; n++) {
      minutes(59)
      await ask(cookie).expect(200)
    }
    minutes(60)
    await ask(cookie).expect(401)
  })

  it('ends after its hours however much it is used', async () => {
    const settings = { OFFING_SESSION_HOURS: '2', OFFING_SESSION_IDLE_MINUTES: '50' }
    const { signIn, ask, minutes } = await withAda(settings)
    const cookie = await signIn()

    for (let n = 0; n < 3; n++) {
      minutes(39)
      await ask(cookie).expect(200)
    }
    minutes(3)
    await ask(cookie).expect(401)
  })

  it('has its last use written down, and is deleted once it has ended', async () => {
    const { signIn, ask, listed, minutes, world, registry } = await withAda()
    const [first, second] = [await signIn(), await signIn()]
    minutes(30)
    await ask(second).expect(200)
    const version = registry.dataVersion()
    await ask(second).expect(200)
    expect(registry.dataVersion()).toBe(version)

    await world.sessions.writeDown()

    expect(registry.dataVersion()).not.toBe(version)
    minutes(33)
    expect(await listed(second)).toHaveLength(1)
    await world.sessions.writeDown()
    const rows = await registry.read.selectFrom('sessions').select('last_used_at').orderBy('last_used_at').execute()
    expect(rows.map((row) => row.last_used_at)).toEqual(['2026-03-02T10:03:00.000Z'])
    await ask(first).expect(401)
  })

  it('has a fresh secret at every sign-in, which ends the session that came with it', async () => {
    const { signIn, ask, listed } = await withAda()
    const before = await signIn()
    const planted = await signIn({ Cookie: `offing_session=${'p'.repeat(43)}` })
    expect(planted).not.toContain('ppp')

    const after = await signIn({ Cookie: before })

    expect(after).not.toBe(before)
    await ask(before).expect(401)
    await ask(planted).expect(200)
    expect(await listed(after)).toHaveLength(2)
  })
})

describe('one’s own sessions', () => {
  it('are listed with when, how, from where and with what, and never with their secret', async () => {
    const { signIn, listed, minutes } = await withAda()
    const office = await signIn({ 'User-Agent': chrome })
    minutes(5)
    const phone = await signIn({ 'User-Agent': 'curl/8.5.0' })

    const items = await listed(phone)

    expect(items).toMatchObject([
      { program: 'curl', way: 'password', isThis: true, isComplete: true, startedAt: '2026-03-02T09:05:00.000Z' },
      { program: 'Chrome on Windows', isThis: false, lastUsedAt: '2026-03-02T09:00:00.000Z' },
    ])
    expect(items[0]!.address).toMatch(/127\.0\.0\.1|::1/)
    for (const cookie of [office, phone]) expect(JSON.stringify(items)).not.toContain(cookie.split('=')[1])
  })

  it('end one by one, or all others at once, and the trail says so', async () => {
    const { signIn, ask, listed, registry } = await withAda()
    const [a, b, c] = [await signIn(), await signIn(), await signIn()]
    const other = (await listed(c)).find(({ isThis }) => !isThis)!

    await ask(c, 'delete', `/own-account/sessions/${other.id}`).expect(204)
    await ask(c, 'delete', `/own-account/sessions/${other.id}`).expect(404)
    expect(await listed(c)).toHaveLength(2)
    await ask(c, 'delete', '/own-account/sessions').expect(204)

    expect(await listed(c)).toMatchObject([{ isThis: true }])
    for (const cookie of [a, b]) await ask(cookie).expect(401)
    const ended = (await auditTrail(registry.read)).filter(({ action }) => action === 'session.end')
    expect(ended).toHaveLength(2)
  })

  it('of somebody else cannot be ended, nor told from none', async () => {
    const { signIn, listed, scanner, ask, ada } = await withAda()
    const cookie = await signIn()
    const [{ id }] = (await listed(cookie)) as [OneSession]

    const theirs = await scanner.delete(`/own-account/sessions/${id}`).expect(404)
    const none = await scanner.delete('/own-account/sessions/00000000-0000-7000-8000-000000000000').expect(404)

    expect(theirs.body.detail).toBe(none.body.detail)
    await scanner.get(`/accounts/${ada.id}/sessions`).expect(403)
    await scanner.delete(`/accounts/${ada.id}/sessions`).expect(403)
    await ask(cookie).expect(200)
  })
})

describe('an administrator', () => {
  it('sees and ends the sessions of an account, and of that account alone', async () => {
    const { signIn, ask, ada, addPerson, scanner, registry } = await withAda()
    const admin = await addPerson(['admin'])
    const [a, b] = [await signIn(), await signIn()]
    const { items } = (await admin.get(`/accounts/${ada.id}/sessions`).expect(200)).body
    expect(items).toHaveLength(2)

    await admin.delete(`/accounts/${scanner.account}/sessions/${items[0].id}`).expect(404)
    await admin.delete(`/accounts/${ada.id}/sessions/${items[0].id}`).expect(204)
    expect((await admin.get(`/accounts/${ada.id}/sessions`)).body.total).toBe(1)
    await admin.delete(`/accounts/${ada.id}/sessions`).expect(204)

    for (const cookie of [a, b]) await ask(cookie).expect(401)
    await scanner.get('/session').expect(200)
    const last = (await auditTrail(registry.read)).at(-1)
    expect(last).toMatchObject({ actor: admin.account, action: 'session.end', objectId: ada.id })
    await admin.get('/accounts/nobody/sessions').expect(404)
    await admin.delete('/accounts/nobody/sessions').expect(404)
  })
})
