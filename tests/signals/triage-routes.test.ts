import { afterEach, describe, expect, it } from '@jest/globals'
import type { Signal } from '../../api/contract/signals.ts'
import { evidenceRequest, technologyRequest } from '../support/given.ts'
import { givenSignals, triage, triageAll } from '../support/given-signals.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const evidence = evidenceRequest({ text: 'A trial of a breath test has begun.' })

async function withOneSignal() {
  const world = await createTestRegistry()
  const [signal] = await givenSignals(world, 'Breath test finds sepsis')
  return { ...world, signal: signal! }
}

describe('linking a signal', () => {
  it('ties it to a technology with evidence made from it, both or neither', async () => {
    const { given, scanner, signal } = await withOneSignal()
    await given.technology('Breath test')

    const linked = await triage(scanner, signal, { kind: 'link', technology: 'breath-test', evidence }).expect(200)

    expect(linked.body.items).toMatchObject([
      { state: 'linked', technologies: [{ slug: 'breath-test', name: 'Breath test' }], triagedBy: 'scanner 1' },
    ])
    const technology = (await scanner.get('/technologies/breath-test').expect(200)).body
    expect(technology.evidence.map(({ text }: { text: string }) => text)).toContain(evidence.text)

    const wrong = { ...evidence, text: '' }
    const refused = await triage(scanner, linked.body.items[0], {
      kind: 'link',
      technology: 'breath-test',
      evidence: wrong,
    })
    expect(refused.status).toBe(422)
  })

  it('ties it to a second technology, but to none twice, and to no archived one', async () => {
    const { given, scanner, signal } = await withOneSignal()
    for (const name of ['Breath test', 'Sepsis alert', 'Old thing']) await given.technology(name)
    await scanner
      .put('/technologies/old-thing/archive', { archived: true, reason: 'other' }, { 'If-Match': '*' })
      .expect(200)
    const link = (technology: string) => ({ kind: 'link', technology })

    const [once] = (await triage(scanner, signal, link('breath-test')).expect(200)).body.items
    const [twice] = (await triage(scanner, once, link('sepsis-alert')).expect(200)).body.items
    expect(twice.technologies).toHaveLength(2)
    expect((await triage(scanner, twice, link('breath-test')).expect(409)).body.detail).toMatch(
      /linked to “Breath test” already/,
    )
    await triage(scanner, twice, link('old-thing')).expect(409)
    const unknown = await triage(scanner, twice, link('no-such')).expect(422)
    expect(unknown.body.errors[0].pointer).toBe('/technology')

    const [one] = (await triage(scanner, twice, { kind: 'return', technology: 'breath-test' }).expect(200)).body.items
    expect(one).toMatchObject({ state: 'linked', technologies: [{ slug: 'sepsis-alert' }] })
  })
})

describe('starting a technology from a signal', () => {
  it('links the signal in the same transaction', async () => {
    const { scanner, signal } = await withOneSignal()
    await scanner.post('/technologies', { ...technologyRequest('Breath test'), signal: signal.id }).expect(201)
    const after: Signal = (await scanner.get(`/signals/${signal.id}`).expect(200)).body
    expect(after).toMatchObject({ state: 'linked', technologies: [{ slug: 'breath-test' }] })
  })

  it('saves nothing where somebody has dealt with the signal meanwhile, or where it is not there', async () => {
    const { scanner, signal } = await withOneSignal()
    await triage(scanner, signal, { kind: 'dismiss', reason: 'not-new' }).expect(200)
    const sent = { ...technologyRequest('Breath test'), signal: signal.id }
    const refused = await scanner.post('/technologies', sent).expect(409)
    expect(refused.body.detail).toBe('scanner 1 has dismissed “Breath test finds sepsis” meanwhile. Nothing was saved.')
    await scanner.post('/technologies', { ...sent, signal: 'no-such' }).expect(422)
    await scanner.get('/technologies/breath-test').expect(404)
  })
})

describe('dismissing a signal', () => {
  it('keeps the reason and the note, and shows who and when', async () => {
    const { scanner, signal } = await withOneSignal()
    const act = { kind: 'dismiss', reason: 'too-early', note: 'Mice only.' }
    const { body } = await triage(scanner, signal, act).expect(200)
    expect(body.items[0]).toMatchObject({
      state: 'dismissed',
      reason: 'too-early',
      note: 'Mice only.',
      triagedBy: 'scanner 1',
    })
  })

  it('asks for words where the reason is another one', async () => {
    const { scanner, signal } = await withOneSignal()
    const refused = await triage(scanner, signal, { kind: 'dismiss', reason: 'other' }).expect(422)
    expect(refused.body.errors).toEqual([{ pointer: '/note', detail: 'Say why, since the reason is “other”.' }])
    await triage(scanner, signal, { kind: 'dismiss', reason: 'boring' }).expect(422)
    await triage(scanner, signal, { kind: 'dismiss', reason: 'other', note: 'x'.repeat(1001) }).expect(422)
  })

  it('leaves one that is linked', async () => {
    const { given, scanner, signal } = await withOneSignal()
    await given.technology('Breath test')
    const [linked] = (await triage(scanner, signal, { kind: 'link', technology: 'breath-test' })).body.items
    await triage(scanner, linked, { kind: 'dismiss', reason: 'not-new' }).expect(409)
  })
})

