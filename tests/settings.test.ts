import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readSettings, settingNames } from '../api/settings.ts'
import { sourcesOf, textOf } from './support/imports.ts'

/** Read by the tests alone. */
const ofTests = ['CHROMIUM', 'OFFING_THREADS']

describe('settings', () => {
  it('each have a row in docs/settings.md, and each row has a setting', () => {
    const rows = readFileSync('docs/settings.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))

    expect(rows.filter((name) => !ofTests.includes(name)).toSorted()).toEqual([...settingNames].toSorted())
    expect(new Set(rows).size).toBe(rows.length)
    expect(rows).toEqual(expect.arrayContaining(ofTests))
  })

  it('are read in one place: each program hands its environment to it, and nothing else looks', () => {
    const looking = sourcesOf(['api', 'db', 'seed', 'web']).filter((path) =>
      /process\.env|import\.meta\.env/.test(textOf(path)),
    )
    const withoutReading = looking.filter((path) =>
      /process\.env(?!\))/.test(textOf(path).replaceAll('readSettings(process.env)', '')),
    )

    expect(withoutReading).toEqual(['api/thread.ts'])
    expect(textOf('api/thread.ts').match(/process\.env\.\w+/g)).toEqual(['process.env.OFFING_THREADS'])
    for (const path of looking.filter((one) => one !== 'api/thread.ts')) expect(path).toMatch(/^api\/[\w-]+\.ts$/)
  })

  it.each([
    ['OFFING_BACKUP_SCHEDULE', 'every night'],
    ['OFFING_BACKUP_SCHEDULE', '* * * * * *'],
    ['OFFING_BACKUP_SCHEDULE', '0 0 31 2 *'],
    ['OFFING_BACKUPS_KEEP', 'all'],
    ['OFFING_METRICS_TOKEN', 'short'],
    ['OFFING_LOG_LEVEL', 'loud'],
    ['PORT', '70000'],
  ])('%s is not taken as “%s”, and the sentence that says so does not repeat it', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(`The setting ${name} is not right`)
    if (name === 'OFFING_METRICS_TOKEN') expect(() => readSettings({ [name]: value })).not.toThrow(value)
  })

  it('say where backups go and when, where nobody has said it', () => {
    expect(readSettings({ OFFING_DATA: '/var/lib/offing/offing.db' }).backups).toEqual({
      folder: '/var/lib/offing/backups',
      schedule: '15 2 * * *',
      keep: { days: 7, weeks: 5, months: 12 },
    })
    expect(readSettings({ OFFING_BACKUP_SCHEDULE: 'off' }).backups.schedule).toBeUndefined()
  })
})
