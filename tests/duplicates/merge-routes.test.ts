import { afterEach, describe, expect, it } from '@jest/globals'
import type { Technology } from '../../api/contract/technologies.ts'
import { auditTrail } from '../../db/audit.ts'
import { textsInScan } from '../../db/frozen-texts.ts'
import { newId } from '../../db/ids.ts'
import { insertSignal } from '../../db/signals.ts'
import { insertLink } from '../../db/triage.ts'
import { evidenceRequest, technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const read = async (who: Visitor, { slug }: { slug: string }): Promise<Technology> =>
  (await who.get(`/technologies/${slug}`).expect(200)).body

async function merge(who: Visitor, survivor: { slug: string }, merged: { slug: string }, changes: object = {}) {
  const seen = { survivor: await read(who, survivor), merged: await read(who, merged) }
  const body = { merged: merged.slug, version: seen.merged.version, ...changes }
  return who.post(`/technologies/${survivor.slug}/merges`, body).set('If-Match', `"${seen.survivor.version}"`)
}

async function undo(who: Visitor, survivor: { slug: string }, { id }: { id: string }) {
  return who.delete(`/technologies/${survivor.slug}/merges/${id}`).set('If-Match', '*')
}

async function two({ given }: TestRegistry) {
  const kept = await given.technology('Breath test', { aliases: ['Sniffer'] })
  const gone = await given.technology('Electronic nose', { aliases: ['e-Nose', 'SNIFFER'] })
  return { kept, gone }
}

async function linkedSignal({ registry, scanner }: TestRegistry, technologies: Technology[]): Promise<string> {
  const id = newId()
  const place = { webAddress: null, scan: null, specialism: null, technology: null, sentBy: null }
  const at = '2026-03-01T09:00:00.000Z'
  await registry.transaction(async (trx) => {
    await insertSignal(trx, { id, title: 'A trial', text: '', ...place, receivedAt: at })
    for (const { id: technology } of technologies)
      await insertLink(trx, { signal: id, technology, evidence: null }, scanner.account, at)
  })
  return id
}

describe('merging two technologies', () => {
  it('gives names, evidence and signals to the survivor, and archives the other under it', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    await linkedSignal(test, [gone])

    const { status, body } = await merge(test.scanner, kept, gone)

    expect(status).toBe(201)
    expect(body).toMatchObject({
      merged: { slug: gone.slug },
      aliases: ['Electronic nose', 'e-Nose'],
      evidence: 1,
      signals: 1,
    })
    const survivor = await read(test.scanner, kept)
    expect(survivor.aliases).toEqual(['Sniffer', 'Electronic nose', 'e-Nose'])
    expect(survivor.evidence.map(({ id }) => id).sort()).toEqual(
      [...kept.evidence, ...gone.evidence].map(({ id }) => id).sort(),
    )
    const merged = await read(test.scanner, gone)
    expect(merged).toMatchObject({
      archived: true,
      archive: { reason: 'duplicate' },
      mergedInto: { slug: kept.slug, name: kept.name },
      name: 'Electronic nose',
    })
    expect((await test.scanner.get(`/technologies/${gone.id}`)).body.mergedInto).toEqual(merged.mergedInto)
    const signals = await test.scanner.get(`/signals?technology=${kept.slug}&state=unread`)
    expect(signals.body.items).toMatchObject([{ title: 'A trial' }])
    const found = await test.scanner.get('/search?q=electronic&kinds=technologies')
    expect(found.body.groups[0].hits).toMatchObject([{ technology: { slug: kept.slug } }])
  })

  it('leaves what happened in the trail of both', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    await merge(test.scanner, kept, gone)

    const entries = (await auditTrail(test.registry.read)).filter(({ action }) => action === 'technology.merge')

    expect(entries.map(({ objectId }) => objectId)).toEqual([gone.id, kept.id])
    expect(entries[0]).toMatchObject({ actor: test.scanner.account, details: { survivor: kept.id, merged: gone.id } })
  })

  it('is taken back to exactly what was there', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    await linkedSignal(test, [gone, kept])
    const own = await linkedSignal(test, [gone])
    const before = [await read(test.scanner, kept), await read(test.scanner, gone)]
    const links = await linksOf(test)

    const { body } = await merge(test.scanner, kept, gone)
    expect(await linksOf(test)).toContainEqual({ signal_id: own, technology_id: kept.id })
    const undone = await undo(test.scanner, kept, body)

    expect(undone.status).toBe(200)
    expect(undone.body.undoneAt).not.toBeNull()
    const after = [await read(test.scanner, kept), await read(test.scanner, gone)]
    expect(after.map(standing)).toEqual(before.map(standing))
    expect(await linksOf(test)).toEqual(links)
    expect((await undo(test.scanner, kept, body)).status).toBe(200)
  })

  it('puts back an archived one as it was archived', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const archive = { archived: true, reason: 'too-early', note: 'Wait.' }
    await test.scanner.put(`/technologies/${gone.slug}/archive`, archive, { 'If-Match': '*' }).expect(200)

    const { body } = await merge(test.scanner, kept, gone)
    await undo(test.scanner, kept, body)

    expect(await read(test.scanner, gone)).toMatchObject({
      archived: true,
      archive: { reason: 'too-early', note: 'Wait.' },
    })
  })

  it('keeps what the survivor was given meanwhile', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const { body } = await merge(test.scanner, kept, gone)
    await test.scanner.post(`/technologies/${kept.slug}/evidence`, evidenceRequest({ text: 'New since.' })).expect(201)

    await undo(test.scanner, kept, body)

    expect((await read(test.scanner, kept)).evidence.map(({ text }) => text).sort()).toEqual([
      'New since.',
      'Works in 40 patients.',
    ])
    expect((await read(test.scanner, gone)).evidence).toHaveLength(1)
  })
})