describe('undoing', () => {
  it('makes it unread again, takes the link off and archives the evidence that came with it', async () => {
    const { given, scanner, signal } = await withOneSignal()
    const before = await given.technology('Breath test')
    const [linked] = (await triage(scanner, signal, { kind: 'link', technology: 'breath-test', evidence })).body.items

    const undone = (await triage(scanner, linked, { kind: 'return' }).expect(200)).body

    expect(undone).toMatchObject({ items: [{ state: 'unread', technologies: [], triagedBy: null }], evidenceLeft: [] })
    const { body } = await scanner.get('/technologies/breath-test').expect(200)
    const shown = body.evidence.filter(({ archived }: { archived: boolean }) => !archived)
    expect(shown).toHaveLength(before.evidence.length)
  })

  it('leaves evidence that somebody has changed since, and says so', async () => {
    const { given, scanner, signal } = await withOneSignal()
    await given.technology('Breath test')
    const [linked] = (await triage(scanner, signal, { kind: 'link', technology: 'breath-test', evidence })).body.items
    const technology = (await scanner.get('/technologies/breath-test')).body
    const made = technology.evidence.find(({ text }: { text: string }) => text === evidence.text)
    const changed = { ...evidence, text: 'It has ended.' }
    await scanner.put(`/technologies/breath-test/evidence/${made.id}`, changed, { 'If-Match': '"1"' }).expect(200)

    const undone = (await triage(scanner, linked, { kind: 'return' }).expect(200)).body

    expect(undone.evidenceLeft).toEqual([
      { signal: signal.id, technology: { slug: 'breath-test', name: 'Breath test' } },
    ])
    const after = (await scanner.get('/technologies/breath-test')).body
    expect(after.evidence.find(({ id }: { id: string }) => id === made.id).archived).toBe(false)
  })

  it('leaves evidence on which a stage of development rests, and says nothing of evidence that is archived already', async () => {
    const { given, scanner, registry, signal } = await withOneSignal()
    const { id } = await given.technology('Breath test')
    const link = { kind: 'link', technology: 'breath-test', evidence }
    const [linked] = (await triage(scanner, signal, link)).body.items
    const { readiness_evidence_id: made } = await registry.transaction(async (trx) => {
      const { evidence_id } = await trx.selectFrom('signal_links').selectAll().executeTakeFirstOrThrow()
      await trx.updateTable('technologies').set({ readiness_evidence_id: evidence_id }).where('id', '=', id).execute()
      return { readiness_evidence_id: evidence_id }
    })
    const undone = (await triage(scanner, linked, { kind: 'return' }).expect(200)).body
    expect(undone.evidenceLeft).toHaveLength(1)
    const after = (await scanner.get('/technologies/breath-test')).body.evidence
    expect(after.find((one: { id: string }) => one.id === made).archived).toBe(false)

    const [again] = (await triage(scanner, undone.items[0], link)).body.items
    const second = (await scanner.get('/technologies/breath-test')).body.evidence.find(
      (one: { id: string; text: string }) => one.text === evidence.text && one.id !== made,
    )
    const at = `/technologies/breath-test/evidence/${second.id}/archive`
    await scanner.put(at, { archived: true }, { 'If-Match': '"1"' }).expect(200)
    expect((await triage(scanner, again, { kind: 'return' }).expect(200)).body.evidenceLeft).toEqual([])
  })

  it('finds nothing to undo in an unread signal', async () => {
    const { scanner, signal } = await withOneSignal()
    await triage(scanner, signal, { kind: 'return' }).expect(409)
  })
})

describe('taking a signal over', () => {
  it('gives it to somebody of the team, and back', async () => {
    const { addPerson, scanner, signal } = await withOneSignal()
    const colleague = await addPerson(['scanner'])
    const lead = await addPerson(['lead'])
    const [theirs] = (await triage(scanner, signal, { kind: 'assign', owner: colleague.account }).expect(200)).body
      .items
    expect(theirs).toMatchObject({ state: 'unread', owner: { id: colleague.account, name: 'scanner 2' } })
    expect((await scanner.get(`/signals?owner=${colleague.account}`)).body.total).toBe(1)
    expect((await scanner.get('/signals?owner=nobody')).body.total).toBe(0)
    await triage(scanner, theirs, { kind: 'assign', owner: lead.account }).expect(422)
    const [nobodys] = (await triage(scanner, theirs, { kind: 'assign', owner: null }).expect(200)).body.items
    expect(nobodys.owner).toBeNull()
  })
})

