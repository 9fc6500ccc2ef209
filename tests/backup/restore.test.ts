import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { takeBackup } from '../../api/backup/backup-commands.ts'
import { digestOfFile } from '../../api/backup/disk-commands.ts'
import { type RestoreTask, restoreBackup } from '../../api/backup/restore-commands.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** A registry that was backed up and then went on; nobody has it open any more. */
async function stopped() {
  const test = await createTestRegistry()
  await test.given.technology('Monitor')
  const folder = join(test.folder, 'backups')
  const taken = await takeBackup({ file: test.file, folder, at: '2026-03-01T02:15:00.000Z', product: '1.0.0' })
  await test.given.technology('Patch')
  const from = join(folder, `${taken.name}.db`)
  const task: RestoreTask = {
    from,
    file: test.file,
    withoutManifest: false,
    at: '2026-03-02T10:00:00.000Z',
    isServing: async () => false,
  }
  return { ...test, from, manifest: from.replace('.db', '.json'), taken, task }
}

async function closed() {
  const test = await stopped()
  await test.registry.close()
  return test
}

function namesIn(file: string): unknown[] {
  const raw = new Sqlite(file)
  try {
    return raw.prepare('select name from technologies order by n').pluck().all()
  } finally {
    raw.close()
  }
}

/** Alters the backup as its maker would have written it: its manifest says the new bytes. */
async function alterWhole(from: string, manifest: string, sql: string): Promise<void> {
  const raw = new Sqlite(from)
  raw.exec(sql)
  raw.close()
  const said = JSON.parse(readFileSync(manifest, 'utf8'))
  const bytes = readFileSync(from).length
  writeFileSync(manifest, JSON.stringify({ ...said, bytes, sha256: await digestOfFile(from) }))
}

describe('restoring', () => {
  it('puts the backup in the place of the registry, which is kept beside it', async () => {
    const { task, file, taken } = await closed()

    const restored = await restoreBackup(task)

    expect(namesIn(file)).toEqual(['Monitor'])
    expect(restored).toMatchObject({ takenAt: taken.takenAt, auditHead: taken.auditHead })
    expect(restored.keptAside).toBe(`${file}.replaced-20260302T100000Z`)
    expect(namesIn(restored.keptAside!)).toEqual(['Monitor', 'Patch'])
  })

  it('ends every session, link and token of then, holds back messages, and says so in the trail', async () => {
    const { task, file, taken } = await closed()
    const before = new Sqlite(task.from, { readonly: true })
    const sessions = before.prepare('select count(*) from sessions').pluck().get()
    before.close()

    const { ended } = await restoreBackup(task)

    expect(ended).toEqual({ sessions, links: 0, tokens: 0, messages: 0 })
    const registry = await openRegistry(file)
    expect(await registry.read.selectFrom('sessions').select('id').execute()).toEqual([])
    const trail = await auditTrail(registry.read)
    expect(trail.at(-2)).toMatchObject(taken.auditHead!)
    expect(trail.at(-1)).toMatchObject({
      action: 'registry.restore',
      objectId: taken.sha256,
      previousDigest: taken.auditHead!.digest,
      details: { takenAt: taken.takenAt, sessions },
    })
    await registry.close()
  })

  it('works where there is no registry yet, and of a database without its manifest if asked to', async () => {
    const { task, folder, from } = await closed()
    const alone = join(folder, 'litestream.db')
    copyFileSync(from, alone)
    const file = join(folder, 'new', 'place', 'offing.db')

    await expect(restoreBackup({ ...task, from: alone, file })).rejects.toThrow('--without-manifest')
    expect(existsSync(file)).toBe(false)
    const restored = await restoreBackup({ ...task, from: alone, file, withoutManifest: true })
    expect([restored.keptAside, restored.takenAt]).toEqual([null, null])
    expect(namesIn(file)).toEqual(['Monitor'])
  })

  it('takes the place of a registry that is broken, unless a program still answers', async () => {
    const { task, file } = await closed()
    writeFileSync(file, 'not a database any more'.repeat(400))

    await expect(restoreBackup({ ...task, isServing: async () => true })).rejects.toThrow('Stop it first')
    expect(readFileSync(file, 'utf8')).toContain('not a database')
    await restoreBackup(task)
    expect(namesIn(file)).toEqual(['Monitor'])
  })
})

describe('a restore is refused, with nothing changed,', () => {
  const refused = async (test: Awaited<ReturnType<typeof stopped>>, sentence: RegExp | string, changes = {}) => {
    await expect(restoreBackup({ ...test.task, ...changes })).rejects.toThrow(sentence)
    expect(namesIn(test.file)).toEqual(['Monitor', 'Patch'])
    expect(readdirSync(test.folder).filter((name) => /restoring|replaced/.test(name))).toEqual([])
  }

  it('while a program has the registry open', async () => {
    const test = await stopped()
    await refused(test, 'Offing is running on this registry')
    await test.scanner.get('/technologies').expect(200)
    await test.given.technology('Watch')
  })

  it('where the backup was cut short', async () => {
    const test = await closed()
    truncateSync(test.from, 40_960)
    await refused(test, 'it is not whole')
    await refused(test, /damaged|no database/, { withoutManifest: true })
  })

  it('where one byte is another', async () => {
    const test = await closed()
    const bytes = readFileSync(test.from)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(test.from, bytes)
    await refused(test, 'its SHA-256 is another')
  })

  it('where it is no database, or none of Offing', async () => {
    const test = await closed()
    const text = join(test.folder, 'letter.db')
    writeFileSync(text, 'Dear colleagues'.repeat(100))
    await refused(test, 'It is damaged, or no database', { from: text, withoutManifest: true })
    const other = join(test.folder, 'other.db')
    new Sqlite(other).exec('create table t (x)').close()
    await refused(test, 'not a registry of Offing', { from: other, withoutManifest: true })
    await refused(test, 'There is no file', { from: join(test.folder, 'nothing.db') })
    writeFileSync(test.manifest, '{"product":"another"}')
    await refused(test, 'does not say what a backup of Offing is')
  })

  it('where a newer program made it', async () => {
    const test = await closed()
    const sql = "insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2031')"
    await alterWhole(test.from, test.manifest, sql)
    await refused(test, 'newer version of Offing (it knows 999-from-the-future)')
  })

  it('where its trail was altered, or its rows are not those that were written', async () => {
    const test = await closed()
    await alterWhole(
      test.from,
      test.manifest,
      'delete from technology_specialisms; delete from evidence; delete from technologies',
    )
    await refused(test, 'does not hold what the file beside it says')
    await alterWhole(
      test.from,
      test.manifest,
      "drop trigger audit_entries_no_update; update audit_entries set object_id = 'x' where seq = 2",
    )
    await refused(test, 'audit trail does not fit at entry 2', { withoutManifest: true })
  })

  it('where references in it are broken', async () => {
    const test = await closed()
    await alterWhole(test.from, test.manifest, 'pragma foreign_keys = off; delete from categories')
    await refused(test, 'broken references')
  })
})