function standing({ version: _, changedAt: __, ...rest }: Technology) {
  return { ...rest, evidence: rest.evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

async function linksOf({ registry }: TestRegistry) {
  return registry.read
    .selectFrom('signal_links')
    .select(['signal_id', 'technology_id'])
    .orderBy('signal_id')
    .orderBy('technology_id')
    .execute()
}

describe('merging one after another', () => {
  it('leads from the first to the last, and is taken back in the right order only', async () => {
    const test = await createTestRegistry()
    const [a, b, c] = [
      await test.given.technology('Aaa aaa'),
      await test.given.technology('Bbb bbb'),
      await test.given.technology('Ccc ccc'),
    ]
    const before = [await read(test.scanner, a), await read(test.scanner, b), await read(test.scanner, c)]
    const first = (await merge(test.scanner, b, a)).body
    const second = (await merge(test.scanner, c, b)).body

    expect((await read(test.scanner, c)).aliases).toEqual(['Bbb bbb', 'Aaa aaa'])
    expect((await read(test.scanner, c)).evidence).toHaveLength(3)
    const hit = (await test.scanner.get('/search?q=aaa&kinds=technologies')).body.groups[0].hits[0]
    expect(hit.technology.slug).toBe(c.slug)
    const early = await undo(test.scanner, b, first)
    expect(early.status).toBe(409)
    expect(early.body.detail).toContain('Ccc ccc')

    expect((await undo(test.scanner, c, second)).status).toBe(200)
    expect((await undo(test.scanner, b, first)).status).toBe(200)
    const after = [await read(test.scanner, a), await read(test.scanner, b), await read(test.scanner, c)]
    expect(after.map(standing)).toEqual(before.map(standing))
  })

  it('keeps a name that came with two, until both are taken back', async () => {
    const test = await createTestRegistry()
    const { given, scanner } = test
    const kept = await given.technology('Survivor')
    const one = await given.technology('First copy', { aliases: ['Shared'] })
    const other = await given.technology('Second copy', { aliases: ['Shared'] })
    const first = (await merge(scanner, kept, one)).body
    const second = (await merge(scanner, kept, other)).body

    await undo(scanner, kept, first)
    expect((await read(scanner, kept)).aliases.sort()).toEqual(['Second copy', 'Shared'])
    await undo(scanner, kept, second)
    expect((await read(scanner, kept)).aliases).toEqual([])
  })

  it('is refused of what is merged already, and closes it to changes', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const third = await test.given.technology('Third thing')
    await merge(test.scanner, kept, gone)

    const again = await merge(test.scanner, third, gone)
    expect(again.status).toBe(409)
    expect(again.body.detail).toContain('Breath test')
    expect((await merge(test.scanner, gone, third)).status).toBe(409)
    const { evidence: _, ...request } = technologyRequest('Electronic nose')
    const changed = await test.scanner.put(
      `/technologies/${gone.slug}`,
      { ...request, readiness: 9 },
      { 'If-Match': '*' },
    )
    expect(changed.status).toBe(409)
    await test.scanner.put(`/technologies/${gone.slug}/archive`, { archived: false }, { 'If-Match': '*' }).expect(409)
    await test.scanner.post(`/technologies/${gone.slug}/evidence`, evidenceRequest()).expect(409)
    const at = `/technologies/${gone.slug}/evidence/${gone.evidence[0]!.id}`
    await test.scanner.put(at, evidenceRequest({ text: 'Other.' }), { 'If-Match': '*' }).expect(409)
    await test.scanner.put(`${at}/archive`, { archived: true }, { 'If-Match': '*' }).expect(409)
  })
})

describe('a merge and the scans', () => {
  it('is refused while both stand in one scan with answers, and says in which', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const scan = await test.given.scan({ 'cardiac-science': 1 })
    const round = await test.given.openRound(scan, [kept, gone])

    const asked = await merge(test.scanner, kept, gone)
    expect(asked.status).toBe(409)
    expect(asked.body.detail).toContain(`Round 1 of ${scan.name}`)

    await test.given.answer(scan.leads['cardiac-science']![0]!, round, gone, 'cardiac-science', { impact: 5 })
    await test.given.closeRound(round)
    const answered = await merge(test.scanner, kept, gone)
    expect(answered.status).toBe(409)
    expect(answered.body.detail).toContain(scan.name)
    expect((await read(test.scanner, gone)).mergedInto).toBeNull()
    const { body } = await test.scanner.get(`/duplicates/${kept.slug}/${gone.slug}`).expect(200)
    expect(body.refused).toContain(scan.name)
  })

  it('moves no answers, and changes no text that a frozen scan holds', async () => {
    const test = await createTestRegistry()
    const { scan, technologies } = await test.given.closedRound({ 'Electronic nose': { impact: 6 } })
    const other = await test.given.scan({ 'cardiac-science': 1 })
    const kept = await test.given.technology('Breath test')
    const round = await test.given.openRound(other, [kept])
    await test.given.closeRound(round)
    const texts = async () => [
      await textsInScan(test.registry.read, scan.id, async () => {}),
      await textsInScan(test.registry.read, other.id, async () => {}),
    ]
    const before = await texts()
    const ranking = (await test.scanner.get(`/ranking?scan=${scan.slug}`).expect(200)).body.items
    const ratings = await ratingsOf(test)

    expect((await merge(test.scanner, kept, technologies[0]!)).status).toBe(201)

    expect(await texts()).toEqual(before)
    expect(await ratingsOf(test)).toEqual(ratings)
    expect((await test.scanner.get(`/ranking?scan=${scan.slug}`)).body.items).toEqual(ranking)
    const lead = scan.leads['cardiac-science']![0]!
    expect((await read(lead, technologies[0]!)).evidence).toHaveLength(1)
  })

  it('stays once a round has opened on the survivor, and says which', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const { body } = await merge(test.scanner, kept, gone)
    const scan = await test.given.scan({ 'cardiac-science': 1 })
    await test.given.openRound(scan, [kept])

    const late = await undo(test.scanner, kept, body)

    expect(late.status).toBe(409)
    expect(late.body.detail).toContain(`Round 1 of ${scan.name}`)
    const { items } = (await test.scanner.get(`/technologies/${kept.slug}/merges`).expect(200)).body
    expect(items).toMatchObject([
      { merged: { name: 'Electronic nose' }, stays: expect.stringContaining(scan.name), undoneAt: null },
    ])
    expect((await read(test.scanner, gone)).mergedInto).not.toBeNull()
  })
})