describe('two scanners at once', () => {
  it('hear of each other, with the present state', async () => {
    const { addPerson, scanner, signal } = await withOneSignal()
    const colleague = await addPerson(['scanner'])
    await triage(colleague, signal, { kind: 'dismiss', reason: 'not-new' }).expect(200)
    const late = await triage(scanner, signal, { kind: 'dismiss', reason: 'too-early' }).expect(412)
    expect(late.body.current).toMatchObject({ state: 'dismissed', reason: 'not-new', triagedBy: 'scanner 2' })
    await scanner.post(`/signals/${signal.id}/triage`, { kind: 'dismiss', reason: 'not-new' }).expect(428)
  })

  it('cannot both have it, sent at the very same time', async () => {
    const { addPerson, scanner, signal } = await withOneSignal()
    const colleague = await addPerson(['scanner'])
    const act = { kind: 'dismiss', reason: 'not-new' }
    const both = await Promise.all([triage(scanner, signal, act), triage(colleague, signal, act)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  it('do a thing once, however often it is sent', async () => {
    const { scanner, signal } = await withOneSignal()
    const send = () =>
      triage(scanner, signal, { kind: 'dismiss', reason: 'not-new' }).set('Idempotency-Key', 'k').expect(200)
    expect((await send()).body).toEqual((await send()).body)
  })
})

describe('many at once', () => {
  it('are dismissed together, and returned by one undo', async () => {
    const world = await createTestRegistry()
    const { scanner } = world
    const signals = await givenSignals(world, 'One', 'Two', 'Three')
    const done = (await triageAll(scanner, signals, { kind: 'dismiss', reason: 'not-new' }).expect(200)).body
    expect(done.items.map(({ state }: Signal) => state)).toEqual(['dismissed', 'dismissed', 'dismissed'])
    const undone = (await triageAll(scanner, done.items, { kind: 'return' }).expect(200)).body
    expect(undone.items.map(({ state }: Signal) => state)).toEqual(['unread', 'unread', 'unread'])
  })

  it('are all left as they were where one cannot be done', async () => {
    const world = await createTestRegistry()
    const { scanner, given } = world
    await given.technology('Monitor')
    const [one, two] = (await givenSignals(world, 'One', 'Two')) as [Signal, Signal]
    await triage(scanner, two, { kind: 'assign', owner: scanner.account }).expect(200)

    const stale = await triageAll(scanner, [one, two], { kind: 'dismiss', reason: 'not-new' }).expect(412)
    expect(stale.body.detail).toMatch(/^Changed after you read it: “Two”. Nothing was done/)
    expect(stale.body.current).toMatchObject([{ id: two.id }])

    const items = [
      { signal: one.id, version: one.version, act: { kind: 'link', technology: 'monitor', evidence } },
      { signal: two.id, version: two.version + 1, act: { kind: 'link', technology: 'no-such' } },
    ]
    const refused = await scanner.post('/signals/triage', { items }).expect(422)
    expect(refused.body.errors[0].pointer).toBe('/items/1/act/technology')
    expect((await scanner.get('/signals?state=unread')).body.total).toBe(2)
    expect((await scanner.get('/technologies/monitor')).body.evidence).toHaveLength(1)
  })

  it('are at most 200, each once, all of them there', async () => {
    const world = await createTestRegistry()
    const { scanner } = world
    const [one] = (await givenSignals(world, 'One')) as [Signal]
    const dismiss = { kind: 'dismiss', reason: 'not-new' }
    const twice = await triageAll(scanner, [one, one], dismiss).expect(422)
    expect(twice.body.errors[0].pointer).toBe('/items/1/signal')
    await triageAll(scanner, [{ ...one, id: 'no-such' }], dismiss).expect(422)
    await triageAll(scanner, Array(201).fill(one), dismiss).expect(422)
    await triageAll(scanner, [], dismiss).expect(422)
    await triageAll(scanner, [one], { kind: 'dismiss', reason: 'other' }).expect(422)
  })
})

describe('triage', () => {
  it('is for the scan team alone, of signals that there are', async () => {
    const { addPerson, nobody, scanner, signal } = await withOneSignal()
    const act = { kind: 'dismiss', reason: 'not-new' }
    await triage(nobody, signal, act).expect(401)
    for (const role of ['board', 'lead', 'admin'] as const) {
      const visitor = await addPerson([role])
      await triage(visitor, signal, act).expect(403)
      await triageAll(visitor, [signal], act).expect(403)
    }
    await triage(scanner, { ...signal, id: 'no-such' }, act).expect(404)
    await triage(scanner, signal, { kind: 'delete' }).expect(422)
    await triage(scanner, signal, { ...act, more: 1 }).expect(422)
  })
})
