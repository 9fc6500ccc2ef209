import { afterEach, describe, expect, it } from '@jest/globals'
import { firstMisfit } from '../../api/audit/trail.ts'
import type { Import } from '../../api/contract/imports.ts'
import { auditTrail } from '../../db/audit.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { enter, lookedAt } from '../support/importing.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const heading =
  'Panel member,Technology,Specialism,Does this affect your service?,How much (1 to 9),When,As early as,Middle guess,As late as,Reason'

async function send(
  who: Visitor,
  scan: { slug: string },
  lines: readonly string[],
  withHeading = heading,
): Promise<Import> {
  const path = `/imports?kind=ratings&name=answers.csv&scan=${scan.slug}`
  const sent = await who
    .post(path)
    .set('Content-Type', 'text/csv')
    .send([withHeading, ...lines].join('\n') as unknown as object)
    .expect(201)
  return lookedAt(who, sent.body.id)
}

/** A scan over two specialisms whose panel is empty, with two technologies, and an admin. */
async function givenScan() {
  const made = await createTestRegistry()
  const admin = await made.addPerson(['admin'])
  const scan = await made.given.scan({ 'cardiac-science': 0, audiology: 0 })
  const monitor = await made.given.technology('Monitor', { aliases: ['Watcher'] })
  const patch = await made.given.technology('Patch')
  return { ...made, admin, scan, monitor, patch }
}

const three = [
  'P1,Monitor,Cardiac science,Yes,8,2029 to 2031,,,,It moves to the bedside.',
  'P2,Watcher,cardiac-science,yes,7,,2027,2030,2041,',
  'P3,monitor,Cardiac science,Yes,9,I can’t say,,,,',
  'P1,Patch,Cardiac science,"No, no change",,,,,,',
  'P2,Patch,Cardiac science,Yes,2,after 2036,,,,',
  'P3,Patch,Cardiac science,Yes,3,2033,,,,',
]

