import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import type { AccessToken, MakeTokenRequest, NewToken } from '../../api/contract/tokens.ts'
import { closeTestRegistries, createTestRegistry, machine, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const robot = { name: 'Dashboard', role: 'scanner', days: 90 } as const

async function withAdmin(options: Parameters<typeof createTestRegistry>[0] = {}) {
  const made = await createTestRegistry(options)
  const admin = await made.addPerson(['admin'])
  const make = async (request: Partial<MakeTokenRequest> = {}) => {
    const { body } = await admin.post('/tokens', { ...robot, ...request }).expect(201)
    const { token, secret } = body as NewToken
    return { ...token, secret, asks: machine(made.app, secret) }
  }
  return { ...made, admin, make }
}

const listed = async (admin: Visitor): Promise<AccessToken[]> => (await admin.get('/tokens').expect(200)).body.items

describe('an access token', () => {
  it('is shown once, kept as a digest only, and listed with who made it', async () => {
    const { admin, make, file } = await withAdmin({ now: () => new Date('2026-03-01T09:00:00Z') })

    const { secret } = await make()

    expect(secret).toMatch(/^offing_[\w-]{43}$/)
    expect(await listed(admin)).toEqual([
      expect.objectContaining({ ...robotRow, createdBy: 'admin 2', expiresAt: '2026-05-30T09:00:00.000Z' }),
    ])
    const raw = new Sqlite(file, { readonly: true })
    const tables = raw.prepare("select name from sqlite_master where type = 'table' and name not like '%fts%'").all()
    const everything = (tables as { name: string }[]).map(({ name }) => raw.prepare(`select * from ${name}`).all())
    raw.close()
    expect(JSON.stringify(everything)).not.toContain(secret.slice(7))
  })

  it('reads and writes as its role, and what it did says so', async () => {
    const { make, given, admin } = await withAdmin()
    const { asks, id } = await make()
    await given.technology('Monitor')

    await asks.get('/technologies').expect(200)
    await asks.post('/technologies/monitor/notes', { text: 'Seen again.' }).expect(201)

    const { items } = (await admin.get('/technologies/monitor/notes').expect(200)).body
    expect(items[0].by).toBe('Token: Dashboard')
    const session = (await asks.get('/session').expect(200)).body
    expect(session.account).toMatchObject({ name: 'Token: Dashboard', roles: ['scanner'] })
    expect(session.actions).not.toContain('editions.publish')
    expect((await listed(admin)).find((one) => one.id === id)!.lastUsedAt).not.toBeNull()
  })

  it('stands in the trail as itself, with what it did', async () => {
    const { make, file } = await withAdmin()
    const { asks, id } = await make()

    await asks.post('/signals', { title: 'A better stethoscope' }).expect(201)

    const raw = new Sqlite(file, { readonly: true })
    const last = raw.prepare('select via, actor_id from audit_entries order by seq desc limit 1').get()
    const account = raw.prepare('select account_id from access_tokens').pluck().get()
    raw.close()
    expect(last).toEqual({ via: `token:${id}`, actor_id: account })
  })

  it('may not do what takes a person, though its role may', async () => {
    const { make, given, admin } = await withAdmin()
    const [scanner, lord] = [await make(), await make({ name: 'Lord', role: 'admin' })]
    const scan = await given.scan()

    await scanner.asks.post(`/scans/${scan.slug}/panel`, { account: admin.account, specialisms: [] }).expect(403)
    await scanner.asks.post(`/scans/${scan.slug}/messages/rendered`, {}).expect(403)
    await lord.asks
      .post('/tokens', robot)
      .expect(403)
      .expect('WWW-Authenticate', /insufficient_scope/)
    await lord.asks.delete(`/tokens/${scanner.id}`).expect(403)
    await lord.asks.post('/session', { email: 'a@example.org', password: 'x' }).expect(403)
    await lord.asks.get('/tokens').expect(200)
  })

  it('needs no sign of where the request came from, as a browser sends it by nobody’s leave', async () => {
    const { make } = await withAdmin()
    const { asks } = await make()
    const signal = { title: 'A better stethoscope' }
    await asks.post('/signals', signal).set('Origin', 'https://elsewhere.example').expect(201)
  })

  it('counts in place of a cookie, and a bad one is refused though the cookie is good', async () => {
    const { app, make, admin, scanner } = await withAdmin()
    const { secret } = await make({ role: 'board' })
    const cookie = `offing_session=token-of-${scanner.account}`

    await machine(app, secret, cookie).get('/signals').expect(403)
    await machine(app, `offing_${'x'.repeat(43)}`, cookie)
      .get('/signals')
      .expect(401)
    for (const wrong of ['', 'nonsense', `token-of-${admin.account}`, `${secret} ${secret}`, 'x'.repeat(5000)])
      await machine(app, wrong, cookie)
        .get('/signals')
        .expect(401)
        .expect('WWW-Authenticate', /invalid_token/)
  })

  it('opens nothing as a cookie', async () => {
    const { nobody, make } = await withAdmin()
    const { secret } = await make()
    await nobody.get('/signals').set('Cookie', `offing_session=${secret}`).expect(401)
  })

  it('leaves other schemes alone, which are a proxy’s own', async () => {
    const { admin } = await withAdmin()
    await admin.get('/tokens').set('Authorization', 'Basic dXNlcjpwYXNz').expect(200)
  })

  it('ends when it was to end', async () => {
    let now = new Date('2026-03-01T09:00:00Z')
    const { make, admin } = await withAdmin({ now: () => now })
    const { asks } = await make({ days: 1 })
    expect((await listed(admin))[0]!.state).toBe('ends-soon')

    now = new Date('2026-03-02T08:59:59Z')
    await asks.get('/technologies').expect(200)
    now = new Date('2026-03-02T09:00:00Z')
    await asks.get('/technologies').expect(401)
  })

  it('is revoked at once and for good, and its name may be used again', async () => {
    const { make, admin } = await withAdmin()
    const { asks, id } = await make()
    await admin.post('/tokens', { ...robot, name: 'DASHBOARD' }).expect(422)
    await asks.get('/technologies').expect(200)

    await admin.delete(`/tokens/${id}`).expect(204)

    await asks.get('/technologies').expect(401)
    const [revoked] = await listed(admin)
    expect(revoked).toMatchObject({ state: 'revoked' })
    await admin.delete(`/tokens/${id}`).expect(204)
    expect(await listed(admin)).toEqual([revoked])
    await make()
  })

  it('is written down as used once a minute, not by the request itself', async () => {
    const { make, world, registry, file } = await withAdmin()
    const { asks, id } = await make()
    const used = () => {
      const raw = new Sqlite(file, { readonly: true })
      const at = raw.prepare('select last_used_at from access_tokens where id = ?').pluck().get(id)
      raw.close()
      return at
    }

    const before = registry.dataVersion()
    await asks.get('/technologies').expect(200)
    expect([used(), registry.dataVersion()]).toEqual([null, before])

    await world.tokens.writeDown()
    expect(used()).toMatch(/^2\d{3}-/)
  })
})

describe('POST /tokens', () => {
  it.each([
    ['a role that answers', { role: 'lead' }],
    ['more than a leap year', { days: 367 }],
    ['no time at all', { days: 0 }],
    ['a name of nothing', { name: ' ' }],
    ['a name that is too long', { name: 'x'.repeat(81) }],
    ['a field that is not there', { secret: 'mine' }],
  ])('refuses %s', async (_, change) => {
    const { admin } = await withAdmin()
    await admin.post('/tokens', { ...robot, ...change }).expect(422)
  })

  it('is for administrators, and keeps no secret with an Idempotency-Key', async () => {
    const { admin, scanner, nobody, file } = await withAdmin()
    await scanner.post('/tokens', robot).expect(403)
    await nobody.post('/tokens', robot).expect(401).expect('WWW-Authenticate', 'Bearer realm="Offing"')
    await admin.delete('/tokens/unknown').expect(404)

    const { secret } = (await admin.post('/tokens', robot).set('Idempotency-Key', 'one').expect(201)).body
    const raw = new Sqlite(file, { readonly: true })
    expect(JSON.stringify(raw.prepare('select * from idempotency_keys').all())).not.toContain(secret)
    raw.close()
  })
})

const robotRow = { name: 'Dashboard', role: 'scanner', state: 'good', lastUsedAt: null, revokedAt: null }
