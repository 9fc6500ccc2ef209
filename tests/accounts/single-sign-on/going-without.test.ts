import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { addAccount } from '../../../api/accounts/commands.ts'
import { createApp } from '../../../api/app.ts'
import { apiRoot } from '../../../api/contract/paths.ts'
import { readSettings } from '../../../api/settings.ts'
import { createWorld } from '../../../api/world.ts'
import { origin, type SignInProvider, startSignInProvider } from '../../support/sign-in-provider.ts'
import { SigningOn } from '../../support/signing-on.ts'
import { closeTestRegistries, createTestRegistry } from '../../support/test-registry.ts'

let provider: SignInProvider

beforeEach(async () => {
  provider = await startSignInProvider()
  provider.people.set('ada', { email: 'ada@example.org', email_verified: true, groups: ['papers'] })
})
afterEach(async () => {
  await closeTestRegistries()
  await provider.stop().catch(() => {})
})

const roles = { OIDC_ROLES_CLAIM: 'groups', OIDC_ROLES: 'papers=board' }

async function registryWithProvider(settings: Record<string, string> = {}) {
  const test = await createTestRegistry({ settings: { ...provider.settings, ...roles, ...settings } })
  return { ...test, person: new SigningOn(test) }
}

const password = 'a long enough phrase'
const by = { account: null, at: '2026-01-05T09:00:00.000Z' }
const bob = { name: 'Bob', email: 'bob@example.org', roles: ['board' as const], password }

describe('a provider that is away', () => {
  it('is told in plain words, stops nobody with an account of the registry, and is asked again', async () => {
    const { app, registry, nobody, person } = await registryWithProvider()
    await addAccount(registry, bob, by)
    await provider.stop()

    const { body } = await nobody.get('/single-sign-on/start').expect(503)
    expect(body.detail).toMatch(/does not answer just now. Try again in a few minutes/)
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|fetch/)
    await request(app)
      .get(`${apiRoot}/single-sign-on/start?next=/ranking`)
      .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
      .expect(303)
      .expect('Location', '/sign-in?problem=unavailable&next=%2Franking')
    await nobody.post('/session', { email: bob.email, password }).expect(201)

    await provider.startAgain()
    expect(await person.signIn('ada')).toBe('/')
  })

  it('while somebody is on the way back is told on the sign-in page', async () => {
    const { person } = await registryWithProvider()
    const address = await person.atProvider.signIn(await person.start(), 'ada')
    await provider.stop()
    expect(await person.back(address)).toBe('/sign-in?problem=unavailable')
  })
})

describe('a provider behind a proxy', () => {
  it('is asked through it, unless the proxy is not for that host', async () => {
    const proxy = await startProxy()
    const HTTP_PROXY = `http://127.0.0.1:${proxy.port}`
    const { person } = await registryWithProvider({ HTTP_PROXY })
    expect(await person.signIn('ada')).toBe('/')
    expect(proxy.asked.length).toBeGreaterThan(0)

    proxy.asked.length = 0
    const direct = await registryWithProvider({ HTTP_PROXY, NO_PROXY: '127.0.0.1' })
    expect(await direct.person.signIn('ada')).toBe('/')
    expect(proxy.asked).toEqual([])
    await proxy.stop()
  })
})