describe('a file of answers that an admin brings in', () => {
  it('becomes a closed round marked as imported, by which technologies are ranked', async () => {
    const { admin, scanner, scan } = await givenScan()

    const found = await send(admin, scan, three)
    expect(found).toMatchObject({
      state: 'checked',
      scan: { slug: scan.slug },
      counts: { rows: 6, good: 6, bad: 0, known: 0 },
    })
    const { body: done } = await enter(admin, found).expect(200)

    expect(done).toMatchObject({ state: 'entered', counts: { good: 6 } })
    const { body: held } = await scanner.get(`/scans/${scan.slug}`).expect(200)
    expect(held.rounds).toMatchObject([
      {
        number: 1,
        state: 'closed',
        imported: true,
        asksYears: true,
        technologies: 2,
        answered: 6,
        asked: 6,
        invited: 3,
        finished: 3,
      },
    ])
    expect(held.frozenAt).not.toBeNull()
    const { body: ranking } = await scanner.get(`/ranking?scan=${scan.slug}`).expect(200)
    expect(ranking.items.map(({ name, place }: { name: string; place: number }) => [name, place])).toEqual([
      ['Monitor', 1],
      ['Patch', 2],
    ])
    const { body: report } = await scanner.get(`/rounds/${held.rounds[0].id}/report`).expect(200)
    expect(report.imported).toBe(true)
  })

  it('makes panel members whom nobody can sign in as and nobody can write to, and keeps their label as a pseudonym alone', async () => {
    const { admin, scanner, scan, registry } = await givenScan()
    const before = await registry.read.selectFrom('people').selectAll().execute()
    await enter(admin, await send(admin, scan, three)).expect(200)

    const { items } = (await scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body
    expect(items.map(({ name, email }: { name: string; email: string }) => [name, email])).toEqual(
      Array.from({ length: 3 }, () => ['Imported panel member', '']),
    )
    const accounts = await registry.read
      .selectFrom('accounts')
      .selectAll()
      .where(
        'id',
        'in',
        items.map(({ account }: { account: string }) => account),
      )
      .execute()
    expect(accounts.map(({ password_hash, look_around }) => [password_hash, look_around])).toEqual(
      Array.from({ length: 3 }, () => [null, 0]),
    )
    expect(await registry.read.selectFrom('people').selectAll().execute()).toEqual(before)
    const messages = (await scanner.get(`/scans/${scan.slug}/messages`).expect(200)).body
    expect(messages.recipients.all).toBe(0)
    const pseudonyms = await registry.read.selectFrom('pseudonyms').select('pseudonym').orderBy('pseudonym').execute()
    expect(pseudonyms.map(({ pseudonym }) => pseudonym)).toEqual(
      ['P1', 'P2', 'P3'].map((label) => `${label}-${scan.id.slice(-6)}`),
    )
  })

  it('leaves one entry in the trail, with counts and a digest, and no label, value or digest of the file', async () => {
    const { admin, scan, registry } = await givenScan()
    const found = await send(admin, scan, three)
    const before = (await auditTrail(registry.read)).length
    await enter(admin, found).expect(200)

    const trail = await auditTrail(registry.read)
    expect(firstMisfit(trail)).toBeUndefined()
    const [entry, ...more] = trail.slice(before)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      action: 'import.enter',
      actor: admin.account,
      details: {
        kind: 'ratings',
        scan: scan.id,
        number: 1,
        entered: 6,
        known: 0,
        bad: 0,
        technologies: 2,
        members: 3,
        newMembers: 3,
      },
    })
    expect(entry!.details.saltedDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(entry)).not.toContain(found.fileDigest)
    expect(JSON.stringify(entry)).not.toMatch(/P1|bedside|Monitor/)
  })

  it('changes nothing when it comes again, under another name and in another order', async () => {
    const { admin, scanner, scan } = await givenScan()
    await enter(admin, await send(admin, scan, three)).expect(200)

    const again = await send(admin, scan, three)
    expect(again).toMatchObject({ counts: { good: 0, known: 6, bad: 0 }, earlier: { enteredBy: expect.any(String) } })
    await enter(admin, again).expect(409)
    const otherwise = await send(admin, scan, three.toReversed())
    expect(otherwise).toMatchObject({ counts: { good: 0, known: 6 }, earlier: null })

    expect((await scanner.get(`/scans/${scan.slug}`)).body.rounds).toHaveLength(1)
  })

  it('adds what has changed as a further round, of the same panel members', async () => {
    const { admin, scanner, scan, registry } = await givenScan()
    await enter(admin, await send(admin, scan, three)).expect(200)

    const found = await send(admin, scan, [
      three[0]!,
      'P2,Monitor,Cardiac science,Yes,1,after 2036,,,,',
      'P4,Monitor,Audiology,Yes,5,2030,,,,',
    ])
    expect(found.counts).toMatchObject({ good: 2, known: 1 })
    await enter(admin, found).expect(200)

    const { rounds } = (await scanner.get(`/scans/${scan.slug}`)).body
    expect(rounds).toMatchObject([{ number: 1 }, { number: 2, imported: true, answered: 2, pairs: 2 }])
    expect(await registry.read.selectFrom('panellists').select('id').execute()).toHaveLength(4)
  })

  it('names each row that cannot be used, with its column and what stands there', async () => {
    const { admin, scanner, scan, patch } = await givenScan()
    await scanner
      .put(`/technologies/${patch.slug}/archive`, { archived: true, reason: 'too-early' }, { 'If-Match': '*' })
      .expect(200)
    const found = await send(admin, scan, [
      'Dr Smith,Monitor,Cardiac science,Yes,8,2030,,,,',
      'P1,Teleporter,Cardiac science,Yes,8,2030,,,,',
      'P1,Patch,Cardiac science,Yes,8,2030,,,,',
      'P1,Monitor,Genomics,Yes,8,2030,,,,',
      'P1,Monitor,Cardiac science,Yes,12,soon,,,,',
      'P1,Monitor,Cardiac science,Yes,8,2030,,,,',
      'P1,Monitor,Cardiac science,Yes,7,2030,,,,',
      'P2,Monitor,Cardiac science,,,,,,,',
    ])
    expect(found.counts).toMatchObject({ rows: 8, good: 1, bad: 7 })

    const { items } = (await admin.get(`/imports/${found.id}/rows`).expect(200)).body
    const said = items.map((row: { row: number; findings: { column: string; found: string; detail: string }[] }) => [
      row.row,
      ...row.findings.map(({ column, found: it, detail }) => `${column}: ${it}: ${detail}`),
    ])
    expect(said).toEqual([
      [2, expect.stringMatching(/^A \(Panel member\): Dr Smith: Panel member must be a label that names nobody/)],
      [3, 'B (Technology): Teleporter: The registry has no technology “Teleporter”.'],
      [4, 'B (Technology): Patch: “Patch” is archived. Bring it back first.'],
      [5, 'C (Specialism): Genomics: The scan asks no specialism “Genomics”.'],
      [
        6,
        expect.stringMatching(/^E .+: 12: How much \(1 to 9\) must be a whole number from 1 to 9\.$/),
        expect.stringMatching(/^F \(When\): soon: When must be one of: 2026 to 2028/),
      ],
      [8, 'A (Panel member): P1: Row 7 holds an answer of the same panel member to the same.'],
      [9, expect.stringMatching(/^D .+: : Does this affect your service\? is missing\.$/)],
    ])
  })

  it('keeps texts from outside as text', async () => {
    const { admin, scanner, scan } = await givenScan()
    const reason = '<img src=x onerror=alert(1)>'
    const rows = ['P1', 'P2', 'P3', 'P4', 'P5'].map(
      (label) => `${label},Monitor,Cardiac science,Yes,8,2030,,,,${reason}`,
    )
    await enter(admin, await send(admin, scan, rows)).expect(200)

    const { rounds } = (await scanner.get(`/scans/${scan.slug}`)).body
    const { body } = await scanner.get(`/rounds/${rounds[0].id}/discussion`).expect(200)
    expect(JSON.stringify(body)).toContain(reason)
  })

  it('is refused whole where it is asked to be whole and a row is bad', async () => {
    const { admin, scanner, scan } = await givenScan()
    const found = await send(admin, scan, [...three, 'P9,Nothing,Cardiac science,Yes,8,2030,,,,'])

    await enter(admin, found, true).expect(409)

    expect((await scanner.get(`/scans/${scan.slug}`)).body.rounds).toEqual([])
    await enter(admin, found, false).expect(412)
  })
})

