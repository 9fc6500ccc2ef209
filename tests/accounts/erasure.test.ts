import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { readArchive } from '../../api/archive/read-commands.ts'
import { writeArchive } from '../../api/archive/write-commands.ts'
import { firstMisfit } from '../../api/audit/trail.ts'
import { surenessFrom } from '../../api/editions/sureness-reader.ts'
import { verifyEdition } from '../../api/editions/verify-reader.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { givenEveryTable } from '../support/given-every-table.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'
import { askAt, stopsOf } from '../support/walk.ts'

afterEach(closeTestRegistries)

const who = { name: 'Quentin Zarzuela', email: 'q.zarzuela@trust.example' }
const traces = /zarzuela|192\.0\.2\.77|Quokka Browser|quixotic shares/i

/** A registry with a row in every table, in which somebody has left traces everywhere: a panel member, known by name. */
async function withSomebody() {
  const made = await givenEveryTable()
  const admin = await made.addPerson(['admin'])
  const lead = made.leads[1]!
  const present = await admin.get(`/accounts/${lead.account}`).expect(200)
  const { roles, specialisms } = present.body
  const changed = { ...who, roles, specialisms, switchedOff: false }
  await admin.put(`/accounts/${lead.account}`, changed, { 'If-Match': present.headers.etag! }).expect(200)
  await lead
    .put(`/scans/${made.scan.slug}/my-seat/consent`, { consentToBeNamed: true }, { 'If-Match': '*' })
    .expect(200)
  const interests = { kind: 'some', statement: 'I hold quixotic shares.', technologies: [] }
  await lead.put(`/scans/${made.scan.slug}/my-seat/declaration`, interests, { 'If-Match': '*' }).expect(200)
  await lead.post('/signals', { title: 'A nomination' }).expect(201)
  traceBehindTheDoor(made.file, lead.account)
  return { ...made, admin, lead }
}

/** What comes of signing in, mail and single sign-on, which this test does not go through. */
function traceBehindTheDoor(file: string, account: string): void {
  const raw = new Sqlite(file)
  const at = '2026-03-01T09:00:00.000Z'
  const seq = raw.prepare('select max(seq) from audit_entries where actor_id = ?').pluck().get(account)
  const panellist = raw.prepare('select id from panellists where account_id = ?').pluck().get(account)
  const other = raw.prepare('select id from panellists where account_id <> ? limit 1').pluck().get(account)
  const signal = raw.prepare('select signal_id from signal_senders limit 1').pluck().get()
  const run = (text: string, ...values: unknown[]) => raw.prepare(text).run(...values)
  run("update sessions set address = '192.0.2.77', client = 'Quokka Browser' where account_id = ?", account)
  run("insert into identities values ('https://idp.example', 'zarzuela-subject', ?, ?)", account, at)
  run("insert into recovery_codes values (?, 'zarzuela-digest')", account)
  run("insert into second_factors values (?, 'zarzuela-secret', null, 0, ?)", account, at)
  run("insert or replace into audit_addresses values (?, '192.0.2.77', 'zarzuela-salt')", seq)
  run("insert or ignore into pseudonyms values (?, 'P-ZZZZZZ')", panellist)
  run(
    'update merges set moved = ?',
    JSON.stringify({ aliases: [], evidence: [], signals: [], before: { archived: false, reason: null, note: '' } }),
  )
  run('update panellists set deputy_account_id = ? where id = ?', account, other)
  run("update signal_senders set name = 'Q Zarzuela', address = 'Q.Zarzuela@trust.example' where signal_id = ?", signal)
  run("update signals set service = 'Zarzuela clinic', interest = 'Zarzuela Ltd' where id = ?", signal)
  raw.close()
}

async function erase(admin: Visitor, lead: Visitor) {
  await admin.post(`/accounts/${lead.account}/erase`, { name: who.name }).expect(204)
}

