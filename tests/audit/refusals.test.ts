import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { Refusals, type Refused } from '../../api/audit/refusals.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function registry() {
  let moment = new Date('2026-11-20T10:00:10Z')
  const made = await createTestRegistry({ now: () => moment, settings: { OFFING_PROXIES: '1' } })
  const go = (to: string) => {
    moment = new Date(to)
  }
  /** What the trail holds of refusals once they are written down. */
  const refusals = async () => {
    await made.world.trail.writeDown()
    return (await auditTrail(made.registry.read)).filter(({ action }) => action === 'refuse')
  }
  return { ...made, go, refusals }
}

describe('refusals', () => {
  it('are gathered by account, operation, status and minute', async () => {
    const { addPerson, go, nobody, refusals } = await registry()
    const board = await addPerson(['board'])
    for (let n = 0; n < 3; n++) await board.get('/signals').expect(403)
    await nobody.get('/signals').expect(401)
    go('2026-11-20T10:01:00Z')
    await board.get('/signals').expect(403)

    const entries = await refusals()
    expect(entries.map(({ at, actor, objectId, details }) => [at, actor, objectId, details])).toEqual([
      ['2026-11-20T10:00:10.000Z', board.account, 'listSignals', { status: 403, count: 3 }],
      ['2026-11-20T10:00:10.000Z', null, 'listSignals', { status: 401, count: 1 }],
      ['2026-11-20T10:01:00.000Z', board.account, 'listSignals', { status: 403, count: 1 }],
    ])
  })

  it('cost nothing on the disk while they happen, and are written once', async () => {
    const { registry: store, nobody, refusals } = await registry()
    const before = store.dataVersion()
    for (let n = 0; n < 20; n++) await nobody.get('/technologies').expect(401)

    expect(store.dataVersion()).toBe(before)
    expect(await refusals()).toHaveLength(1)
    expect(await refusals()).toHaveLength(1)
  })

  it('say from where where that was one place, and else how many places', async () => {
    const { nobody, refusals } = await registry()
    const from = (path: string, address: string) => nobody.get(path).set('X-Forwarded-For', address).expect(401)
    await from('/signals', '192.0.2.1')
    await from('/technologies', '192.0.2.1')
    await from('/technologies', '192.0.2.2')

    const [signals, technologies] = await refusals()
    expect(signals!.addressDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(technologies).toMatchObject({ addressDigest: null, details: { count: 2, addresses: 2 } })
  })

  it('name the account that somebody failed to sign in to, and never the address that was tried', async () => {
    const { registry: store, nobody, refusals } = await registry()
    const known = { name: 'Ada', email: 'ada@test.example', roles: ['lead' as const], password: 'a long enough phrase' }
    const { id } = await addAccount(store, known, { account: null, at: '2026-11-20T10:00:00.000Z' })
    for (const email of ['ada@test.example', 'bob@test.example'])
      await nobody.post('/session', { email, password: 'not the right phrase' }).expect(401)

    const entries = await refusals()
    expect(entries).toMatchObject([
      { actor: null, objectKind: 'account', objectId: id, details: { operation: 'signIn', status: 401, count: 1 } },
      { actor: null, objectKind: 'operation', objectId: 'signIn', details: { status: 401, count: 1 } },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/test\.example|right phrase/)
  })

  it('hold what is not there for who asks, and what came from another site, but not whether one is signed in', async () => {
    const { app, scanner, nobody, refusals } = await registry()
    await scanner.get('/technologies/no-such').expect(404)
    await nobody.get('/session').expect(401)
    await request(app).post('/api/v1/technologies').set('Sec-Fetch-Site', 'cross-site').send({}).expect(403)

    expect((await refusals()).map(({ objectId, details }) => [objectId, details.status])).toEqual([
      ['readTechnology', 404],
      ['unknown', 403],
    ])
  })

  it('tell so many kinds apart, and count the rest, so that nobody fills the memory', () => {
    const refusals = new Refusals()
    const one: Refused = {
      at: '2026-11-20T10:00:10.000Z',
      account: null,
      via: 'page',
      address: '192.0.2.1',
      operation: 'signIn',
      status: 401,
      concerns: null,
    }
    for (let n = 0; n < 20_000; n++) refusals.add({ ...one, concerns: `account-${n}`, address: `address-${n}` })

    const notes = refusals.take().map(({ note }) => note)
    expect(notes).toHaveLength(501)
    expect(notes.at(-1)).toMatchObject({
      objectId: 'others',
      details: { status: 401, count: 19_500, addresses: '100 or more' },
    })
    expect(refusals.take()).toEqual([])
  })
})
