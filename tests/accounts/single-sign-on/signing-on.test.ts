import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { addAccount } from '../../../api/accounts/commands.ts'
import { forgetIdentities } from '../../../api/accounts/single-sign-on/forget-commands.ts'
import type { Role } from '../../../api/contract/session.ts'
import { findAccountByEmail } from '../../../db/accounts.ts'
import { auditTrail } from '../../../db/audit.ts'
import { addRole } from '../../../db/people.ts'
import { origin, type SignInProvider, startSignInProvider } from '../../support/sign-in-provider.ts'
import { SigningOn } from '../../support/signing-on.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../../support/test-registry.ts'

let provider: SignInProvider

beforeAll(async () => {
  provider = await startSignInProvider()
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.people.clear()
  provider.people.set('ada', { name: 'Ada Scott', email: 'Ada@Example.org', email_verified: true })
  delete provider.hooks.tokens
})
afterEach(closeTestRegistries)

/** A registry that the provider, which knows Ada, signs people in to; `person` is somebody with a browser. */
async function registryWithProvider(settings: Record<string, string> = {}, now?: () => Date) {
  const test = await createTestRegistry({ settings: { ...provider.settings, ...settings }, ...(now && { now }) })
  return { ...test, person: new SigningOn(test) }
}

const by = { account: null, at: '2026-01-05T09:00:00.000Z' }

async function addLocal(registry: TestRegistry['registry'], email: string, roles: Role[], lookAround = false) {
  return addAccount(registry, { name: 'Known Already', email, roles, password: null, lookAround }, by)
}

async function giveRole(registry: TestRegistry['registry'], email: string, role: Role) {
  const { id } = (await findAccountByEmail(registry.read, email))!
  await registry.transaction((trx) => addRole(trx, id, role))
}

const byGroups = { OIDC_ROLES_CLAIM: 'groups', OIDC_ROLES: 'scan=scanner,papers=board,scan=admin' }
const inGroups = (...groups: string[]) => ({
  name: 'Ada Scott',
  email: 'ada@example.org',
  email_verified: true,
  groups,
})

describe('single sign-on', () => {
  it('signs in, with a code and proof of who asked for it, and leads to the page that was asked for', async () => {
    const { registry, person, nobody } = await registryWithProvider()
    const { id } = await addLocal(registry, 'ada@example.org', ['board'])
    expect((await nobody.get('/about').expect(200)).body).toMatchObject({
      singleSignOn: { name: 'your organisation’s account' },
      localAccounts: true,
    })

    const address = new URL(await person.start('/ranking?lens=specialism:genomics'))
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile email',
      redirect_uri: `${origin}/api/v1/single-sign-on/callback`,
    })
    const page = await person.back(await person.atProvider.signIn(address.href, 'ada'))

    expect(page).toBe('/ranking?lens=specialism:genomics')
    expect((await person.get('/session').expect(200)).body.account).toMatchObject({ id, name: 'Known Already' })
  })

  it('knows somebody again by what the provider calls them, whatever has become of their address', async () => {
    const { app, registry, person } = await registryWithProvider()
    const { id } = await addLocal(registry, 'ada@example.org', ['board'])
    await person.signIn('ada')
    provider.people.set('ada', { name: 'Ada Jones', email: 'ada.jones@example.org', email_verified: true })

    const later = new SigningOn({ app })
    await later.signIn('ada')

    expect((await later.get('/session').expect(200)).body.account).toMatchObject({ id, name: 'Known Already' })
  })

  it('writes down the link, the roles and the sign-in, and neither token nor address', async () => {
    const { registry, person } = await registryWithProvider(byGroups)
    provider.people.set('ada', inGroups('papers'))
    await person.signIn('ada')

    const trail = await auditTrail(registry.read)

    expect(trail.slice(-4).map(({ action }) => action)).toEqual([
      'account.add',
      'account.link',
      'account.change',
      'session.open',
    ])
    expect(trail.at(-1)!.details).toEqual({ way: 'single-sign-on', awaits: null })
    expect(JSON.stringify(trail)).not.toMatch(/ada@example|eyJ/i)
  })

  it('makes one account when the same person comes for the first time by two browsers at once', async () => {
    const { app, registry } = await registryWithProvider(byGroups)
    provider.people.set('ada', inGroups('papers'))
    const browsers = [new SigningOn({ app }), new SigningOn({ app })]
    const addresses: string[] = []
    for (const browser of browsers) addresses.push(await browser.atProvider.signIn(await browser.start(), 'ada'))

    const pages = await Promise.all(browsers.map((browser, i) => browser.back(addresses[i]!)))

    expect(pages).toEqual(['/', '/'])
    const trail = await auditTrail(registry.read)
    expect(trail.filter(({ action }) => action === 'account.link')).toHaveLength(1)
  })
})