describe('removing a person', () => {
  it('wants their name typed as it stands, and cannot be done twice', async () => {
    const { admin, lead } = await withSomebody()
    const path = `/accounts/${lead.account}/erase`

    expect((await admin.post(path, { name: 'Quentin' }).expect(422)).body.errors[0].pointer).toBe('/name')
    await admin.post(path, {}).expect(422)
    await admin.post(path, { name: who.name }).expect(204)
    await admin.post(path, { name: who.name }).expect(409)
    const { body } = await admin.get(`/accounts/${lead.account}`).expect(200)
    expect(body).toMatchObject({ state: 'removed', name: 'Removed person', email: '', roles: [], secondFactor: false })
    for (const act of ['invitation', 'password-reset']) await admin.post(`/accounts/${lead.account}/${act}`).expect(409)
    await admin.get(`/accounts/${lead.account}/data`).expect(409)
    await lead.get('/session').expect(401)
  })

  it('leaves no trace of them in the file, nor in its log', async () => {
    const { admin, lead, file, folder } = await withSomebody()
    const held = () =>
      [file, `${file}-wal`]
        .filter(existsSync)
        .map((one) => readFileSync(one, 'latin1'))
        .join('')
    expect(held()).toMatch(traces)

    await erase(admin, lead)

    expect(held().match(new RegExp(`.{0,40}(${traces.source}).{0,40}`, 'i'))?.[0]).toBeUndefined()
    expect(existsSync(join(folder, 'offing.db-wal')) && readFileSync(`${file}-wal`).length).toBe(0)
  })

  it('leaves trail, editions and archive whole, also where the answers are published again', async () => {
    const { admin, lead, registry, world, scanner, scan, folder } = await withSomebody()
    const verify = async () => {
      const { failures, notes } = await verifyEdition(registry.read, '1', surenessFrom(world.certainties))
      return { failures, notes: notes.join(' ') }
    }
    const { ratings } = await counted(registry.read)

    await erase(admin, lead)

    expect(firstMisfit(await auditTrail(registry.read))).toBeUndefined()
    expect(await verify()).toEqual({
      failures: [],
      notes: expect.stringMatching(/^Erased since it was published.+: P-/),
    })
    expect((await counted(registry.read)).ratings).toBe(ratings)
    await scanner.get(`/scans/${scan.slug}/answers.json`).expect(200)
    expect((await verify()).failures).toEqual([])
    const archive = join(folder, 'archive.ndjson')
    await writeArchive(registry, archive, '9.9.9')
    expect(readFileSync(archive, 'utf8')).not.toMatch(traces)
    const restored = await openRegistry(join(folder, 'restored.db'))
    await readArchive(restored, archive)
    expect(firstMisfit(await auditTrail(restored.read))).toBeUndefined()
    await restored.close()
  })

  it('leaves every page readable in every role, and none of them tells who it was', async () => {
    const { admin, lead, scanner, nobody, board, leads, registry } = await withSomebody()
    await erase(admin, lead)

    const { body: document } = await nobody.get('/openapi.json').expect(200)
    const known: Record<string, string[]> = await idsIn(registry.read)
    known.account = [lead.account]
    // What the walk does not know it fills with the account, so that it need not know every part of the interface.
    const fillings = new Proxy(known, { get: (ids, name: string) => ids[name] ?? [lead.account] })
    const queries: Record<string, string[]> = { search: ['?q=Monitor'], listAccounts: ['', '?state=removed'] }
    const stops = stopsOf(document, fillings, new Proxy(queries, { get: (known, id: string) => known[id] ?? [''] }))
    const faults: string[] = []
    let told = 0
    for (const [role, visitor] of Object.entries({ scanner, admin, board, lead: leads[0]! }))
      for (const stop of stops.filter(({ operation }) => operation.method === 'get')) {
        const { status, text } = await askAt(visitor, stop, undefined, {})
        if (status >= 500 || traces.test(text)) faults.push(`${role}: ${stop.address} ${status}`)
        if (text.includes('Removed person')) told++
      }

    expect(faults).toEqual([])
    expect(told).toBeGreaterThan(2)
  }, 120_000)

  it('keeps their seat, left, as a removed person’s, and whoever had them as a deputy has none', async () => {
    const { admin, lead, scanner, scan } = await withSomebody()
    await erase(admin, lead)

    const { items } = (await scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body

    const seat = items.find(({ account }: { account: string }) => account === lead.account)
    expect(seat).toMatchObject({ name: 'Removed person', email: '', leftAt: expect.any(String), namedConsent: null })
    expect(items.filter(({ deputy }: { deputy: unknown }) => deputy !== null)).toEqual([])
    const { body: statement } = await scanner.get(`/scans/${scan.slug}/statement`).expect(200)
    expect(JSON.stringify(statement)).not.toMatch(/Removed person|Zarzuela/)
  })
})

describe('the database itself', () => {
  it('lets go of the words of a declaration only where its person was removed', async () => {
    const { admin, lead, file, leads, scan } = await withSomebody()
    const interests = { kind: 'some', statement: 'I own a mill.', technologies: [] }
    await leads[2]!.put(`/scans/${scan.slug}/my-seat/declaration`, interests, { 'If-Match': '*' }).expect(200)
    await erase(admin, lead)
    const raw = new Sqlite(file)

    expect(() => raw.exec("update declarations set statement = ''")).toThrow('append-only')
    const ofRemoved = `where panellist_id in (select id from panellists where account_id = '${lead.account}')`
    expect(() => raw.exec(`update declarations set statement = 'Others' ${ofRemoved}`)).toThrow('append-only')
    expect(() => raw.exec(`update declarations set kind = 'none' ${ofRemoved}`)).toThrow('append-only')
    raw.exec(`update declarations set statement = '' ${ofRemoved}`)
    raw.close()
  })
})

describe('people who nominated without an account', () => {
  it('are found and removed by the address that they gave, and the nomination stays', async () => {
    const { addPerson, nobody, scanner, registry } = await createTestRegistry({
      settings: { OFFING_OPEN_NOMINATIONS: 'on' },
    })
    const admin = await addPerson(['admin'])
    const nomination = {
      ...{ title: 'A new patch', what: 'A patch.', why: 'It saves time.', source: '', webAddress: null },
      ...{
        service: 'Ward 7',
        specialism: null,
        interest: 'I work for its maker',
        name: 'Nora',
        address: 'Nora@Home.example',
      },
    }
    await nobody.post('/nominations', nomination).expect(201)

    const found = await admin.post('/nomination-senders/find', { address: 'nora@home.EXAMPLE' }).expect(200)
    expect(found.body.items).toMatchObject([{ name: 'Nora', service: 'Ward 7', title: 'A new patch' }])
    await scanner.post('/nomination-senders/find', { address: 'nora@home.example' }).expect(403)
    const erased = await admin.post('/nomination-senders/erase', { address: 'nora@home.example' }).expect(200)

    expect(erased.body).toEqual({ erased: 1 })
    const { items } = (await scanner.get('/signals').expect(200)).body
    expect(items[0]).toMatchObject({
      title: 'A new patch',
      sentBy: null,
      senderAddress: null,
      service: '',
      interest: '',
    })
    expect(JSON.stringify(await auditTrail(registry.read))).not.toMatch(/nora/i)
  })
})

describe('a person’s own data', () => {
  it('holds their answers with reasons for themselves, and none of them for an administrator', async () => {
    const { admin, lead, registry } = await withSomebody()

    const own = (await lead.get('/own-account/data').expect(200)).body
    const byAdmin = (await admin.get(`/accounts/${lead.account}/data`).expect(200)).body

    expect(own.account).toMatchObject({ name: who.name, email: who.email })
    expect(own.answers.length).toBe(3)
    expect(own.answers[0]).toMatchObject({ technology: 'Monitor', stance: 'rated', impact: 7 })
    const seat = own.seats.find(({ deputyOf }: { deputyOf: boolean }) => !deputyOf)
    expect(seat.declarations.at(-1).statement).toContain('quixotic')
    expect(own.nominations).toHaveLength(1)
    expect(own.audit.length).toBeGreaterThan(3)
    expect(byAdmin).toMatchObject({ answers: null, seats: own.seats.map(() => ({ pseudonym: null })) })
    expect(JSON.stringify(byAdmin)).not.toMatch(/"(impact|stance|pseudonym":"P-)/)
    const exports = (await auditTrail(registry.read)).filter(({ action }) => action === 'account.export')
    expect(exports.map(({ actor, objectId }) => [actor, objectId])).toEqual([
      [lead.account, lead.account],
      [admin.account, lead.account],
    ])
  })
})

type Database = Parameters<typeof auditTrail>[0]

async function counted(db: Database) {
  const { n } = await db
    .selectFrom('ratings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { ratings: n }
}

/** An id of everything that stands in an address. */
async function idsIn(db: Database): Promise<Record<string, string[]>> {
  const tables = {
    ...{ scan: 'scans', round: 'rounds', technology: 'technologies', other: 'technologies', specialism: 'specialisms' },
    ...{ panellist: 'panellists', evidence: 'evidence', outcome: 'outcomes', file: 'evidence_files' },
    ...{ note: 'technology_notes', edition: 'editions', category: 'categories', list: 'outside_lists' },
    ...{ item: 'outside_items', signal: 'signals', import: 'imports', source: 'sources', merge: 'merges' },
  } as const
  const ids: Record<string, string[]> = { kind: ['signals'] }
  for (const [name, table] of Object.entries(tables)) {
    const rows: { id: string }[] = await db
      .selectFrom(table as 'scans')
      .select('id')
      .limit(2)
      .execute()
    ids[name] = rows.map(({ id }) => id)
  }
  return ids
}
