import { afterEach, describe, expect, it } from '@jest/globals'
import { defaultMethod } from '../../api/scans/method.ts'
import type { Given } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const next = { name: 'Next scan', startYear: 2027, from: 'scan-1' }

/** A scan of two specialisms with an approved method; its rounds asked two technologies of different people. */
async function lastScan({ scanner, given }: { scanner: Visitor; given: Given }) {
  const scan = await given.scan({ 'cardiac-science': 2, audiology: 1 })
  const approval = { by: 'The board', meeting: 'Spring', on: '2026-01-05' }
  const method = { ...defaultMethod, minimumPanel: 4, approval }
  await scanner.put(`/scans/${scan.slug}/method`, method, { 'If-Match': '"1"' }).expect(200)
  const monitor = await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
  const patch = await given.technology('Patch')
  const round = await given.openRound(scan, [monitor, patch])
  return { scan, round, monitor, patch }
}

const rows = ({ registry }: TestRegistry, scan: string) =>
  registry.read.selectFrom('panellists').selectAll().where('scan_id', '=', scan).orderBy('joined_at').execute()

describe('POST /scans with a scan to start from', () => {
  it('takes over method, panel and all that was asked, and prepares the first round', async () => {
    const world = await createTestRegistry()
    const { scan } = await lastScan(world)

    const { body } = await world.scanner.post('/scans', next).expect(201)

    expect(body).toMatchObject({
      startYear: 2027,
      endYear: 2037,
      previous: { slug: scan.slug, name: scan.name },
      methodVersion: 1,
      approval: null,
      method: { minimumPanel: 4 },
      technologies: 2,
      panellists: 3,
      notTakenOver: { technologies: [], specialisms: [], people: [], bands: false },
    })
    expect(body.specialisms.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['audiology', 'cardiac-science'])
    expect(body.rounds).toMatchObject([{ number: 1, state: 'prepared', technologies: 2, pairs: 3 }])
    expect((await world.scanner.get(`/scans/${scan.slug}`)).body).toMatchObject({ technologies: 2, panellists: 3 })
  })

  it('asks again what any of its rounds asked, not only the last', async () => {
    const world = await createTestRegistry()
    const { scan, round, patch } = await lastScan(world)
    await world.given.closeRound(round)
    const second = await world.scanner.post(`/scans/${scan.slug}/rounds`, { technologies: [patch.slug] })
    expect(second.body).toMatchObject({ number: 2, technologies: 1 })

    const { body } = await world.scanner.post('/scans', next).expect(201)

    expect(body.rounds).toMatchObject([{ technologies: 2, pairs: 3 }])
  })

  it('leaves a pilot out: what it tried is not asked again', async () => {
    const world = await createTestRegistry()
    const { round } = await lastScan(world)
    await world.registry.transaction((trx) =>
      trx.updateTable('rounds').set({ number: 0 }).where('id', '=', round.id).execute(),
    )

    const { body } = await world.scanner.post('/scans', next).expect(201)

    expect(body.rounds).toMatchObject([{ number: 1, technologies: 0 }])
  })

  it('says who and what it did not take over', async () => {
    const world = await createTestRegistry()
    const { scan, patch } = await lastScan(world)
    await world.scanner
      .put(`/technologies/${patch.slug}/archive`, { archived: true, reason: 'other' }, { 'If-Match': '*' })
      .expect(200)
    const [first, second] = await rows(world, scan.id)
    await world.registry.transaction(async (trx) => {
      await trx.updateTable('panellists').set({ left_at: '2026-02-01T09:00:00Z' }).where('id', '=', first!.id).execute()
      await trx.deleteFrom('account_roles').where('account_id', '=', second!.account_id).execute()
      await trx.updateTable('specialisms').set({ current: 0 }).where('slug', '=', 'audiology').execute()
    })

    const { body } = await world.scanner.post('/scans', next).expect(201)

    expect(body).toMatchObject({ technologies: 1, panellists: 0 })
    expect(body.notTakenOver).toEqual({
      technologies: [{ name: 'Patch', why: 'archived' }],
      specialisms: ['Audiology'],
      people: [
        { name: 'lead 2', why: 'left' },
        { name: 'lead 3', why: 'not-a-lead' },
        { name: 'lead 4', why: 'no-specialism' },
      ],
      bands: false,
    })
  })

  it('takes deputies over, but not what people read, agreed to or declared', async () => {
    const world = await createTestRegistry()
    const { scan } = await lastScan(world)
    const deputy = await world.addPerson(['lead'])
    const [first] = await rows(world, scan.id)
    await world.registry.transaction((trx) =>
      trx
        .updateTable('panellists')
        .set({ deputy_account_id: deputy.account, notice_read_at: '2026-02-01T09:00:00Z', named_consent: 1 })
        .where('id', '=', first!.id)
        .execute(),
    )

    const { body } = await world.scanner.post('/scans', next).expect(201)

    const seat = (await rows(world, body.id)).find(({ account_id }) => account_id === first!.account_id)
    expect(seat).toMatchObject({ deputy_account_id: deputy.account, notice_read_at: null, named_consent: null })
    expect((await world.scanner.get(`/scans/${body.slug}/statement`).expect(200)).body.named).toEqual([])
  })

  it('keeps to the specialisms chosen, and draws the bands anew for another horizon', async () => {
    const world = await createTestRegistry()
    await lastScan(world)

    const request = { ...next, specialisms: ['audiology'], horizonYears: 5, timeZone: 'Europe/Paris' }
    const { body } = await world.scanner.post('/scans', request).expect(201)

    expect(body).toMatchObject({ endYear: 2032, timeZone: 'Europe/Paris', technologies: 1, panellists: 1 })
    expect(body.method.bandEnds).toEqual([1, 3, 5])
    expect(body.notTakenOver).toMatchObject({ bands: true, technologies: [{ name: 'Patch', why: 'no-specialism' }] })
  })

  it('makes one scan, however often the same request comes', async () => {
    const world = await createTestRegistry()
    await lastScan(world)
    const post = () => world.scanner.post('/scans', next).set('Idempotency-Key', 'once')

    const first = await post().expect(201)
    const again = await post().expect(201)

    expect(again.body.id).toBe(first.body.id)
    expect((await world.scanner.get('/scans')).body.total).toBe(2)
  })

  it('refuses a scan that there is not', async () => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/scans', next).expect(422)

    expect(body.errors).toEqual([{ pointer: '/from', detail: 'There is no scan "scan-1" to start from.' }])
  })
})
