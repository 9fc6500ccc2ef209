import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { methodOf } from '../../db/methods.ts'
import * as registry from '../../db/migrations/001-registry.ts'
import { openRegistry } from '../../db/open.ts'
import { roundsOf } from '../../db/rounds.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offing-migration-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A registry as the first step made it, with a round that is closed, one that is open, and an answer in each. */
async function firstRegistry(file: string): Promise<void> {
  const db = new Kysely({ dialect: new SqliteDialect({ database: new Sqlite(file) }) })
  const provider = { getMigrations: async () => ({ '001-registry': registry }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  await db.destroy()
  const raw = new Sqlite(file)
  raw.pragma('foreign_keys = ON')
  for (const statement of contents) raw.exec(statement)
  raw.close()
}

const text = (n: number) => `'${idOf(n)}'`
const at = "'2026-01-05T09:00:00.000Z'"
const contents = [
  `insert into accounts (id, created_at) values (${text(1)}, ${at})`,
  `insert into groupings values (${text(2)}, 'laboratory', 'Laboratory', 1)`,
  `insert into specialisms values (${text(3)}, 'genomics', 'Genomics', ${text(2)}, '', 1, '[]', '[]')`,
  `insert into categories values (${text(4)}, 'tests', 'Tests', 'diagnostic', 1)`,
  `insert into technologies (id, slug, name, description, category_id, kind, readiness_basis, created_at, changed_at)
    values (${text(5)}, 'sequencer', 'Sequencer', '', ${text(4)}, 'diagnostic', 'not-set', ${at}, ${at})`,
  `insert into scans (id, slug, name, start_year, time_zone, created_at)
    values (${text(6)}, 'scan-2026', 'Scan 2026', 2026, 'Europe/London', ${at})`,
  `insert into scan_methods values (${text(6)}, 1, '{"minimumPanel":4}', ${at})`,
  `insert into panellists values (${text(7)}, ${text(6)}, ${text(1)}, ${at})`,
  `insert into panel_rows values (${text(7)}, ${text(3)})`,
  ...[1, 2].flatMap((number) => [
    `insert into rounds (id, scan_id, number, state, closes_on, opened_at, closed_at) values
      (${text(10 + number)}, ${text(6)}, ${number}, '${number === 1 ? 'closed' : 'open'}', '2026-02-0${number}', ${at},
      ${number === 1 ? at : 'null'})`,
    `insert into round_pairs (round_id, technology_id, specialism_id)
      values (${text(10 + number)}, ${text(5)}, ${text(3)})`,
    `insert into ratings (round_id, panellist_id, technology_id, specialism_id, version, stance, impact, arrival, band,
      salt, recorded_at)
      values (${text(10 + number)}, ${text(7)}, ${text(5)}, ${text(3)}, 1, 'rated', ${number + 4}, 'band', 1, 's', ${at})`,
  ]),
]

describe('a registry of the first step', () => {
  it('keeps its rounds, answers and panel when it is brought up to date', async () => {
    const file = join(folder, 'offing.db')
    await firstRegistry(file)

    const opened = await openRegistry(file)

    const rounds = await roundsOf(opened.read, idOf(6))
    expect(rounds.map(({ number, state, closesOn }) => [number, state, closesOn])).toEqual([
      [1, 'closed', '2026-02-01'],
      [2, 'open', '2026-02-02'],
    ])
    const answers = await opened.read.selectFrom('ratings').select(['round_id', 'impact']).orderBy('seq').execute()
    expect(answers).toEqual([
      { round_id: idOf(11), impact: 5 },
      { round_id: idOf(12), impact: 6 },
    ])
    const leads = await opened.read.selectFrom('lead_specialisms').selectAll().execute()
    expect(leads).toEqual([{ account_id: idOf(1), specialism_id: idOf(3) }])
    await opened.close()
  })

  it('reads parameters that its method did not have yet by their defaults', async () => {
    const file = join(folder, 'offing.db')
    await firstRegistry(file)

    const opened = await openRegistry(file)

    expect((await methodOf(opened.read, idOf(6))).method).toMatchObject({ minimumPanel: 4, raterScale: 'raw' })
    await opened.close()
  })

  it('still holds answers to what rounds ask, and one open round a scan', async () => {
    const file = join(folder, 'offing.db')
    await firstRegistry(file)
    await (await openRegistry(file)).close()

    const raw = new Sqlite(file)
    raw.pragma('foreign_keys = ON')
    expect(() => raw.exec(`delete from rounds where number = 1`)).toThrow('FOREIGN KEY')
    expect(() => raw.exec(`update rounds set state = 'open', closed_at = null where number = 1`)).toThrow('UNIQUE')
    expect(() => raw.exec(`update rounds set number = 51 where number = 2`)).toThrow('CHECK')
    raw.close()
  })

  it('is not opened where a reference is broken, with a sentence that says where', async () => {
    const file = join(folder, 'offing.db')
    await firstRegistry(file)
    const raw = new Sqlite(file)
    raw.pragma('foreign_keys = OFF')
    raw.exec(`insert into panel_rows values (${text(99)}, ${text(3)})`)
    raw.close()

    await expect(openRegistry(file)).rejects.toThrow('broken references in panel_rows')
    await expect(openRegistry(file)).rejects.toThrow('broken references in panel_rows')
  })
})
