import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { perform } from '../../api/audit/perform.ts'
import { openEntering } from '../../db/sqlite/entering.ts'
import { RegistryLookup } from '../../db/sqlite/registry-lookup.ts'
import { Staging } from '../../db/sqlite/staging.ts'
import { sourcesOf, textOf } from '../support/imports.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const full = 2

/** What SQLite itself says of a connection. */
async function synchronousOf(run: Parameters<ReturnType<typeof sql>['execute']>[0], of = 'main'): Promise<unknown> {
  const { rows } = await sql.raw<{ synchronous: number }>(`pragma ${of}.synchronous`).execute(run)
  return rows[0]!.synchronous
}

describe('every connection to the registry synchronises fully, after a write too:', () => {
  it('those of the program', async () => {
    const { registry, scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    await scanner.get('/technologies').expect(200)

    expect(registry.synchronous()).toEqual([full, full])
    expect(await synchronousOf(registry.read)).toBe(full)
    expect(await registry.transaction((trx) => synchronousOf(trx))).toBe(full)
  })

  it('that of a thread that enters an import, in and after its transaction', async () => {
    const { file, folder } = await createTestRegistry()
    const staging = join(folder, 'import.staged')
    new Staging(staging).close()
    const entering = openEntering(file, staging)
    const by = { account: null, at: '2026-03-01T00:00:00.000Z' }
    const note = { action: 'import.enter', objectKind: 'import', objectId: 'x', details: {} }

    const within = await perform(entering, by, async (trx, record) => {
      record(note)
      return synchronousOf(trx)
    })
    const after = await entering.transaction((trx) => synchronousOf(trx))
    expect([within, after]).toEqual([full, full])
    await entering.close()
  })

  it('that of a thread that looks a file up', async () => {
    const { file } = await createTestRegistry()
    const lookup = new RegistryLookup(file)
    expect(await synchronousOf(lookup.db)).toBe(full)
    await lookup.close()
  })

  it('and there is no other: whatever opens a file of SQLite by itself opens no registry that is in use', () => {
    const opening = sourcesOf(['api', 'db', 'seed']).filter((path) =>
      /new (Sqlite|SqliteDatabase|Database)\(/.test(textOf(path)),
    )

    expect(opening).toEqual([
      // A registry that nobody has open, which is held closed.
      'db/sqlite/closed.ts',
      'db/sqlite/open.ts',
      // What is put aside of an import, which need not outlive a crash.
      'db/sqlite/staged-rows.ts',
      'db/sqlite/staging.ts',
    ])
  })
})
