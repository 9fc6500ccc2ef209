import { afterEach, describe, expect, it } from '@jest/globals'
import type { AccountRecord } from '../../api/contract/accounts.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const ann = { name: 'Ann One', email: 'Ann@Example.org', roles: ['lead'], specialisms: ['genomics'] }

async function withAdmin() {
  const registry = await createTestRegistry()
  const admin = await registry.addPerson(['admin'])
  const add = async (person: object = ann): Promise<{ account: AccountRecord; invitation: { link: string } }> =>
    (await admin.post('/accounts', person).expect(201)).body
  return { ...registry, admin, add }
}

/** All that may be changed, as it is now. */
function asItIs({ name, email, roles, specialisms, state }: AccountRecord) {
  return { name, email, roles, specialisms, switchedOff: state === 'off' }
}

async function change(admin: Visitor, account: AccountRecord, changes: object) {
  const { body, headers } = await admin.get(`/accounts/${account.id}`).expect(200)
  return admin.put(`/accounts/${account.id}`, { ...asItIs(body), ...changes }, { 'If-Match': headers.etag! })
}

describe('POST /accounts', () => {
  it('adds a person, who joins by the link and then is a lead of their specialisms', async () => {
    const { nobody, add } = await withAdmin()

    const { account, invitation } = await add()

    expect(account).toMatchObject({ name: 'Ann One', email: 'ann@example.org', state: 'invited', roles: ['lead'] })
    const token = invitation.link.split('/welcome#')[1]
    const joined = await nobody.post('/first-password', { token, password: 'quiet harbour at dawn' }).expect(201)
    expect(joined.body.account).toMatchObject({ name: 'Ann One', roles: ['lead'], specialisms: ['genomics'] })
  })

  it('refuses an address that is taken, one that is none, an unknown specialism, and one for somebody who is no lead', async () => {
    const { admin, add } = await withAdmin()
    await add()

    const pointerOf = async (changes: object) =>
      (await admin.post('/accounts', { ...ann, ...changes }).expect(422)).body.errors[0].pointer
    expect(await pointerOf({ email: 'ANN@example.org' })).toBe('/email')
    expect(await pointerOf({ email: 'ann at example' })).toBe('/email')
    expect(await pointerOf({ email: 'b@example.org', specialisms: ['alchemy'] })).toBe('/specialisms/0')
    expect(await pointerOf({ email: 'b@example.org', roles: ['board'] })).toBe('/specialisms')
    expect(await pointerOf({ email: 'b@example.org', roles: [] })).toBe('/roles')
    expect(await pointerOf({ email: 'b@example.org', roles: ['king'] })).toBe('/roles/0')
    expect(await pointerOf({ name: 'x'.repeat(121) })).toBe('/name')
  })

  it('adds one account when the same is sent again, and never keeps the link', async () => {
    const { admin, registry } = await withAdmin()
    const send = () => admin.post('/accounts', ann).set('Idempotency-Key', 'once').expect(201)

    const [first, second] = [(await send()).body, (await send()).body]

    expect(second.account.id).toBe(first.account.id)
    const kept = await registry.read.selectFrom('idempotency_keys').select('result').execute()
    expect(JSON.stringify(kept)).not.toContain(second.invitation.link.split('#')[1])
  })

  it('is for administrators alone, as is everything on accounts', async () => {
    const { scanner, addPerson, nobody, add } = await withAdmin()
    const { account } = await add()

    for (const visitor of [scanner, await addPerson(['lead']), await addPerson(['board'])]) {
      await visitor.post('/accounts', ann).expect(403)
      await visitor.get('/accounts').expect(403)
      await visitor.get(`/accounts/${account.id}`).expect(403)
      await visitor.get(`/accounts/${account.id}/data`).expect(403)
      await visitor.put(`/accounts/${account.id}`, asItIs(account), { 'If-Match': '*' }).expect(403)
      await visitor.post(`/accounts/${account.id}/erase`, { name: 'Ann One' }).expect(403)
    }
    await nobody.get('/accounts').expect(401)
  })
})

describe('GET /accounts', () => {
  it('finds people by parts of names and addresses, without accents, and by role and state', async () => {
    const { admin, add } = await withAdmin()
    await add()
    await add({ ...ann, name: 'Zoë Müller', email: 'zm@trust.example', roles: ['board'], specialisms: [] })

    const namesAt = async (query: string) =>
      (await admin.get(`/accounts?${query}`).expect(200)).body.items.map(({ name }: { name: string }) => name)
    expect(await namesAt('q=muller')).toEqual(['Zoë Müller'])
    expect(await namesAt('q=example.org')).toEqual(['Ann One'])
    expect(await namesAt('role=board&role=lead')).toEqual(['Ann One', 'Zoë Müller'])
    expect(await namesAt('state=off')).toEqual([])
    await admin.get('/accounts?role=king').expect(422)
  })

  it('goes on where a page ended, and counts all', async () => {
    const { admin, add } = await withAdmin()
    await add()

    const first = (await admin.get('/accounts?limit=2').expect(200)).body
    const second = (await admin.get(`/accounts?limit=2&cursor=${first.nextCursor}`).expect(200)).body

    expect(first).toMatchObject({ total: 3, counts: { invited: 3, off: 0, removed: 0, withoutRole: 0 } })
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['admin 2', 'Ann One', 'scanner 1'])
    expect(second.nextCursor).toBeNull()
    await admin.get('/accounts?cursor=nonsense').expect(422)
  })
})

