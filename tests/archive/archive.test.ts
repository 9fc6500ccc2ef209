import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { formatVersion } from '../../api/archive/format.ts'
import { readArchive } from '../../api/archive/read-commands.ts'
import { writeArchive } from '../../api/archive/write-commands.ts'
import { firstMisfit } from '../../api/audit/trail.ts'
import { surenessFrom } from '../../api/editions/sureness-reader.ts'
import { verifyEdition } from '../../api/editions/verify-reader.ts'
import { readSettings } from '../../api/settings.ts'
import { createWorld } from '../../api/world.ts'
import { archivedTables, leftOut } from '../../db/archive/tables.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry, type Registry } from '../../db/open.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { givenEveryTable } from '../support/given-every-table.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

let folder: string
const toClose: Registry[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offing-archive-'))
})
afterEach(async () => {
  for (const registry of toClose.splice(0)) await registry.close()
  await closeTestRegistries()
  rmSync(folder, { recursive: true, force: true })
})

let files = 0
const inFolder = (name: string) => join(folder, `${++files}-${name}`)

async function emptyRegistry() {
  const file = inFolder('empty.db')
  const registry = await openRegistry(file)
  toClose.push(registry)
  return { registry, file }
}

async function archiveOf(registry: Registry): Promise<string> {
  const file = inFolder('archive.ndjson')
  await writeArchive(registry, file, '9.9.9')
  return file
}

/** The registry that comes out of an archive, and the archive of that one. */
async function throughAnArchive(registry: Registry) {
  const first = await archiveOf(registry)
  const restored = await emptyRegistry()
  await readArchive(restored.registry, first)
  return { ...restored, first, second: await archiveOf(restored.registry) }
}

const same = (a: string, b: string) => readFileSync(a).equals(readFileSync(b))

describe('every table of the database', () => {
  it('either goes into an archive or is left out for a reason', async () => {
    const { file } = await emptyRegistry()
    const raw = new Sqlite(file, { readonly: true })
    const names = raw
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_search%'",
      )
      .pluck()
      .all() as string[]
    raw.close()

    const known = [...archivedTables.map(({ name }) => name as string), ...Object.keys(leftOut)]

    expect(names.filter((name) => !name.startsWith('kysely_')).toSorted()).toEqual(known.toSorted())
    expect(Object.values(leftOut).every((reason) => reason.length > 0)).toBe(true)
  })

  it('has its rows told apart by the key that the archive sorts them by', async () => {
    const { file } = await emptyRegistry()
    const raw = new Sqlite(file, { readonly: true })
    for (const { name, key } of archivedTables) {
      const columns = raw.pragma(`table_info(${name})`) as { name: string; pk: number }[]
      const primary = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
      expect([name, ...key]).toEqual([name, ...primary.map((column) => column.name)])
    }
    raw.close()
  })
})

