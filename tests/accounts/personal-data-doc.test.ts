import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { settingWords } from '../../api/setting-words.ts'
import { readSettings } from '../../api/settings.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const doc = readFileSync(new URL('../../docs/data-protection/personal-data.md', import.meta.url), 'utf8')

/** `table.column` of every line that begins so: `| `table`: `column`, …` or `- `table`: …`. */
function namedIn(beginning: string): string[] {
  const lines = doc.split('\n').filter((line) => line.startsWith(`${beginning} \``))
  return lines.flatMap((line) => {
    const cell = beginning === '|' ? line.split('|')[1]! : line
    const [table, ...columns] = [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name!)
    return columns.map((column) => `${table}.${column}`)
  })
}

/** Every column of the database, but for those of search indexes and of the migrations' own tables. */
function columnsOf(file: string): string[] {
  const raw = new Sqlite(file, { readonly: true })
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  const own = tables.filter((name) => !/_search_|^kysely_/.test(name))
  const columns = own.flatMap((table) =>
    (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `${table}.${name}`),
  )
  raw.close()
  return columns
}

describe('the record of processing', () => {
  it('says of every column of the database whether it holds personal data, once', async () => {
    const { file } = await createTestRegistry()
    const columns = columnsOf(file)
    const named = [...namedIn('|'), ...namedIn('-')]

    expect(columns.length).toBeGreaterThan(300)
    expect(columns.filter((column) => !named.includes(column))).toEqual([])
    expect(named.filter((column) => !columns.includes(column))).toEqual([])
    expect(named.filter((column, i) => named.indexOf(column) !== i)).toEqual([])
  })

  it('calls every name and address of a person personal', () => {
    const personal = namedIn('|')
    for (const column of [
      'people.name',
      'people.email',
      'sessions.address',
      'audit_addresses.address',
      'signal_senders.name',
    ])
      expect(personal).toContain(column)
  })
})

describe('GET /settings', () => {
  it('shows every setting with its meaning, secrets only as set, to administrators alone', async () => {
    const settings = {
      OFFING_ORIGIN: 'https://offing.example.nhs.uk',
      SMTP_URL: 'smtp://me:hunter2@mail.example.nhs.uk',
      MAIL_FROM: 'scan@example.nhs.uk',
      HTTPS_PROXY: 'http://me:hunter3@proxy.example.nhs.uk:8080',
    }
    const { addPerson, scanner, nobody } = await createTestRegistry({ settings })
    // Behind TLS the cookie has another name, which the visitors of a test do not send.
    const shown = readSettings(settings).shown

    expect(JSON.stringify(shown)).not.toMatch(/hunter/)
    const stateOf = (name: string) => shown.find((one) => one.name === name)!
    expect(stateOf('SMTP_URL')).toMatchObject({ value: null, state: 'secret' })
    expect(stateOf('OFFING_ORIGIN')).toMatchObject({ value: 'https://offing.example.nhs.uk', state: 'set' })
    expect(stateOf('PORT')).toMatchObject({ value: '4310', state: 'default' })
    expect(shown.filter(({ name, meaning }) => !meaning || !settingWords[name])).toEqual([])
    await nobody.get('/settings').expect(401)
    void [addPerson, scanner]
  })

  it('is answered to administrators, and to nobody else', async () => {
    const { addPerson, scanner } = await createTestRegistry()
    const { body } = await (await addPerson(['admin'])).get('/settings').expect(200)
    expect(body.mail).toBe(false)
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('OFFING_CONTACT')
    await scanner.get('/settings').expect(403)
  })
})
