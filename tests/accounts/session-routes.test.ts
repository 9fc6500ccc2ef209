import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { findAccountByEmail } from '../../db/accounts.ts'
import { findKeptResult } from '../../db/idempotency.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const password = 'a long enough phrase'
const by = { account: null, at: '2026-01-05T09:00:00.000Z' }

describe('POST /session', () => {
  it('signs in with a password and out again', async () => {
    const { app, registry } = await createTestRegistry()
    await addAccount(registry, { name: 'Ada Scott', email: 'Ada@Example.org', roles: ['lead'], password }, by)
    const browser = request.agent(app)

    const opened = await browser.post('/api/v1/session').send({ email: 'ada@example.ORG', password }).expect(201)

    expect(opened.headers['set-cookie']![0]).toMatch(
      /^offing_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    )
    expect(opened.body.account).toMatchObject({ name: 'Ada Scott', roles: ['lead'] })
    expect(opened.body.actions).toContain('ratings.record')
    await browser.get('/api/v1/session').expect(200)
    await browser.delete('/api/v1/session').expect(204)
    await browser.get('/api/v1/session').expect(401)
  })

  it('opens a session of its own each time, whatever Idempotency-Key comes with it, and keeps none', async () => {
    const { registry, nobody, app } = await createTestRegistry()
    await addAccount(registry, { name: 'Ada', email: 'ada@example.org', roles: ['lead'], password }, by)

    const cookies: string[] = []
    for (let n = 0; n < 2; n++) {
      const opened = await nobody
        .post('/session', { email: 'ada@example.org', password })
        .set('Idempotency-Key', 'the-same')
        .expect(201)
      cookies.push(opened.headers['set-cookie']![0]!.split(';')[0]!)
    }

    expect(new Set(cookies).size).toBe(2)
    for (const cookie of cookies) await request(app).get('/api/v1/session').set('Cookie', cookie).expect(200)
    const account = await findAccountByEmail(registry.read, 'ada@example.org')
    // A digest of the request would be one of the password, made without salt and at once.
    expect(await findKeptResult(registry.read, account!.id, 'the-same')).toBeUndefined()
  })

  it('gives the same answer for an unknown address and a wrong password, and repeats neither', async () => {
    const { registry, nobody } = await createTestRegistry()
    await addAccount(registry, { name: 'Ada Scott', email: 'ada@example.org', roles: ['board'], password }, by)

    const unknown = await nobody.post('/session', { email: 'bob@example.org', password: 'hunter2-hunter2' }).expect(401)
    const wrong = await nobody.post('/session', { email: 'ada@example.org', password: 'hunter2-hunter2' }).expect(401)

    expect(wrong.body.detail).toBe(unknown.body.detail)
    expect(wrong.text).not.toContain('hunter2')
    const malformed = await nobody.post('/session', { email: 'ada@example.org', password: 12345678 }).expect(422)
    expect(malformed.text).not.toContain('12345678')
  })

  it('ends the session after twelve hours', async () => {
    let now = new Date('2026-01-05T09:00:00.000Z')
    const { nobody, registry } = await createTestRegistry({ now: () => now })
    await addAccount(registry, { name: 'Ada Scott', email: 'ada@example.org', roles: ['board'], password }, by)
    const opened = await nobody.post('/session', { email: 'ada@example.org', password }).expect(201)
    const cookie = opened.headers['set-cookie']![0]!.split(';')[0]!
    const read = () => nobody.get('/specialisms').set('Cookie', cookie)

    for (let minute = 50; minute < 12 * 60; minute += 50) {
      now = new Date(Date.UTC(2026, 0, 5, 9, minute))
      await read().expect(200)
    }
    await nobody
      .get('/specialisms')
      .set('Cookie', `offing_session=${'x'.repeat(43)}`)
      .expect(401)
    now = new Date('2026-01-05T21:00:00.000Z')
    await read().expect(401)
  })

  it('makes the cookie secure and bound to its host behind TLS', async () => {
    const settings = { OFFING_ORIGIN: 'https://offing.example.nhs.uk' }
    const { registry, nobody } = await createTestRegistry({ settings })
    await addAccount(registry, { name: 'Ada Scott', email: 'ada@example.org', roles: ['board'], password }, by)

    const opened = await nobody.post('/session', { email: 'ada@example.org', password }).expect(201)

    expect(opened.headers['set-cookie']![0]).toMatch(/^__Host-offing_session=.*; Secure; SameSite=Lax$/)
  })

  it('takes behind TLS no token under the name that a page of a neighbouring host could set', async () => {
    const settings = { OFFING_ORIGIN: 'https://offing.example.nhs.uk' }
    const { registry, nobody } = await createTestRegistry({ settings })
    await addAccount(registry, { name: 'Ada Scott', email: 'ada@example.org', roles: ['board'], password }, by)
    const opened = await nobody.post('/session', { email: 'ada@example.org', password }).expect(201)
    const bound = opened.headers['set-cookie']![0]!.split(';')[0]!
    const unbound = bound.replace('__Host-', '')

    await nobody.get('/session').set('Cookie', unbound).expect(401)
    await nobody
      .get('/session')
      .set('Cookie', `${unbound.replace(/=.*/, '=theirs')}; ${bound}`)
      .expect(200)
  })

  it('repeats no password of a body that has another shape', async () => {
    const { nobody } = await createTestRegistry()

    for (const body of [['ada@example.org', 'hunter2-hunter2'], [{ password: 'hunter2-hunter2' }]])
      expect((await nobody.post('/session', body).expect(422)).text).not.toContain('hunter2')
  })

  it('ends in every window at once, and leaves other sessions of the same person alone', async () => {
    const { registry, nobody } = await createTestRegistry()
    await addAccount(registry, { name: 'Ada Scott', email: 'ada@example.org', roles: ['board'], password }, by)
    const open = async () =>
      (await nobody.post('/session', { email: 'ada@example.org', password })).headers['set-cookie']![0]!.split(';')[0]!
    const [here, elsewhere] = [await open(), await open()]
    await nobody.get('/specialisms').set('Cookie', here).expect(200)

    await nobody.delete('/session').set('Cookie', here).expect(204)

    await nobody.get('/specialisms').set('Cookie', here).expect(401)
    await nobody.delete('/session').set('Cookie', here).expect(401)
    await nobody.get('/specialisms').set('Cookie', elsewhere).expect(200)
  })
})

