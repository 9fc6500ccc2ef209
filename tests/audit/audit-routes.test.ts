import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { startOfDay } from '../../api/audit/days.ts'
import type { AuditCheck, AuditEntry, AuditList } from '../../api/contract/audit.ts'
import { technologyRequest } from '../support/given.ts'
import { tamperWith } from '../support/tamper.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function looked() {
  const made = await createTestRegistry()
  const admin = await made.addPerson(['admin'])
  const list = async (query = ''): Promise<AuditList> => (await admin.get(`/audit${query}`).expect(200)).body
  const actionsOf = async (query: string) => (await list(query)).items.map(({ action }) => action)
  return { ...made, admin, list, actionsOf }
}

const change = (of: Visitor, slug: string, changes: object) =>
  of.put(
    `/technologies/${slug}`,
    { ...technologyRequest('Ring'), evidence: undefined, ...changes },
    { 'If-Match': '*' },
  )

describe('GET /audit', () => {
  it('shows who did what from where, with what was before and after, the newest first', async () => {
    const { scanner, given, list } = await looked()
    const { slug } = await given.technology('Ring')
    await change(scanner, slug, { description: 'Anew.' }).expect(200)

    const { items, total } = await list()
    expect(items[0]).toMatchObject({
      seq: total,
      actor: { id: scanner.account, name: 'scanner 1' },
      via: 'page',
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      action: 'technology.change',
      object: { kind: 'technology', name: 'Ring', page: `/technologies/${slug}` },
      details: { description: { before: 'What Ring is.', after: 'Anew.' } },
    })
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => total - i))
  })

  it('filters by person, action, object, way and day, all of them together', async () => {
    const { scanner, admin, given, actionsOf, list } = await looked()
    const ring = await given.technology('Ring')
    await given.technology('Lens')
    await change(scanner, ring.slug, { description: 'Anew.' }).expect(200)

    const both = '?action=technology.enter&action=technology.change'
    expect(await actionsOf(both)).toEqual(['technology.change', 'technology.enter', 'technology.enter'])
    expect(await actionsOf(`?kind=technology&object=${ring.id}`)).toEqual(['technology.change', 'technology.enter'])
    expect(await actionsOf(`${both}&actor=${scanner.account}&object=${ring.id}`)).toHaveLength(2)
    expect(await actionsOf(`${both}&actor=${admin.account}`)).toEqual([])
    expect(await actionsOf('?actor=nobody&via=page')).toEqual([])
    expect(new Set(await actionsOf('?via=program'))).toEqual(new Set(['policy.enter', 'taxonomy.enter']))
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format()
    expect((await list(`?from=${today}&to=${today}`)).total).toBe((await list()).total)
    expect((await list('?to=2020-01-01')).total).toBe(0)
  })

  it('finds acts by a part of what they are called, or by the beginning of an id', async () => {
    const { given, actionsOf } = await looked()
    const { id } = await given.technology('Ring')

    expect(await actionsOf('?q=TECHNOLOGY%20entered')).toEqual(['technology.enter'])
    expect(await actionsOf(`?q=${id.slice(0, 23)}`)).toEqual(['technology.enter'])
    expect(await actionsOf('?q=%25')).toEqual([])
  })

  it('goes on from where a page ended, whatever has been written since', async () => {
    const { given, list } = await looked()
    for (const name of ['Ring', 'Lens', 'Pump']) await given.technology(name)
    const first = await list('?action=technology.enter&limit=2')
    await given.technology('Patch')
    const next = await list(`?action=technology.enter&limit=2&cursor=${first.nextCursor}`)

    expect(first.items.map(({ object }) => object.name)).toEqual(['Pump', 'Lens'])
    expect(next.items.map(({ object }) => object.name)).toEqual(['Ring'])
    expect(next).toMatchObject({ total: 4, nextCursor: null })
  })

  it('has no name for somebody who was removed, and keeps what they did', async () => {
    const { scanner, given, file, list } = await looked()
    await given.technology('Ring')
    tamperWith(file, `delete from people where account_id = '${scanner.account}'`)

    expect((await list('?action=technology.enter')).items[0]!.actor).toEqual({ id: scanner.account, name: null })
  })

  it('is read though somebody has put nonsense into an entry', async () => {
    const { given, file, list } = await looked()
    await given.technology('Ring')
    tamperWith(file, `update audit_entries set details = 'nonsense' where action = 'technology.enter'`)

    expect((await list('?action=technology.enter')).items[0]!.details).toEqual({ unreadable: 'nonsense' })
  })

  it('is for admins alone, and refuses what it does not know', async () => {
    const { nobody, scanner, addPerson, admin } = await looked()
    for (const path of ['/audit', '/audit/choices', '/audit.csv', '/audit.jsonl', '/audit/check']) {
      await nobody.get(path).expect(401)
      await scanner.get(path).expect(403)
      await (await addPerson(['board', 'lead'])).get(path).expect(403)
    }
    await scanner.post('/audit/check').expect(403)
    const wrong = ['cursor=x', 'limit=201', 'via=post', 'from=2026-02-30', 'action=%3Cb%3E', 'actor=a%20b', 'sort=at']
    for (const query of wrong) await admin.get(`/audit?${query}`).expect(422)
  })

  it('offers the actions that there are, and people by name', async () => {
    const { admin, given } = await looked()
    await given.technology('Ring')

    const { actions, people } = (await admin.get('/audit/choices').expect(200)).body
    expect(actions).toEqual(expect.arrayContaining(['account.add', 'technology.enter']))
    expect(actions).toEqual([...actions].sort())
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['admin 2', 'scanner 1'])
  })
})

