import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { checkTrail } from '../../api/audit/check-reader.ts'
import { type Head, nextEntry } from '../../api/audit/trail.ts'
import { backupWitness } from '../../api/audit/witness-reader.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { tamperWith } from '../support/tamper.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

interface Row {
  seq: number
  at: string
  action: string
  digest: string
}

const folder = mkdtempSync(join(tmpdir(), 'offing-audit-'))
const published = join(folder, 'published.db')
let rows: Row[] = []
let publishing: Row

/** One edition, published; then something more is done. */
beforeAll(async () => {
  const made = await givenRanking()
  await givenEdition(made.scanner, made.scan)
  await made.given.technology('Ring')
  await made.given.technology('Lens')
  const raw = new Sqlite(made.file)
  raw.exec(`vacuum into '${published}'`)
  rows = raw.prepare('select seq, at, action, digest from audit_entries order by seq').all() as Row[]
  raw.close()
  publishing = rows.find(({ action }) => action === 'edition.publish')!
  await closeTestRegistries()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let copies = 0
function tampered(...statements: string[]): string {
  const file = join(folder, `copy-${++copies}.db`)
  copyFileSync(published, file)
  tamperWith(file, ...statements)
  return file
}

async function check(file: string, backups: Parameters<typeof checkTrail>[1] = []) {
  const registry = await openRegistry(file)
  try {
    return await checkTrail(registry.read, backups)
  } finally {
    await registry.close()
  }
}

const failuresOf = async (...statements: string[]) => (await check(tampered(...statements))).failures
/** How a failure begins that names an entry. */
const entry = ({ seq, action, at }: Row) => `Entry ${seq} (${action}, ${at}): `
const middle = () => rows[9]!
const last = () => rows.at(-1)!

/** Every entry from this one on written anew, so that each fits the one before: what only a witness can tell. */
async function rewriteFrom(file: string, seq: number): Promise<void> {
  const registry = await openRegistry(file)
  const trail = await auditTrail(registry.read)
  await registry.close()
  let head: Head = trail[seq - 2]!
  const statements = trail.slice(seq - 1).map(({ actor, at, via, addressDigest, ...note }) => {
    const next = nextEntry(head, note, { actor, at, via, addressDigest })
    head = next
    return `update audit_entries set previous_digest = '${next.previousDigest}', digest = '${next.digest}' where seq = ${next.seq}`
  })
  tamperWith(file, ...statements)
}

describe('a check of the trail', () => {
  it('finds one that is whole to be whole, and says what it was held against', async () => {
    const { failures, notes, entries, head, witnesses, addresses } = await check(tampered())

    expect({ failures, notes }).toEqual({ failures: [], notes: [] })
    expect({ entries, seq: head?.seq }).toEqual({ entries: rows.length, seq: rows.length })
    expect(witnesses).toBe(2)
    expect(addresses).toBeGreaterThan(20)
  })

  it('names an entry whose time, actor, details or way was altered', async () => {
    const { seq } = middle()
    for (const change of [
      `at = '2020-01-01T00:00:00.000Z'`,
      'actor_id = null',
      `details = '{"x":1}'`,
      `via = 'program'`,
    ])
      expect(await failuresOf(`update audit_entries set ${change} where seq = ${seq}`)).toEqual([
        expect.stringMatching(new RegExp(`^Entry ${seq} .+its digest does not fit what it says: it was altered\\.$`)),
      ])
  })

  it('names the entry after one that was taken out of the middle', async () => {
    expect(await failuresOf(`delete from audit_entries where seq = ${middle().seq}`)).toEqual([
      `${entry(rows[10]!)}entry ${middle().seq}, the one before it, is missing.`,
    ])
  })

  it('names two that changed places', async () => {
    const [a, b] = [rows[9]!.seq, rows[10]!.seq]
    const failures = await failuresOf(
      `update audit_entries set seq = -1 where seq = ${a}`,
      `update audit_entries set seq = ${a} where seq = ${b}`,
      `update audit_entries set seq = ${b} where seq = -1`,
    )

    expect(failures[0]).toMatch(new RegExp(`^Entry ${a} .+it does not carry the digest of the one before it\\.$`))
  })

  it('names an edition whose publishing was cut off, with all that came after', async () => {
    expect(await failuresOf(`delete from audit_entries where seq >= ${publishing.seq}`)).toEqual([
      expect.stringMatching(/^Edition 1, “Radar of the test”, was published, and the trail does not say so/),
    ])
    const failures = await failuresOf(`delete from audit_entries where seq >= ${publishing.seq - 1}`)
    expect(failures.join('\n')).toContain(
      `ended with the digest ${rows[publishing.seq - 2]!.digest}, and no entry has it`,
    )
  })

  it('finds by the edition what was written anew from an entry on, so that every digest fits', async () => {
    const file = tampered(`update audit_entries set actor_id = null where seq = ${middle().seq}`)
    await rewriteFrom(file, middle().seq)

    const { failures } = await check(file)
    expect(failures).toEqual([expect.stringMatching(/^Edition 1, .+: the trail was cut off there, or written anew\.$/)])
  })

  it('finds by a backup what no edition knows of', async () => {
    const auditHead = { seq: last().seq, digest: last().digest }
    const backup = backupWitness({ name: 'offing-20260301T021500Z', takenAt: '2026-03-01T02:15:00Z', auditHead })
    const file = tampered(`delete from audit_entries where seq = ${last().seq}`)

    expect((await check(file)).failures).toEqual([])
    expect((await check(file, [backup])).failures).toEqual([
      `The backup offing-20260301T021500Z was taken when the trail ended with entry ${last().seq} (${last().digest}), and no entry has that digest: the trail was cut off there, or written anew.`,
    ])
    expect((await check(tampered(), [backup])).failures).toEqual([])
  })

  it('finds an address that was put in place of another, and misses none that was erased', async () => {
    const seq = middle().seq
    expect(await failuresOf(`update audit_addresses set address = '192.0.2.99' where seq = ${seq}`)).toEqual([
      `${entry(middle())}the address beside it is not the one it was made with.`,
    ])
    expect(await failuresOf('delete from audit_addresses')).toEqual([])
  })

  it('takes an edition as a witness only while it is whole itself', async () => {
    const failures = await failuresOf(
      `update edition_rows set content = replace(content, 'Monitor', 'Monitol') where kind = 'technology'`,
    )

    expect(failures.join('\n')).toMatch(/^Edition 1, .+, is not whole: its row “technology .+” was altered\./m)
  })
})

describe('the command that verifies', () => {
  /** The built program, as people run it. */
  const verify = (file: string, ...args: string[]) =>
    new Promise<{ code: number; said: string }>((done) => {
      const program = resolve(import.meta.dirname, '../../dist/api/verify.js')
      execFile(
        process.execPath,
        [program, ...args],
        { env: { ...process.env, OFFING_DATA: file } },
        (error, out, err) => done({ code: error ? Number(error.code) : 0, said: out + err }),
      )
    })

  it('ends with 0 where all holds', async () => {
    const { code, said } = await verify(tampered(), '--audit', '1')
    expect(said).toContain(`its end: entry ${last().seq}, ${last().digest}`)
    expect(said.match(/It holds\./g)).toHaveLength(2)
    expect(code).toBe(0)
  })

  it('names both an entry and an edition’s row that were altered behind the database’s back', async () => {
    const file = tampered(
      `update audit_entries set details = '{"x":1}' where seq = ${middle().seq}`,
      `update edition_rows set content = replace(content, 'Monitor', 'Monitol') where kind = 'technology'`,
    )
    const { code, said } = await verify(file, '--audit', '1')

    expect(said).toContain(`DOES NOT HOLD: ${entry(middle())}its digest does not fit what it says: it was altered.`)
    expect(said).toMatch(/DOES NOT HOLD: The row “technology .+” was altered\./)
    expect(code).toBe(1)
  })

  it('holds the trail against a backup that lies elsewhere, and says what it cannot read', async () => {
    const manifest = {
      product: 'offing',
      version: '0',
      takenAt: '2026-03-01T02:15:00Z',
      bytes: 1,
      sha256: 'a'.repeat(64),
    }
    const file = join(folder, 'offing-20260301T021500Z.json')
    const auditHead = { seq: last().seq, digest: last().digest }
    writeFileSync(file, JSON.stringify({ ...manifest, steps: [], rows: {}, auditHead }))
    const cutOff = tampered(`delete from audit_entries where seq = ${last().seq}`)

    expect(await verify(cutOff, '--audit')).toMatchObject({ code: 0 })
    const held = await verify(cutOff, '--audit', '--backup', file)
    expect(held).toMatchObject({
      code: 1,
      said: expect.stringContaining('The backup offing-20260301T021500Z was taken when'),
    })
    expect(await verify(cutOff, '--audit', '--backup', published)).toMatchObject({ code: 2 })
    expect(await verify(cutOff)).toMatchObject({ code: 2, said: expect.stringContaining('npm run verify -- --audit') })
  })
})