describe('somebody whom the registry does not know', () => {
  it('gets an account without a role and no session, until an administrator gives a role', async () => {
    const { registry, person } = await registryWithProvider()

    expect(await person.signIn('ada')).toBe('/sign-in?problem=no-role')
    await person.get('/session').expect(401)

    await giveRole(registry, 'ada@example.org', 'board')
    expect(await person.signIn('ada')).toBe('/')
    expect((await person.get('/session').expect(200)).body.account).toMatchObject({
      name: 'Ada Scott',
      roles: ['board'],
    })
  })

  it('is refused where nobody has checked the address, or there is none', async () => {
    const { person } = await registryWithProvider(byGroups)
    for (const [claims, problem] of [
      [{ email: 'ada@example.org', email_verified: false, groups: ['scan'] }, 'address-not-checked'],
      [{ email: 'ada@example.org', groups: ['scan'] }, 'address-not-checked'],
      [{ groups: ['scan'] }, 'no-address'],
      [{ email: 'no address', email_verified: true, groups: ['scan'] }, 'no-address'],
    ] as const) {
      provider.people.set('ada', claims)
      expect(await person.signIn('ada')).toBe(`/sign-in?problem=${problem}`)
    }
    await person.get('/session').expect(401)
  })

  it('may come with an address of which the provider says nothing, where the organisation vouches for it', async () => {
    const test = await registryWithProvider({ ...byGroups, OIDC_TRUST_EMAIL: 'on' })
    const { person } = test
    provider.people.set('ada', { email: 'ada@example.org', groups: ['scan'] })
    expect(await person.signIn('ada')).toBe('/')

    provider.people.set('bob', { email: 'bob@example.org', email_verified: false, groups: ['scan'] })
    expect(await new SigningOn(test).signIn('bob')).toBe('/sign-in?problem=address-not-checked')
  })
})