describe('PUT /accounts/{account}', () => {
  it('changes what somebody may do from their next request on, and audits roles but no name and no address', async () => {
    const { admin, scanner, registry } = await withAdmin()
    await scanner.get('/signals').expect(200)
    const account = (await admin.get(`/accounts/${scanner.account}`).expect(200)).body

    const changed = { name: 'Sheila Newname', email: 'sheila@new.example', roles: ['board'] }
    expect((await change(admin, account, changed)).status).toBe(200)

    await scanner.get('/signals').expect(403)
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).toContain('"roles":{"before":["scanner"],"after":["board"]},"name":"changed","address":"changed"')
    expect(trail).not.toMatch(/Newname|sheila@/)
  })

  it('wants the version that was read, and takes the present state again', async () => {
    const { admin, add } = await withAdmin()
    const { account } = await add()
    const { headers } = await admin.get(`/accounts/${account.id}`).expect(200)
    const put = (changes: object, seen: Record<string, string>) =>
      admin.put(`/accounts/${account.id}`, { ...asItIs(account), ...changes }, seen)

    await put({ name: 'Ann Two' }, {}).expect(428)
    await put({ name: 'Ann Two' }, { 'If-Match': headers.etag! }).expect(200)
    const stale = await put({ name: 'Ann Three' }, { 'If-Match': headers.etag! }).expect(412)
    expect(stale.body.current).toMatchObject({ name: 'Ann Two' })
    await put({ name: 'Ann Two' }, { 'If-Match': headers.etag! }).expect(200)
  })

  it('ends the sessions of whoever joins the scan team, who then needs a second factor, and of nobody else', async () => {
    const { admin, addPerson } = await withAdmin()
    const [lead, other] = [await addPerson(['lead']), await addPerson(['lead'])]
    const accountOf = async ({ account }: Visitor) => (await admin.get(`/accounts/${account}`).expect(200)).body

    expect((await change(admin, await accountOf(lead), { roles: ['lead', 'scanner'] })).status).toBe(200)
    expect((await change(admin, await accountOf(other), { roles: ['board', 'lead'] })).status).toBe(200)

    await lead.get('/session').expect(401)
    await other.get('/session').expect(200)
  })

  it('switches off: sessions and links end at once, and the account can be switched on again', async () => {
    const { admin, nobody, scanner, add } = await withAdmin()
    const { account, invitation } = await add()
    const scannersOwn = (await admin.get(`/accounts/${scanner.account}`).expect(200)).body

    for (const one of [account, scannersOwn]) expect((await change(admin, one, { switchedOff: true })).status).toBe(200)

    await scanner.get('/signals').expect(401)
    const token = invitation.link.split('#')[1]
    await nobody.post('/first-password', { token, password: 'quiet harbour at dawn' }).expect(404)
    expect((await admin.get('/accounts?state=off').expect(200)).body.total).toBe(2)
    await admin.post(`/accounts/${account.id}/invitation`).expect(409)
    expect((await change(admin, account, { switchedOff: false })).body.state).toBe('invited')
  })

  it('lets nobody take the administrator role from themselves, nor switch themselves off', async () => {
    const { admin } = await withAdmin()
    const own = (await admin.get(`/accounts/${admin.account}`).expect(200)).body

    for (const changes of [{ roles: ['board'] }, { roles: [] }, { switchedOff: true }])
      expect((await change(admin, own, changes)).status).toBe(409)
    await admin.post(`/accounts/${own.id}/erase`, { name: own.name }).expect(409)
  })

  it('takes the role of a lead from no specialism that they sit on a panel for', async () => {
    const { admin, given } = await withAdmin()
    const scan = await given.scan({ genomics: 1 })
    const account = (await admin.get(`/accounts/${scan.leads.genomics![0]!.account}`).expect(200)).body

    const refused = await change(admin, account, { specialisms: [] })

    expect(refused.status).toBe(422)
    expect(refused.body.detail).toContain('panel')
  })

  it('knows no account that is not there, nor what is no id', async () => {
    const { admin } = await withAdmin()
    for (const id of ['0199a000-0000-7000-8000-000000000000', 'nobody']) {
      await admin.get(`/accounts/${id}`).expect(404)
      await admin.post(`/accounts/${id}/invitation`).expect(404)
      await admin.post(`/accounts/${id}/erase`, { name: 'x' }).expect(404)
    }
  })
})

describe('links', () => {
  it('replaces an open invitation, and asks for another password only of who has one', async () => {
    const { admin, nobody, add } = await withAdmin()
    const { account, invitation } = await add()
    await admin.post(`/accounts/${account.id}/password-reset`).expect(409)

    const again = (await admin.post(`/accounts/${account.id}/invitation`).expect(201)).body

    const spend = (link: string) =>
      nobody.post('/first-password', { token: link.split('#')[1], password: 'quiet harbour at dawn' })
    await spend(invitation.link).expect(404)
    await spend(again.link).expect(201)
    await admin.post(`/accounts/${account.id}/invitation`).expect(409)
    const reset = (await admin.post(`/accounts/${account.id}/password-reset`).expect(201)).body
    expect(reset.link).toMatch(/\/sign-in\/new-password#[\w-]{43}$/)
  })
})