describe('rows without a label', () => {
  const unnamed = ['Monitor', 'Monitor', 'Patch'].map((name) => `,${name},Cardiac science,Yes,8,2030,,,,`)

  it('are each of one more person on their item, and are known when they come again', async () => {
    const { admin, scanner, scan } = await givenScan()
    await enter(admin, await send(admin, scan, unnamed)).expect(200)

    const [round] = (await scanner.get(`/scans/${scan.slug}`)).body.rounds
    expect(round).toMatchObject({ answered: 3, invited: 2 })
    expect((await send(admin, scan, unnamed)).counts).toMatchObject({ good: 0, known: 3, bad: 0 })
  })

  it('are refused where the scan has answers that they could be already', async () => {
    const { admin, scan } = await givenScan()
    await enter(admin, await send(admin, scan, three)).expect(200)

    const found = await send(admin, scan, unnamed)

    expect(found.counts).toMatchObject({ good: 0, known: 0, bad: 3 })
    const { items } = (await admin.get(`/imports/${found.id}/rows`)).body
    expect(items[0].findings[0].detail).toContain('it would count twice')
  })
})

describe('importing ratings is refused', () => {
  it('to everybody but an admin, who alone sees what stands in the file', async () => {
    const { admin, scanner, addPerson, scan } = await givenScan()
    const path = `/imports?kind=ratings&name=a.csv&scan=${scan.slug}`
    const body = [heading, ...three].join('\n') as unknown as object
    for (const one of [scanner, await addPerson(['lead']), await addPerson(['board'])])
      await one.post(path).set('Content-Type', 'text/csv').send(body).expect(403)

    const found = await send(admin, scan, three)
    await scanner.get(`/imports/${found.id}`).expect(403)
    await scanner.get(`/imports/${found.id}/rows`).expect(403)
    await scanner.get(`/imports/${found.id}/bad-rows.csv`).expect(403)
    await enter(scanner, found).expect(403)
    expect((await scanner.get('/imports').expect(200)).body.items).toEqual([])
    await enter(admin, found).expect(200)
    expect((await scanner.get('/imports').expect(200)).body.items).toMatchObject([
      { kind: 'ratings', scan: { slug: scan.slug }, counts: { good: 6 } },
    ])
  })

  it('without a scan, and for one that is not there', async () => {
    const { admin } = await givenScan()
    const post = (query: string) =>
      admin
        .post(`/imports?kind=ratings&name=a.csv${query}`)
        .set('Content-Type', 'text/csv')
        .send(heading as unknown as object)

    expect((await post('').expect(422)).body.errors).toEqual([
      { parameter: 'scan', detail: 'Say for which scan the ratings are.' },
    ])
    await post('&scan=no-such-scan').expect(404)
  })

  it('while a round is open or prepared, also where it was opened after the file was looked at', async () => {
    const { admin, scanner, given, scan, monitor } = await givenScan()
    const found = await send(admin, scan, three)
    await given.panellist(scan, ['cardiac-science'])
    await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)

    expect((await enter(admin, found).expect(409)).body.detail).toContain('Round 1 of')
    const path = `/imports?kind=ratings&name=a.csv&scan=${scan.slug}`
    expect(
      (
        await admin
          .post(path)
          .set('Content-Type', 'text/csv')
          .send(heading as unknown as object)
          .expect(409)
      ).body.detail,
    ).toContain('is prepared')
    const { rounds } = (await scanner.get(`/scans/${scan.slug}`)).body
    await scanner.post(`/rounds/${rounds[0].id}/technologies`, { technologies: [monitor.slug] }).expect(201)
    await scanner.post(`/rounds/${rounds[0].id}/open`).set('If-Match', '*').expect(200)
    await scanner.post(`/rounds/${rounds[0].id}/close`).set('If-Match', '*').expect(200)
    expect(
      (await enter(admin, await (await admin.get(`/imports/${found.id}`)).body).expect(409)).body.detail,
    ).toContain('Another round was added')
  })

  it('once the scan has a published edition', async () => {
    const { scanner, scan, addPerson } = await givenRanking()
    await givenEdition(scanner, scan)
    const admin = await addPerson(['admin'])

    const path = `/imports?kind=ratings&name=a.csv&scan=${scan.slug}`
    const { body } = await admin
      .post(path)
      .set('Content-Type', 'text/csv')
      .send(heading as unknown as object)
      .expect(409)

    expect(body.detail).toContain('Edition 1 of')
  })
})

