import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { rotate, takeBackup } from '../../api/backup/backup-commands.ts'
import { digestOfFile } from '../../api/backup/disk-commands.ts'
import { manifestIn } from '../../api/backup/manifest.ts'
import { TakenAlready } from '../../api/backup/problem.ts'
import { backupsIn } from '../../api/backup/shelf-reader.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const at = '2026-03-01T02:15:00.000Z'
const keep = { days: 7, weeks: 5, months: 12 }

async function withBackup() {
  const test = await createTestRegistry()
  await test.given.technology('Monitor')
  const folder = join(test.folder, 'backups')
  const task = { file: test.file, folder, at, product: '9.9.9' }
  return { ...test, backups: folder, task, taken: await takeBackup(task) }
}

describe('a backup', () => {
  it('stands whole in one file that its owner alone may read, with what it is beside it', async () => {
    const { backups, taken } = await withBackup()

    expect(readdirSync(backups).toSorted()).toEqual(['offing-20260301T021500Z.db', 'offing-20260301T021500Z.json'])
    const file = join(backups, `${taken.name}.db`)
    for (const one of [file, join(backups, `${taken.name}.json`)]) expect(statSync(one).mode & 0o777).toBe(0o600)
    expect(statSync(backups).mode & 0o777).toBe(0o700)
    const manifest = manifestIn(readFileSync(join(backups, `${taken.name}.json`), 'utf8'))!
    expect(manifest).toMatchObject({ product: 'offing', version: '9.9.9', bytes: statSync(file).size })
    expect(manifest.sha256).toBe(await digestOfFile(file))
    const raw = new Sqlite(file, { readonly: true })
    expect(raw.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(raw.prepare('select name from technologies').pluck().all()).toEqual(['Monitor'])
    expect(raw.prepare('select seq, digest from audit_entries order by seq desc limit 1').get()).toEqual(
      manifest.auditHead,
    )
    expect(manifest.rows.technologies).toBe(1)
    raw.close()
  })

  it('is of one moment, while several go on writing', async () => {
    const { scanner, task, registry } = await withBackup()
    let writing = true
    const write = async (writer: number) => {
      for (let n = 0; writing; n++)
        await scanner.post('/technologies', technologyRequest(`T ${writer} ${n}`)).expect(201)
    }
    const writers = [1, 2].map(write)
    const taken = []
    for (const minute of [16, 17, 18]) taken.push(await takeBackup({ ...task, at: `2026-03-01T02:${minute}:00.000Z` }))
    writing = false
    await Promise.all(writers)

    const trail = await registry.read.selectFrom('audit_entries').select(['seq', 'digest']).execute()
    for (const { auditHead } of taken) expect(trail).toContainEqual(auditHead)
    expect(taken.at(-1)!.auditHead!.seq).toBeGreaterThan(taken[0]!.auditHead!.seq)
  })

  it('of one moment is taken once, by whichever process comes first', async () => {
    const { backups, task } = await withBackup()

    await expect(takeBackup(task)).rejects.toThrow(TakenAlready)
    const later = { ...task, at: '2026-03-02T02:15:00.000Z' }
    const both = await Promise.allSettled([takeBackup(later), takeBackup(later)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(backupsIn(backups)).toHaveLength(2)
  })

  it('is not kept where the trail was altered behind the triggers’ back', async () => {
    const { file, backups, task } = await withBackup()
    const raw = new Sqlite(file)
    raw.exec(`drop trigger audit_entries_no_update; update audit_entries set object_id = 'x' where seq = 2`)
    raw.close()

    await expect(takeBackup({ ...task, at: '2026-03-02T02:15:00.000Z' })).rejects.toThrow('does not fit at entry 2')
    expect(readdirSync(backups)).toHaveLength(2)
  })

  it('leaves what a killed process left for a day, then takes it away', async () => {
    const { backups, task } = await withBackup()
    const left = join(backups, 'offing-20260228T021500Z.part')
    writeFileSync(left, '')
    await takeBackup({ ...task, at: '2026-03-02T02:15:00.000Z' })
    expect(existsSync(left)).toBe(true)

    const longAgo = Date.now() / 1000 - 90_000
    utimesSync(left, longAgo, longAgo)
    await takeBackup({ ...task, at: '2026-03-03T02:15:00.000Z' })
    expect(existsSync(left)).toBe(false)
  })
})

describe('rotation', () => {
  it('touches nothing that is no backup of ours', async () => {
    const { backups, taken } = await withBackup()
    const text = readFileSync(join(backups, `${taken.name}.json`), 'utf8')
    const put = (name: string, takenAt: string, manifest = text) => {
      writeFileSync(join(backups, `${name}.db`), 'x')
      writeFileSync(join(backups, `${name}.json`), manifest.replace(taken.takenAt, takenAt))
    }
    put('offing-20200101T021500Z', '2020-01-01T02:15:00.000Z')
    put('offing-20200102T021500Z', '2020-01-02T02:15:00.000Z')
    put('offing-20200103T021500Z', '2020-01-03T02:15:00.000Z', '{"product":"another"}')
    put('before-the-upgrade', '2020-01-01T02:15:00.000Z')
    mkdirSync(join(backups, 'offing-20190101T021500Z'))

    expect(rotate(backups, { days: 1, weeks: 0, months: 2 })).toEqual(['offing-20200101T021500Z'])
    expect(
      readdirSync(backups)
        .filter((name) => name.includes('2020') || name.includes('upgrade'))
        .toSorted(),
    ).toEqual([
      'before-the-upgrade.db',
      'before-the-upgrade.json',
      'offing-20200102T021500Z.db',
      'offing-20200102T021500Z.json',
      'offing-20200103T021500Z.db',
      'offing-20200103T021500Z.json',
    ])
  })
})

describe('the program’s own backups', () => {
  it('are taken in a thread while it serves, and an admin sees how they fare', async () => {
    const { world, addPerson, scanner, folder, nobody } = await createTestRegistry()
    const admin = await addPerson(['admin'])
    const due = new Date('2026-03-01T02:15:00.900Z')
    await Promise.all([world.backups.take(due), scanner.get('/technologies').expect(200)])

    const { body } = await admin.get('/service').expect(200)
    expect(body.backups).toMatchObject({ schedule: '15 2 * * *', keep: '7d5w12m', kept: 1, failure: null })
    expect(body.backups.last.bytes).toBeGreaterThan(100_000)
    expect(body.database).toMatchObject({ isFull: false })
    expect(readdirSync(join(folder, 'backups'))).toContain('offing-20260301T021500Z.db')
    expect(JSON.stringify(body)).not.toContain(folder)
    await scanner.get('/service').expect(403)
    await nobody.get('/service').expect(401)
  })

  it('that cannot be taken say why, until one can', async () => {
    const { world, addPerson, folder } = await createTestRegistry()
    const admin = await addPerson(['admin'])
    writeFileSync(join(folder, 'backups'), 'a file in the place of the folder')

    await expect(world.backups.take(new Date())).rejects.toThrow('could not be written')
    const { failure, last } = (await admin.get('/service').expect(200)).body.backups
    expect([failure.reason, last]).toEqual(['It could not be written (EEXIST).', null])
    expect(world.backups.state().failures).toBe(1)
  })

  it('keep only what is to be kept', async () => {
    const { world, folder } = await createTestRegistry({ settings: { OFFING_BACKUPS_KEEP: '1d0w0m' } })
    await world.backups.take(new Date('2026-03-01T02:15:00Z'))
    await world.backups.take(new Date('2026-03-02T02:15:00Z'))

    // Both were taken within the same day, by the clock that counts.
    expect(backupsIn(join(folder, 'backups'))).toHaveLength(2)
    expect(rotate(join(folder, 'backups'), keep)).toEqual([])
  })
})
