import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { firstMisfit } from '../../api/audit/trail.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offing-store-'))
})
afterEach(async () => {
  await closeTestRegistries()
  rmSync(folder, { recursive: true, force: true })
})

describe('a registry’s database', () => {
  it('synchronises fully on every connection, after a write too', async () => {
    const { registry, given } = await createTestRegistry()
    await given.technology('Monitor')

    expect(registry.synchronous()).toEqual([2, 2])
  })

  it('refuses to be opened by an older program, with a sentence that says what to do', async () => {
    const file = join(folder, 'offing.db')
    await (await openRegistry(file)).close()
    const raw = new Sqlite(file)
    raw.prepare("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2031')").run()
    raw.close()

    await expect(openRegistry(file)).rejects.toThrow('made by a newer version of Offing (it knows 999-from-the-future)')
  })

  it('keeps what it holds when it is opened again', async () => {
    const file = join(folder, 'offing.db')
    const first = await openRegistry(file)
    await first.transaction((trx) => trx.updateTable('registry_state').set({ revision: 42 }).execute())
    await first.close()

    const again = await openRegistry(file)
    const state = await again.read.selectFrom('registry_state').select('revision').executeTakeFirstOrThrow()
    expect(state.revision).toBe(42)
    await again.close()
  })

  it('writes nothing through its reading connection', async () => {
    const { registry } = await createTestRegistry()

    const refused = { message: expect.stringContaining('readonly') }
    await expect(registry.read.deleteFrom('sessions').execute()).rejects.toMatchObject(refused)
  })
})

const columns = [
  'round_id',
  'panellist_id',
  'technology_id',
  'specialism_id',
  'version',
  'stance',
  'impact',
  'arrival',
  'band',
  'p10_after_start',
  'p50_after_start',
  'p90_after_start',
  'reason',
  'illustrative',
  'salt',
  'recorded_at',
]

/** One closed round with three answers, and a connection behind the program's back. */
async function answered() {
  const test = await createTestRegistry()
  await test.given.closedRound({ Monitor: { impact: 5 } })
  return { ...test, raw: new Sqlite(test.file) }
}

describe('behind the program’s back', () => {
  it.each([
    ['alter an answer', 'update ratings set impact = 9', 'ratings is append-only'],
    ['delete an answer', 'delete from ratings', 'ratings is append-only'],
    ['alter the trail', "update audit_entries set details = '{}'", 'audit_entries is append-only'],
    ['delete from the trail', 'delete from audit_entries', 'audit_entries is append-only'],
    ['put impact out of its range', copyOfRating({ impact: '10' }), 'CHECK'],
    ['put an impact beside a "no"', copyOfRating({ stance: "'not-affected'" }), 'CHECK'],
    ['leave a "yes" without impact', copyOfRating({ impact: 'null' }), 'CHECK'],
    ['put a year eleven years before the start', copyOfYears(-11, 0, 5), 'CHECK'],
    ['put a year fifty-one years after the start', copyOfYears(0, 5, 51), 'CHECK'],
    ['put years out of their order', copyOfYears(5, 4, 6), 'CHECK'],
    ['put a band out of its range', copyOfRating({ band: '4' }), 'CHECK'],
    ['give the same version twice', copyOfRating({ version: 'version' }), 'UNIQUE'],
    ['answer what no round asks', copyOfRating({ technology_id: "'unknown'" }), 'FOREIGN KEY'],
    ['put text where a number belongs', copyOfRating({ impact: "'high'" }), 'cannot store TEXT'],
    ['raise readiness to 10', 'update technologies set readiness = 10', 'CHECK'],
    ['open two rounds of one scan', twoOpenRounds(), 'UNIQUE'],
  ])('nobody can %s', async (_, statement, message) => {
    const { raw } = await answered()
    raw.pragma('foreign_keys = ON')

    expect(() => raw.exec(statement)).toThrow(message)
    raw.close()
  })
})

function copyOfRating(changes: Record<string, string>): string {
  const values = columns.map((column) => changes[column] ?? (column === 'version' ? 'version + 1' : column))
  return `insert into ratings (${columns.join(', ')}) select ${values.join(', ')} from ratings limit 1`
}

function copyOfYears(p10: number, p50: number, p90: number): string {
  const years = { p10_after_start: `${p10}`, p50_after_start: `${p50}`, p90_after_start: `${p90}` }
  return copyOfRating({ arrival: "'years'", band: 'null', ...years })
}

function twoOpenRounds(): string {
  const open = (id: number, number: number) => `insert into rounds (id, scan_id, number, state, opened_at)
    select '${String(id).repeat(36)}', scan_id, ${number}, 'open', '2026' from rounds limit 1`
  return `${open(1, 8)}; ${open(2, 9)}`
}

describe('the audit trail', () => {
  it('links each entry to the one before, and names the first that was altered', async () => {
    const { registry } = await answered()
    const trail = await auditTrail(registry.read)
    expect(trail.length).toBeGreaterThan(10)
    expect(firstMisfit(trail)).toBeUndefined()

    const altered = trail.map((entry, i) => (i === 4 ? { ...entry, at: '2020-01-01T00:00:00.000Z' } : entry))
    expect(firstMisfit(altered)?.seq).toBe(5)
    expect(firstMisfit(trail.toSpliced(6, 1))?.seq).toBe(8)
  })

  it('holds no name, address or score', async () => {
    const { registry } = await answered()

    const text = JSON.stringify(await auditTrail(registry.read))
    expect(text).not.toMatch(/@test\.example|scanner 1|lead 2|"impact":5/)
  })
})