describe('our own file of answers', () => {
  it('gives the same ranking in another registry', async () => {
    const from = await givenRanking()
    const { text } = await from.scanner.get(`/scans/${from.scan.slug}/answers.csv`).expect(200)
    const to = await createTestRegistry()
    const admin = await to.addPerson(['admin'])
    for (const name of ['Monitor', 'Patch', 'Pump']) await to.given.technology(name)
    const scan = await to.given.scan({ 'cardiac-science': 0, audiology: 0 })

    const [headings, ...lines] = text.replace('\uFEFF', '').trim().split(/\r?\n/)
    const found = await send(admin, scan, lines, headings)
    expect(found.counts).toMatchObject({ rows: 15, good: 15, bad: 0 })
    await enter(admin, found).expect(200)

    const figures = async (who: Visitor, of: { slug: string }) => {
      const { items } = (await who.get(`/ranking?scan=${of.slug}`).expect(200)).body
      return items.map(({ name, place, score, years }: Record<string, unknown>) => [name, place, score, years])
    }
    expect(await figures(to.scanner, scan)).toEqual(await figures(from.scanner, from.scan))
    expect((await figures(to.scanner, scan)).length).toBe(3)
  })

  it('changes nothing in the scan that it comes from', async () => {
    const { scanner, scan, addPerson } = await givenRanking()
    const { text } = await scanner.get(`/scans/${scan.slug}/answers.csv`).expect(200)
    const [headings, ...lines] = text.replace('\uFEFF', '').trim().split(/\r?\n/)

    const found = await send(await addPerson(['admin']), scan, lines, headings)

    expect(found.counts).toMatchObject({ rows: 15, good: 0, known: 15, bad: 0 })
  })
})