describe('what is refused', () => {
  it('is a merge without the version of both, or of one that somebody has changed since', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const at = `/technologies/${kept.slug}/merges`

    await test.scanner.post(at, { merged: gone.slug, version: 1 }).expect(428)
    await test.scanner.post(at, { merged: gone.slug }).set('If-Match', '"1"').expect(422)
    await test.scanner.post(at, { merged: gone.slug, version: 1 }).set('If-Match', '"7"').expect(412)
    const stale = await test.scanner.post(at, { merged: gone.slug, version: 7 }).set('If-Match', '"1"').expect(412)
    expect(stale.body.current).toMatchObject({ slug: gone.slug })
    await test.scanner.post(at, { merged: kept.slug, version: 1 }).set('If-Match', '"1"').expect(422)
    await test.scanner.post(at, { merged: 'nothing', version: 1 }).set('If-Match', '"1"').expect(422)
    await test.scanner
      .post('/technologies/nothing/merges', { merged: gone.slug, version: 1 })
      .set('If-Match', '"1"')
      .expect(404)
    await test.scanner.delete(`${at}/${newId()}`).set('If-Match', '*').expect(404)
  })

  it('is the second of two people at once, whichever way round', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const other = await test.addPerson(['scanner'])

    const results = await Promise.all([
      test.scanner.post(`/technologies/${kept.slug}/merges`, { merged: gone.slug, version: 1 }).set('If-Match', '"1"'),
      other.post(`/technologies/${gone.slug}/merges`, { merged: kept.slug, version: 1 }).set('If-Match', '"1"'),
    ])

    expect(results.map(({ status }) => status).sort()).toEqual([201, 412])
  })

  it('is a merge into an archived one', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const archive = { archived: true, reason: 'other', note: 'Gone.' }
    await test.scanner.put(`/technologies/${kept.slug}/archive`, archive, { 'If-Match': '*' }).expect(200)

    expect((await merge(test.scanner, kept, gone)).status).toBe(409)
  })

  it('is any merge by others than the scan team, who may read what was merged', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const at = `/technologies/${kept.slug}/merges`
    const done = (await merge(test.scanner, kept, gone)).body
    for (const role of ['admin', 'lead', 'board'] as const) {
      const who = await test.addPerson([role])
      await who.post(at, { merged: gone.slug, version: 1 }).set('If-Match', '"1"').expect(403)
      await who.delete(`${at}/${done.id}`).set('If-Match', '*').expect(403)
      await who.get(at).expect(role === 'admin' ? 200 : 403)
    }
  })

  it('is done once, however often it is sent', async () => {
    const test = await createTestRegistry()
    const { kept, gone } = await two(test)
    const send = () =>
      test.scanner
        .post(`/technologies/${kept.slug}/merges`, { merged: gone.slug, version: 1 })
        .set('If-Match', '"1"')
        .set('Idempotency-Key', 'merge-once')

    const [first, second] = [await send(), await send()]

    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
  })
})

async function ratingsOf({ registry }: TestRegistry) {
  return registry.read.selectFrom('ratings').selectAll().orderBy('seq').execute()
}
