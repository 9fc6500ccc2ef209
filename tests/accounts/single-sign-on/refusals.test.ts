import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { resigned, type SignInProvider, startSignInProvider } from '../../support/sign-in-provider.ts'
import { SigningOn } from '../../support/signing-on.ts'
import { closeTestRegistries, createTestRegistry } from '../../support/test-registry.ts'

let provider: SignInProvider

beforeAll(async () => {
  provider = await startSignInProvider()
  provider.people.set('ada', { email: 'ada@example.org', email_verified: true, groups: ['papers'] })
})
afterAll(() => provider.stop())
beforeEach(() => {
  delete provider.hooks.tokens
})
afterEach(closeTestRegistries)

async function registryWithProvider(settings: Record<string, string> = {}, now?: () => Date) {
  const roles = { OIDC_ROLES_CLAIM: 'groups', OIDC_ROLES: 'papers=board' }
  const all = { ...provider.settings, ...roles, ...settings }
  const test = await createTestRegistry({ settings: all, ...(now && { now }) })
  return { ...test, person: new SigningOn(test) }
}

describe('what leads back from the provider', () => {
  it('signs in once', async () => {
    const { person } = await registryWithProvider()
    const address = await person.atProvider.signIn(await person.start(), 'ada')

    expect(await person.back(address)).toBe('/')
    expect(await person.back(address)).toBe('/sign-in?problem=expired')
  })

  it('signs in nobody with a code that was spent, whoever carries the cookie', async () => {
    const { app, person } = await registryWithProvider()
    const address = await person.atProvider.signIn(await person.start('/ranking'), 'ada')
    const cookie = person.cookies()
    await person.back(address)

    const again = new SigningOn({ app })
    again.agent.set('Cookie', cookie)

    expect(await again.back(address)).toBe('/sign-in?problem=failed&next=%2Franking')
  })

  it('signs in no other browser than the one that began, and not with another’s state', async () => {
    const { app, person } = await registryWithProvider()
    const address = await person.atProvider.signIn(await person.start(), 'ada')
    const other = new SigningOn({ app })

    expect(await other.back(address)).toBe('/sign-in?problem=expired')
    await other.start()
    expect(await other.back(address)).toBe('/sign-in?problem=expired')
    const changed = new URL(address)
    changed.searchParams.append('state', 'another')
    expect(await person.back(changed.href)).toBe('/sign-in?problem=expired')
    await person.get('/session').expect(401)
  })

  it('signs in for ten minutes after the start', async () => {
    let now = new Date()
    const { person } = await registryWithProvider({}, () => now)
    const address = await person.atProvider.signIn(await person.start(), 'ada')
    now = new Date(now.getTime() + 10 * 60_000)
    expect(await person.back(address)).toBe('/sign-in?problem=expired')
  })

  it('says that somebody has pressed Cancel there', async () => {
    const { person } = await registryWithProvider()
    expect(await person.signIn(null, '/heat-map')).toBe('/sign-in?problem=stopped&next=%2Fheat-map')
  })

  it('is of use only with all of it: nonsense in any place is told as a failure', async () => {
    const { person } = await registryWithProvider()
    for (const query of [
      '',
      '?state=',
      '?code=1',
      '?state=a&state=b',
      '?error=access_denied',
      '?state[x]=1',
      '?__proto__=1',
    ])
      expect(await person.back(`/api/v1/single-sign-on/callback${query}`)).toBe('/sign-in?problem=expired')
    const state = new URL(await person.start()).searchParams.get('state')
    expect(await person.back(`/api/v1/single-sign-on/callback?state=${state}&code=made-up`)).toBe(
      '/sign-in?problem=failed',
    )
  })

  it.each([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['another audience', { claims: { aud: 'somebody else' } }],
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['a time that is over', { claims: { exp: 1_000_000_000 } }],
    ['no signature', { head: { alg: 'none' } }],
    ['the signature of another key', { head: { kid: 'two' } }],
  ])('signs nobody in by an identity token with %s', async (_what, change) => {
    const { person } = await registryWithProvider()
    provider.hooks.tokens = (answer) => ({ ...answer, id_token: resigned(String(answer.id_token), change) })
    expect(await person.signIn('ada')).toBe('/sign-in?problem=failed')
    await person.get('/session').expect(401)
  })

  it('signs nobody in by an identity token whose claims were changed after it was signed', async () => {
    const { person } = await registryWithProvider()
    provider.hooks.tokens = (answer) => {
      const [head, claims, signature] = String(answer.id_token).split('.')
      const other = Buffer.from(claims!, 'base64url').toString().replace('"sub":"ada"', '"sub":"eve"')
      return { ...answer, id_token: [head, Buffer.from(other).toString('base64url'), signature].join('.') }
    }
    expect(await person.signIn('ada')).toBe('/sign-in?problem=failed')
  })

  it('signs in by a token that the test signed anew without changing it, so that the refusals above are of what was changed', async () => {
    const { person } = await registryWithProvider()
    provider.hooks.tokens = (answer) => ({ ...answer, id_token: resigned(String(answer.id_token), {}) })
    expect(await person.signIn('ada')).toBe('/')
  })
})

describe('the start', () => {
  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/api/v1/single-sign-on/start',
    '/sign-in',
    'javascript:alert(1)',
  ])('leads to the radar afterwards, and not to %s', async (next) => {
    const { person } = await registryWithProvider()
    expect(await person.signIn('ada', next)).toBe('/')
  })

  it('keeps what it needs in a cookie that no script reads, bound to the host behind TLS', async () => {
    const { nobody } = await registryWithProvider({ OFFING_ORIGIN: 'https://offing.example.nhs.uk' })
    const { headers } = await nobody.get('/single-sign-on/start').expect(303)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-offing_single_sign_on=[\w-]+; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('is not there where single sign-on is not set up', async () => {
    const { nobody } = await createTestRegistry()
    await nobody.get('/single-sign-on/start').expect(404)
    await nobody.get('/single-sign-on/callback?code=1&state=2').expect(404)
    expect((await nobody.get('/about')).body).toMatchObject({ singleSignOn: null, localAccounts: true })
  })
})