describe('looking around the demonstration', () => {
  it('is offered and accepted where socket, Host and the absence of forwarding say that the visitor is local', async () => {
    const { nobody } = await createTestRegistry({ demonstration: true })

    const { body } = await nobody.get('/about').expect(200)

    expect(body).toMatchObject({ demonstration: true, organisation: 'Test trust' })
    expect(body.lookAround.map((one: { role: string }) => one.role).sort()).toEqual([
      'admin',
      'board',
      'lead',
      'scanner',
    ])
    const opened = await nobody.post('/session/look-around', { role: 'board' }).expect(201)
    expect(opened.body.account).toMatchObject({ roles: ['board'], lookAround: true })
  })

  it('is neither offered nor accepted where any of them says otherwise', async () => {
    const settings = { OFFING_HOSTS: 'offing.example.nhs.uk, 127.0.0.1.evil.example' }
    const { nobody } = await createTestRegistry({ demonstration: true, settings })
    const signs = [
      ['Host', 'offing.example.nhs.uk'],
      ['Host', '127.0.0.1.evil.example'],
      ['X-Forwarded-For', '127.0.0.1'],
      ['Forwarded', 'for=127.0.0.1'],
      ['X-Real-IP', '127.0.0.1'],
      ['Via', '1.1 proxy'],
    ] as const

    for (const [header, value] of signs) {
      expect((await nobody.get('/about').set(header, value).expect(200)).body.lookAround).toEqual([])
      await nobody.post('/session/look-around', { role: 'board' }).set(header, value).expect(404)
    }
  })

  it('is neither offered nor accepted behind a proxy, even one that passes requests on without any sign of it', async () => {
    const settings = { OFFING_ORIGIN: 'https://offing.example.nhs.uk' }
    const { nobody } = await createTestRegistry({ demonstration: true, settings })

    expect((await nobody.get('/about').expect(200)).body.lookAround).toEqual([])
    await nobody.post('/session/look-around', { role: 'board' }).expect(404)
  })

  it('is not offered by a registry without a demonstration, whose accounts no empty password opens', async () => {
    const { nobody } = await createTestRegistry()

    expect((await nobody.get('/about')).body).toMatchObject({ demonstration: false, lookAround: [] })
    await nobody.post('/session/look-around', { role: 'board' }).expect(404)
    await nobody.post('/session', { email: 'person-1@test.example', password: ' ' }).expect(401)
  })
})

describe('adding an account', () => {
  it('refuses a short password and an address that is taken', async () => {
    const { registry } = await createTestRegistry()
    const request = { name: 'Ada', email: 'ada@example.org', roles: ['board' as const], password }
    await addAccount(registry, request, by)

    await expect(addAccount(registry, { ...request, email: 'ADA@example.org' }, by)).rejects.toThrow('already')
    await expect(addAccount(registry, { ...request, email: 'b@example.org', password: 'short' }, by)).rejects.toThrow(
      '15',
    )
  })
})