/** Passes bytes on, and keeps where to. */
async function startProxy() {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer()
  server.on('connect', ({ url }, socket: Socket) => {
    asked.push(url!)
    const [host, port] = url!.split(':')
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      there.pipe(socket).pipe(there)
    })
    for (const one of [there, socket]) sockets.add(one.on('error', () => one.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { asked, stop, port: (server.address() as AddressInfo).port }
}

describe('signing out', () => {
  it('ends the session here, then leads to the provider, which ends its own and leads back', async () => {
    const { person } = await registryWithProvider()
    await person.signIn('ada')

    const { body } = await person.agent.delete(`${apiRoot}/session`).expect(200)

    await person.get('/session').expect(401)
    expect(body.continueAt).toContain(`${provider.issuer}/session/end?`)
    expect(await person.atProvider.signOut(body.continueAt)).toBe(`${origin}/sign-in`)
    expect((await person.atProvider.ask(await person.start())).location).toMatch(/\/interaction\//)
  })

  it('ends the session also where the provider cannot be asked how it signs out', async () => {
    const { registry, world, person } = await registryWithProvider()
    await person.signIn('ada')
    const startedAnew = createApp(createWorld({ registry, settings: world.settings }), pino({ level: 'silent' }))
    await provider.stop()

    await request(startedAnew).delete(`${apiRoot}/session`).set('Cookie', person.cookies()).expect(204)

    await person.get('/session').expect(401)
  })

  it('of an account of the registry leads nowhere else', async () => {
    const { app, registry } = await registryWithProvider()
    await addAccount(registry, bob, by)
    const browser = request.agent(app)
    await browser.post(`${apiRoot}/session`).send({ email: bob.email, password }).expect(201)
    await browser.delete(`${apiRoot}/session`).expect(204)
  })
})

describe('a registry without local accounts', () => {
  const off = { OFFING_LOCAL_ACCOUNTS: 'off', OIDC_NAME: 'NHS login' }

  it('takes no password and no link, also of an account that has one, and says how to sign in', async () => {
    const { registry, nobody, person } = await registryWithProvider(off)
    await addAccount(registry, bob, by)

    expect((await nobody.get('/about')).body).toMatchObject({
      localAccounts: false,
      singleSignOn: { name: 'NHS login' },
    })
    const { body } = await nobody.post('/session', { email: bob.email, password }).expect(404)
    expect(body.detail).toContain('Sign in with NHS login.')
    await nobody.post('/first-password', { token: 'A'.repeat(43), password }).expect(404)
    expect(await person.signIn('ada')).toBe('/')
  })

  it('invites to single sign-on, and makes no link with a secret', async () => {
    const { scanner, given, addPerson } = await registryWithProvider(off)
    const scan = await given.scan({ genomics: 0 })
    const rows = [{ name: 'Ann One', email: 'ann@example.org', specialisms: ['genomics'] }]
    await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)
    await scanner.post(`/scans/${scan.slug}/messages`, { kind: 'invitation', to: 'all' }).expect(201)

    const { items } = (await scanner.post(`/scans/${scan.slug}/messages/rendered`, {}).expect(200)).body
    expect(items[0].text).toContain(`sign in with NHS login here:\n${origin}/my-answers`)
    expect(items[0].text).not.toContain('/welcome')

    const admin = await addPerson(['admin'])
    const cat = { name: 'Cat', email: 'cat@example.org', roles: ['board'], specialisms: [] }
    const { body } = await admin.post('/accounts', cat).expect(201)
    expect(body.invitation).toEqual({ mailed: false, link: `${origin}/sign-in`, expiresAt: null })
    await admin.post(`/accounts/${body.account.id}/invitation`).expect(404)
  })
})

describe('the settings', () => {
  const all = {
    OFFING_ORIGIN: 'https://offing.example.nhs.uk',
    OIDC_ISSUER: 'https://login.example.nhs.uk/realm',
    OIDC_CLIENT_ID: 'offing',
    OIDC_CLIENT_SECRET: 'a secret',
  }

  it.each([
    [{ OIDC_CLIENT_SECRET: '' }, 'The setting OIDC_CLIENT_SECRET is missing: single sign-on needs it.'],
    [{ OFFING_ORIGIN: '' }, 'The setting OFFING_ORIGIN is missing: single sign-on needs it.'],
    [{ OIDC_ISSUER: 'http://login.example.nhs.uk' }, 'OIDC_ISSUER is not right: must be the address of the provider'],
    [{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'must name the directory of one organisation'],
    [{ OIDC_ISSUER: 'https://a.example/.well-known/openid-configuration' }, 'must end before'],
    [{ OIDC_SCOPES: 'email profile' }, 'OIDC_SCOPES is not right'],
    [{ OIDC_ROLES_CLAIM: 'groups' }, 'OIDC_ROLES is missing'],
    [{ OIDC_ROLES: 'scan=scanner' }, 'OIDC_ROLES_CLAIM is missing'],
    [{ OIDC_ROLES_CLAIM: 'groups', OIDC_ROLES: 'scan=chief' }, 'OIDC_ROLES is not right'],
  ])('refuse %j', (change, says) => {
    expect(() => readSettings({ ...all, ...change })).toThrow(says)
  })

  it('let local accounts be off only where there is another way in, and repeat no secret', () => {
    expect(() => readSettings({ OFFING_LOCAL_ACCOUNTS: 'off' })).toThrow('nobody could sign in')
    expect(readSettings({ ...all, OFFING_LOCAL_ACCOUNTS: 'off' }).localAccounts).toBe(false)
    const long = 'x'.repeat(2001)
    expect(() => readSettings({ ...all, OIDC_CLIENT_SECRET: long })).toThrow(/^(?!.*xxx).*OIDC_CLIENT_SECRET/)
  })
})