describe('an archive read into an empty registry', () => {
  it('gives the very same archive again, whatever table has rows', async () => {
    const made = await givenEveryTable()

    const { first, second, file } = await throughAnArchive(made.registry)

    expect(same(first, second)).toBe(true)
    const raw = new Sqlite(file)
    for (const { name } of archivedTables)
      expect([name, Number(raw.prepare(`select count(*) from ${name}`).pluck().get()) > 0]).toEqual([name, true])
    expect(raw.pragma('foreign_key_check')).toEqual([])
    expect(raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    raw.close()
  })

  it('holds its trail, its editions and its ranking as they were', async () => {
    const { registry, scanner, scan, world } = await givenRanking()
    await givenEdition(scanner, scan)

    const restored = (await throughAnArchive(registry)).registry

    expect(firstMisfit(await auditTrail(restored.read))).toBeUndefined()
    const again = createWorld({
      registry: restored,
      settings: readSettings({ OFFING_LOG: 'none' }),
      restartDemonstration: async () => {},
    })
    const { failures, checked } = await verifyEdition(restored.read, '1', surenessFrom(again.certainties))
    await again.certainties.stop()
    expect({ failures, isChecked: checked.length > 0 }).toEqual({ failures: [], isChecked: true })
    const held = async (one: typeof world) =>
      [...(await one.follower.followed()).scans].map(({ head, held: { log } }) => [
        head.slug,
        log.technologies.ids,
        log.length,
      ])
    expect(await held(again)).toEqual(await held(world))
  })

  it('is searched like the one it came from', async () => {
    const { registry } = await givenEveryTable()

    const { file } = await throughAnArchive(registry)

    const raw = new Sqlite(file)
    const found = raw
      .prepare("select count(*) from technology_search where technology_search match 'monitor'")
      .pluck()
      .get()
    expect(found).toBe(1)
    raw.close()
  })

  it('gives the very same archive again of the demonstration', async () => {
    const { registry } = await createTestRegistry({ demonstration: true })

    const { first, second } = await throughAnArchive(registry)

    expect(same(first, second)).toBe(true)
  })

  it('gives the very same archive again, whatever texts and files it holds', async () => {
    const { registry, scanner, given } = await createTestRegistry()
    const { id, evidence } = await given.technology('Monitor')
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 4 }),
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 3 }),
        async (notes, contents) => {
          await registry.transaction(async (trx) => {
            await trx.deleteFrom('technology_notes').execute()
            await trx.deleteFrom('evidence_files').execute()
            for (const [i, note] of notes.entries())
              await trx
                .insertInto('technology_notes')
                .values({ id: idOf(i), technology_id: id, text: note, written_by: scanner.account, written_at: note })
                .execute()
            for (const [i, content] of contents.entries())
              await trx
                .insertInto('evidence_files')
                .values({ ...fileOf(i, content), evidence_id: evidence[0]!.id, added_by: scanner.account })
                .execute()
          })

          const { first, second, registry: restored } = await throughAnArchive(registry)

          expect(same(first, second)).toBe(true)
          const read = async ({ read }: Registry) => [
            await read.selectFrom('technology_notes').selectAll().orderBy('id').execute(),
            await read.selectFrom('evidence_files').selectAll().orderBy('id').execute(),
          ]
          expect(await read(restored)).toEqual(await read(registry))
        },
      ),
      { numRuns: 12 },
    )
  })
})

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const fileOf = (i: number, content: Uint8Array) => ({
  id: idOf(i),
  name: 'a.pdf',
  media: 'application/pdf',
  size: content.length,
  digest: '0'.repeat(64),
  content,
  added_at: '2026-01-01',
})

