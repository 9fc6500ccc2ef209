import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { sql } from 'kysely'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { firstMisfit } from '../../api/audit/trail.ts'
import { isNoRoom } from '../../api/operations/no-room.ts'
import { RoomKeeper } from '../../api/operations/room-keeper.ts'
import { auditTrail } from '../../db/audit.ts'
import type { Registry } from '../../db/open.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** SQLite itself then refuses to let the file grow, with the very error of a full disk. */
async function fillDisk(registry: Registry): Promise<void> {
  await limitPages(registry, 1)
}

async function makeRoom(registry: Registry): Promise<void> {
  await limitPages(registry, 1_000_000)
}

const limitPages = (registry: Registry, pages: number) =>
  registry.transaction((trx) => sql.raw(`pragma max_page_count = ${pages}`).execute(trx))

const long = (name: string) => ({ ...technologyRequest(name), description: 'x'.repeat(1500) })

describe('on a full disk', () => {
  it('a write gets 507 that says what to do, reads go on, and writing resumes when there is room', async () => {
    const { registry, scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    await fillDisk(registry)
    const answers = []
    for (let n = 0; n < 40; n++) answers.push(await scanner.post('/technologies', long(`T ${n}`)))

    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(5)
    for (const { status, body } of refused)
      expect([status, body.type, body.detail]).toEqual([
        507,
        'urn:offing:problem:insufficient-storage',
        expect.stringContaining('Nothing of this was saved'),
      ])
    await scanner.get('/technologies/monitor').expect(200)
    const saved = answers.length - refused.length
    expect((await scanner.get('/technologies')).body.total).toBe(1 + saved)

    await makeRoom(registry)
    await scanner.post('/technologies', long('Patch')).expect(201)
    expect((await scanner.get('/technologies')).body.total).toBe(2 + saved)
    expect(firstMisfit(await auditTrail(registry.read))).toBeUndefined()
  })

  it('nobody signs in, and is told so', async () => {
    const { registry, nobody, scanner } = await createTestRegistry()
    const password = 'a long enough phrase'
    const account = { name: 'Ada', email: 'ada@test.example', roles: ['board' as const], password }
    await addAccount(registry, account, { account: null, at: new Date().toISOString() })
    await fillDisk(registry)
    for (let n = 0; (await scanner.post('/technologies', long(`T ${n}`))).status === 201; n++);
    // What is left of the last page may still take a few small rows.
    const session = async () => (await nobody.post('/session', { email: account.email, password })).status
    let status = await session()
    for (let n = 0; status === 201 && n < 60; n++) status = await session()

    expect(status).toBe(507)
    await makeRoom(registry)
    expect(await session()).toBe(201)
  }, 120_000)

  it('says that it serves reads only, until there is room again, without a restart', async () => {
    const { registry, app, scanner, world } = await createTestRegistry()
    await fillDisk(registry)
    for (let n = 0; (await scanner.post('/technologies', long(`T ${n}`))).status === 201; n++);

    expect((await request(app).get('/readyz').expect(200)).body).toEqual({ status: 'reads-only' })
    expect((await request(app).get('/metrics').expect(200)).text).toContain('offing_disk_full 1')
    await makeRoom(registry)
    const later = Date.now() + 3_000
    jest.spyOn(Date, 'now').mockReturnValue(later)
    expect(world.room.isFull()).toBe(false)
    jest.restoreAllMocks()
    expect((await request(app).get('/readyz').expect(200)).body).toEqual({ status: 'ready' })
  })
})

describe('the watch on the room', () => {
  it('goes on saying that there is none where not even a small file can be written', () => {
    const room = new RoomKeeper('/nowhere/at/all/offing.db')
    room.wasFull()
    const later = Date.now() + 3_000
    jest.spyOn(Date, 'now').mockReturnValue(later)
    expect(room.isFull()).toBe(true)
    jest.restoreAllMocks()
    expect(room.sizes()).toEqual({ bytes: 0, logBytes: 0, freeBytes: null })
  })

  it('knows a full disk, a quota and a size limit from other errors', () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', 'EFBIG'])
      expect(isNoRoom({ code })).toBe(true)
    for (const other of [{ code: 'SQLITE_BUSY' }, { code: 'ENOENT' }, new Error('ENOSPC'), null, 'ENOSPC'])
      expect(isNoRoom(other)).toBe(false)
  })
})
