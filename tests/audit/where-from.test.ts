import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { digestOfAddress, firstMisfit } from '../../api/audit/trail.ts'
import { closeDueRounds } from '../../api/rounds/commands.ts'
import { auditTrail, headOfTrail } from '../../db/audit.ts'
import { eraseAddressesBefore, eraseAddressesOf } from '../../db/audit-addresses.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const addresses = { settings: { OFFING_PROXIES: '1' } }

async function acted() {
  const made = await createTestRegistry(addresses)
  const enter = (name: string, from: string) =>
    made.scanner.post('/technologies', technologyRequest(name)).set('X-Forwarded-For', from).expect(201)
  await enter('Watch', '192.0.2.7')
  await enter('Patch', '192.0.2.8')
  return made
}

const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)

/** What stands apart from the trail. */
function keptAddresses(file: string) {
  const raw = new Sqlite(file, { readonly: true })
  const rows = raw.prepare('select * from audit_addresses order by seq').all() as {
    seq: number
    address: string
    salt: string
  }[]
  raw.close()
  return rows
}

describe('from where somebody acted', () => {
  it('stands in each entry, its address as a salted digest only', async () => {
    const { registry, file } = await acted()

    const entries = (await auditTrail(registry.read)).slice(-2)
    expect(entries.map(({ via }) => via)).toEqual(['page', 'page'])
    expect(JSON.stringify(await auditTrail(registry.read))).not.toContain('192.0.2')
    const kept = keptAddresses(file)
    expect(kept.map(({ address }) => address)).toEqual(['192.0.2.7', '192.0.2.8'])
    expect(kept.map(({ salt, address }) => digestOfAddress(salt, address))).toEqual(
      entries.map(({ addressDigest }) => addressDigest),
    )
  })

  it('is the program itself where it acts by its own clock', async () => {
    const { registry, given } = await createTestRegistry()
    const round = await given.openRound(await given.scan(), [await given.technology('Monitor')], {
      closesOn: tomorrow(),
    })
    const dayAfter = new Date(Date.now() + 3 * 24 * 3_600_000)
    expect(await closeDueRounds(registry, dayAfter)).toEqual([round.id])

    expect((await auditTrail(registry.read)).at(-1)).toMatchObject({
      action: 'round.close',
      actor: null,
      via: 'program',
      addressDigest: null,
    })
  })

  it('is covered by the digest: neither can be altered, nor taken out', async () => {
    const trail = await auditTrail((await acted()).registry.read)
    expect(firstMisfit(trail)).toBeUndefined()

    const last = trail.at(-1)!
    const altered = [{ via: 'program' }, { addressDigest: '0'.repeat(64) }, { via: null, addressDigest: null }]
    for (const change of altered) expect(firstMisfit(trail.with(-1, { ...last, ...change }))?.seq).toBe(last.seq)
  })

  it('leaves entries from before it was kept as they were, and goes on from them', async () => {
    const { registry, scanner, file } = await createTestRegistry()
    const head = (await headOfTrail(registry.read))!
    // As version 0.4.0 wrote it.
    const parts = [head.seq + 1, '2026-01-05T09:00:00.000Z', null, 'policy.enter', 'policy', 'all', { frames: 2 }]
    const digest = createHash('sha256')
      .update(JSON.stringify([...parts, head.digest]))
      .digest('hex')
    const raw = new Sqlite(file)
    raw
      .prepare(`insert into audit_entries (seq, at, actor_id, action, object_kind, object_id, details, previous_digest, digest)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(...parts.slice(0, 6), JSON.stringify(parts[6]), head.digest, digest)
    raw.close()
    await scanner.post('/technologies', technologyRequest('Watch')).expect(201)

    const trail = await auditTrail(registry.read)
    expect(trail.slice(-2).map(({ via }) => via)).toEqual([null, 'page'])
    expect(firstMisfit(trail)).toBeUndefined()
    expect(firstMisfit(trail.with(-2, { ...trail.at(-2)!, via: 'page' }))?.seq).toBe(head.seq + 1)
  })
})

describe('erasing addresses', () => {
  it('takes those of older entries and leaves the trail whole', async () => {
    const { registry, file } = await acted()
    const last = (await auditTrail(registry.read)).at(-1)!

    expect(await registry.transaction((trx) => eraseAddressesBefore(trx, last.at))).toBeGreaterThan(0)
    expect(keptAddresses(file).map(({ seq }) => seq)).toEqual([last.seq])
    expect(firstMisfit(await auditTrail(registry.read))).toBeUndefined()
  })

  it('takes those of one person alone', async () => {
    const { registry, scanner, addPerson, file } = await acted()
    const other = await addPerson(['scanner'])
    await other.post('/technologies', technologyRequest('Ring')).set('X-Forwarded-For', '192.0.2.9').expect(201)

    await registry.transaction((trx) => eraseAddressesOf(trx, scanner.account))
    expect(keptAddresses(file).map(({ address }) => address)).toEqual(['192.0.2.9'])
  })
})