describe('an archive', () => {
  it('holds nobody’s name, address, password or role', async () => {
    const { registry } = await givenEveryTable()
    const people = await registry.read.selectFrom('people').selectAll().execute()

    const text = readFileSync(await archiveOf(registry), 'utf8')

    expect(people.length).toBeGreaterThan(3)
    for (const { name, email } of people) {
      expect(text).not.toContain(email)
      expect(text).not.toContain(JSON.stringify(name))
    }
    expect(text).not.toMatch(/nominator@|Nominator/)
    for (const name of Object.keys(leftOut)) expect(text).not.toContain(`{"table":"${name}"`)
  })

  it('is of one moment, whatever is entered while it is written', async () => {
    const { registry, given } = await createTestRegistry()
    for (let n = 0; n < 5; n++) await given.technology(`Before ${n}`)
    let isWritten = false
    const writing = archiveOf(registry).finally(() => {
      isWritten = true
    })
    let entered = 0
    while (!isWritten && entered < 50) await given.technology(`Meanwhile ${entered++}`)
    const file = await writing

    const { registry: restored } = await emptyRegistry()
    await readArchive(restored, file)

    const kept = (await restored.read.selectFrom('technologies').select('id').execute()).length
    const trail = await restored.read
      .selectFrom('audit_entries')
      .select('seq')
      .where('action', '=', 'technology.enter')
      .execute()
    expect(kept).toBeGreaterThanOrEqual(5)
    expect(trail).toHaveLength(kept)
  })

  it('takes the place of no file, and can be read by its owner only', async () => {
    const { registry } = await createTestRegistry()
    const file = await archiveOf(registry)

    await expect(writeArchive(registry, file, '1')).rejects.toThrow(/There is a file “.+” already/)

    expect(statSync(file).mode & 0o077).toBe(0)
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})

describe('reading an archive is refused, with nothing entered,', () => {
  const refused = async (change: (lines: string[]) => string | Buffer, problem: RegExp) => {
    const { registry } = await createTestRegistry()
    const lines = readFileSync(await archiveOf(registry), 'utf8')
      .split('\n')
      .slice(0, -1)
    const hostile = inFolder('hostile.ndjson')
    writeFileSync(hostile, change(lines))
    const empty = await emptyRegistry()
    await expect(readArchive(empty.registry, hostile)).rejects.toThrow(problem)
    expect(await empty.registry.read.selectFrom('groupings').selectAll().execute()).toEqual([])
    expect(await empty.registry.read.selectFrom('registry_state').selectAll().execute()).toHaveLength(1)
  }
  const join = (lines: string[]) => `${lines.join('\n')}\n`
  /** As one would who knows how: the counts and the digest fit again. */
  const sealed = async (lines: string[]) => {
    const { createHash } = await import('node:crypto')
    const body = join(lines.slice(0, -1))
    const ending = JSON.parse(lines.at(-1)!)
    return `${body}${JSON.stringify({ ...ending, sha256: createHash('sha256').update(body).digest('hex') })}\n`
  }
  const header = (lines: string[], changes: object) =>
    join([JSON.stringify({ ...JSON.parse(lines[0]!), ...changes }), ...lines.slice(1)])

  it.each<[string, (lines: string[]) => string | Buffer, RegExp]>([
    ['of an empty file', () => '', /The file is empty/],
    ['of something else', () => 'name,ring\nA,B\n', /Line 1 cannot be read as JSON/],
    ['of other JSON', () => '{"name":"x"}\n', /not an archive of Offing/],
    ['of bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00, 10]), /Line 1 cannot be read/],
    ['of a file cut in the middle', (lines) => join(lines.slice(0, 40)), /cut off/],
    [
      'of a file cut within a line',
      (lines) => join(lines.slice(0, 40)) + lines[40]!.slice(0, 9),
      /Line 41 cannot be read/,
    ],
    ['where something follows its end', (lines) => `${join(lines)}[]\n`, /after the end/],
    [
      'where a row is missing',
      (lines) => join(lines.filter((line) => !line.includes('genomics'))),
      /not whole: its last line counts/,
    ],
    ['where a letter was altered', (lines) => join(lines).replace('Genomics', 'Genomisc'), /was altered: its SHA-256/],
    [
      'where a row is too short',
      (lines) => join(lines.map((line) => (line.includes('"genomics"') ? '["x"]' : line))),
      /a row of 1 cells/,
    ],
    [
      'where a cell is no value',
      (lines) => join(lines.map((line) => (line.includes('"genomics"') ? '[{"a":1}]' : line))),
      /is none that an archive holds/,
    ],
    [
      'where a table is unknown',
      (lines) => join(lines).replace('"table":"groupings"', '"table":"people"'),
      /“people” does not stand here/,
    ],
    [
      'of a newer format',
      (lines) => header(lines, { version: formatVersion + 1 }),
      /newer version of Offing \(9\.9\.9\)/,
    ],
    ['of a registry with a newer step', (lines) => header(lines, { steps: ['999-later'] }), /newer version of Offing/],
    [
      'of a registry with fewer steps',
      (lines) => header(lines, { steps: ['001-registry'] }),
      /older version of Offing/,
    ],
  ])('%s', (_, change, problem) => refused(change, problem))

  it('where a row of a sealed file does not fit a table', async () => {
    const { registry } = await createTestRegistry()
    const lines = readFileSync(await archiveOf(registry), 'utf8')
      .split('\n')
      .slice(0, -1)
    const changed = (from: string, to: string) => sealed(lines.map((line) => line.replace(from, to)))
    const empty = await emptyRegistry()
    const tryTo = async (text: string, problem: RegExp) => {
      const file = inFolder('sealed.ndjson')
      writeFileSync(file, text)
      await expect(readArchive(empty.registry, file)).rejects.toThrow(problem)
      expect(await empty.registry.read.selectFrom('groupings').selectAll().execute()).toEqual([])
    }
    const grouping = (JSON.parse(lines.find((line) => line.includes('"genomics"'))!) as string[])[3]!
    const firstDigest = /"0{64}"/.exec(join(lines))![0]

    await tryTo(await changed('"genomics"', '{"base64":"AAAA"}'), /of “specialisms”, does not fit the registry/)
    await tryTo(
      await changed(`["${grouping}"`, '["00000000-0000-7000-8000-000000000000"'),
      /refers to rows that it does not hold/,
    )
    await tryTo(await changed(firstDigest, `"${'1'.repeat(64)}"`), /audit trail was altered: entry 1/)
  })

  it('where the registry is not empty', async () => {
    const { registry } = await createTestRegistry()

    await expect(readArchive(registry, await archiveOf(registry))).rejects.toThrow(/This registry is not empty/)
  })

  it('of a line without end', async () => {
    const file = inFolder('endless.ndjson')
    const piece = 'x'.repeat(16 * 1024 * 1024)
    for (let n = 0; n < 9; n++) appendFileSync(file, piece)
    const { registry } = await emptyRegistry()

    await expect(readArchive(registry, file)).rejects.toThrow(/Line 1 is longer than any of an archive/)
  })
})