describe('the trail as a file', () => {
  it('is a table, the oldest first, in which no cell is a formula, and says itself that it was taken', async () => {
    const { admin, scanner, list } = await looked()
    await scanner.post('/technologies', technologyRequest('=1+2')).expect(201)
    const { text } = await admin.get('/audit.csv?action=technology.enter').expect(200)

    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ Who: 'scanner 1', What: 'Technology entered', 'From where': 'A page' })
    expect(rows[0]!.Called).toBe("'=1+2")
    expect((await list()).items[0]).toMatchObject({
      action: 'export',
      object: { id: 'exportAuditCsv' },
      details: { address: '/api/v1/audit.csv?action=technology.enter', format: 'csv' },
    })
  })

  it('is lines of JSON from which each digest can be worked out again', async () => {
    const { admin, given } = await looked()
    await given.technology('Ring')
    const { text } = await admin.get('/audit.jsonl').buffer(true).expect(200)

    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBeGreaterThan(5)
    for (const [
      i,
      { seq, at, actor, action, objectKind, objectId, details, via, addressDigest, digest },
    ] of lines.entries()) {
      const from = via === null && addressDigest === null ? [] : [via, addressDigest]
      const before = lines[i - 1]?.digest ?? '0'.repeat(64)
      const head = [seq, at, actor, action, objectKind, objectId].map((part) => JSON.stringify(part))
      const parts = [...head, details, ...[before, ...from].map((part) => JSON.stringify(part))]
      expect(
        createHash('sha256')
          .update(`[${parts.join(',')}]`)
          .digest('hex'),
      ).toBe(digest)
    }
  })
})

describe('checking the trail from its page', () => {
  async function checked(admin: Visitor): Promise<AuditCheck> {
    for (;;) {
      const { body } = await admin.get('/audit/check').expect(200)
      if (body.state !== 'running') return body
    }
  }

  it('goes on after the answer, and says up to which entry the trail is whole', async () => {
    const { admin, given, list } = await looked()
    expect((await admin.get('/audit/check').expect(200)).body).toMatchObject({ state: 'none', checked: 0 })
    await given.technology('Ring')
    const [last] = (await list()).items as [AuditEntry]

    expect((await admin.post('/audit/check').expect(200)).body).toMatchObject({ state: 'running', total: last.seq })
    expect(await checked(admin)).toMatchObject({
      state: 'whole',
      head: { seq: last.seq, digest: last.digest },
      failures: [],
    })
  })

  it('names the entry that does not fit', async () => {
    const { admin, file } = await looked()
    tamperWith(file, `update audit_entries set at = '2020-01-01T00:00:00.000Z' where seq = 2`)
    await admin.post('/audit/check').expect(200)

    expect(await checked(admin)).toMatchObject({ state: 'broken', failures: [expect.stringMatching(/^Entry 2 /)] })
  })
})

describe('a day', () => {
  it('begins at midnight in London, in winter and in summer', () => {
    expect(startOfDay('2026-01-10')).toBe('2026-01-10T00:00:00.000Z')
    expect(startOfDay('2026-07-10')).toBe('2026-07-09T23:00:00.000Z')
    expect(startOfDay('2026-03-29')).toBe('2026-03-29T00:00:00.000Z')
    expect(startOfDay('2026-03-29', 1)).toBe('2026-03-29T23:00:00.000Z')
  })
})

describe('the database', () => {
  it('refuses to alter and to delete an entry', async () => {
    const { file } = await looked()
    const raw = new Sqlite(file)
    expect(() => raw.exec('update audit_entries set seq = 99 where seq = 1')).toThrow(/append-only/)
    expect(() => raw.exec('delete from audit_entries')).toThrow(/append-only/)
    raw.close()
  })
})