describe('an account with the address that the provider has checked', () => {
  it('is not opened where it is switched off, a made-up one to look around as, or already somebody else’s', async () => {
    const test = await registryWithProvider()
    const { registry, person } = test
    const { id } = await addLocal(registry, 'ada@example.org', ['admin'])
    await person.signIn('ada')
    provider.people.set('newcomer', { name: 'Ada Newcomer', email: 'ada@example.org', email_verified: true })
    expect(await new SigningOn(test).signIn('newcomer')).toBe('/sign-in?problem=address-taken')

    await addLocal(registry, 'helen@example.org', ['board'], true)
    provider.people.set('helen', { name: 'Helen', email: 'helen@example.org', email_verified: true })
    expect(await new SigningOn(test).signIn('helen')).toBe('/sign-in?problem=address-taken')

    await test.world.trail.writeDown()
    const refusals = (await auditTrail(registry.read)).filter(({ action }) => action === 'refuse')
    expect(refusals[0]).toMatchObject({ actor: null, objectKind: 'account', objectId: id })
    expect(refusals[0]!.details).toMatchObject({ operation: 'finishSingleSignOn', status: 401 })

    await switchOff(registry, id)
    expect(await new SigningOn(test).signIn('ada')).toBe('/sign-in?problem=switched-off')
    const bob = await addLocal(registry, 'bob@example.org', ['admin'])
    await switchOff(registry, bob.id)
    provider.people.set('bob', { name: 'Bob', email: 'bob@example.org', email_verified: true })
    expect(await new SigningOn(test).signIn('bob')).toBe('/sign-in?problem=switched-off')
  })

  it('is found anew once what the provider called its owner is forgotten, as when it calls everybody something else', async () => {
    const test = await registryWithProvider()
    const { id } = await addLocal(test.registry, 'ada@example.org', ['board'])
    await test.person.signIn('ada')
    provider.people.set('ada-2', { name: 'Ada Scott', email: 'ada@example.org', email_verified: true })
    const person = new SigningOn(test)
    expect(await person.signIn('ada-2')).toBe('/sign-in?problem=address-taken')

    expect(await forgetIdentities(test.registry, 'nobody@example.org', by)).toBe(0)
    expect(await forgetIdentities(test.registry, 'Ada@example.org', by)).toBe(1)

    expect(await person.signIn('ada-2')).toBe('/')
    expect((await person.get('/session').expect(200)).body.account.id).toBe(id)
  })

  it('is a panel member’s, invited by that address', async () => {
    const { given, scanner, person } = await registryWithProvider()
    const scan = await given.scan({ genomics: 0 })
    const rows = [{ name: 'Ann One', email: 'ada@example.org', specialisms: ['genomics'] }]
    await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)

    expect(await person.signIn('ada', '/my-answers')).toBe('/my-answers')

    expect((await person.get('/session').expect(200)).body.account).toMatchObject({ name: 'Ann One', roles: ['lead'] })
  })
})

describe('roles from a claim', () => {
  it('are what the claim says, each time anew', async () => {
    const { person } = await registryWithProvider(byGroups)
    const rolesWith = async (...groups: string[]) => {
      provider.people.set('ada', inGroups(...groups))
      const page = await person.signIn('ada')
      return page === '/' ? (await person.get('/session').expect(200)).body.account.roles.sort() : page
    }

    expect(await rolesWith('scan', 'papers', 'unheard of')).toEqual(['admin', 'board', 'scanner'])
    expect(await rolesWith('papers')).toEqual(['board'])
    expect(await rolesWith('unheard of')).toBe('/sign-in?problem=no-role')
    expect(await rolesWith()).toBe('/sign-in?problem=no-role')
  })

  it('leave a panel member their own, which an invitation gave', async () => {
    const { given, scanner, person } = await registryWithProvider(byGroups)
    const scan = await given.scan({ genomics: 0 })
    const rows = [{ name: 'Ann One', email: 'ada@example.org', specialisms: ['genomics'] }]
    await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)
    provider.people.set('ada', inGroups('papers'))

    await person.signIn('ada')
    expect((await person.get('/session')).body.account.roles.sort()).toEqual(['board', 'lead'])

    provider.people.set('ada', inGroups())
    await person.signIn('ada')
    expect((await person.get('/session')).body.account.roles).toEqual(['lead'])
  })

  it('may stand deeper in what the provider says', async () => {
    const { person } = await registryWithProvider({ ...byGroups, OIDC_ROLES_CLAIM: 'realm_access.roles' })
    provider.people.set('ada', { email: 'a@example.org', email_verified: true, realm_access: { roles: ['papers'] } })
    expect(await person.signIn('ada')).toBe('/')
    expect((await person.get('/session')).body.account.roles).toEqual(['board'])
  })
})

async function switchOff(registry: TestRegistry['registry'], account: string) {
  await registry.transaction((trx) =>
    trx.updateTable('accounts').set({ switched_off: 1 }).where('id', '=', account).execute(),
  )
}
