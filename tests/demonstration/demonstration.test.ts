import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { firstMisfit } from '../../api/audit/trail.ts'
import { RegistryFollower } from '../../api/ranking/follower.ts'
import { auditTrail } from '../../db/audit.ts'
import { technologyRequest } from '../support/given.ts'
import { ofOurs } from '../support/of-ours.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function lookAround(app: Parameters<typeof request.agent>[0], role: string) {
  const browser = request.agent(app).set(ofOurs)
  await browser.post('/api/v1/session/look-around').set('Host', 'localhost').send({ role }).expect(201)
  return browser
}

describe('the demonstration', () => {
  it('holds 101 real technologies, each in exactly one list, and says that its answers are made up', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })

    const { body } = await scanner.get('/ranking').expect(200)

    const { ranked, awaiting, 'already-here': here, 'not-affected': not } = body.counts
    expect(ranked + awaiting + here + not).toBe(101)
    expect(ranked).toBeGreaterThan(60)
    expect(Math.min(awaiting, here, not)).toBeGreaterThan(0)
    expect(body).toMatchObject({ demonstration: true, workingDraft: true, round: { number: 1 } })
    expect(body.answered.ofSpecialisms).toBe(30)
    expect((await scanner.get('/technologies')).body.total).toBe(101)
  })

  it('has a closed first round and an open second one, which is not finished', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })

    const [first, second] = (await scanner.get('/scans/healthcare-science-scan-2026').expect(200)).body.rounds
    expect(first).toMatchObject({ number: 1, state: 'closed', technologies: 101, pairs: 243 })
    expect(second).toMatchObject({ number: 2, state: 'open' })
    expect(second.started).toBeGreaterThan(0)
    expect(second.started).toBeLessThan(second.invited)
  })

  it('gives the same answers every time', async () => {
    const order = async () => {
      const { scanner } = await createTestRegistry({ demonstration: true })
      const { body } = await scanner.get('/ranking').expect(200)
      return body.items.map((item: { slug: string; score: number }) => [item.slug, item.score])
    }

    expect(await order()).toEqual(await order())
  })

  it('lets the board see the working draft, and gives the lead a queue in two specialisms', async () => {
    const { app } = await createTestRegistry({ demonstration: true })

    const board = await lookAround(app, 'board')
    expect((await board.get('/api/v1/ranking').expect(200)).body.items.length).toBeGreaterThan(0)
    const lead = await lookAround(app, 'lead')
    const { items } = (await lead.get('/api/v1/my-answers').expect(200)).body.items[0]
    const specialisms = new Set(items.map((item: { specialism: { slug: string } }) => item.specialism.slug))
    expect(specialisms).toEqual(new Set(['cardiac-science', 'respiratory-and-sleep-science']))
    expect(items.filter((item: { earlier: unknown }) => item.earlier === null).length).toBeGreaterThan(0)
    expect(items.filter((item: { earlier: unknown }) => item.earlier !== null).length).toBeGreaterThan(3)
  })
})

describe('POST /demonstration/restart', () => {
  it('puts back what was, and leaves accounts, sessions and the audit trail', async () => {
    const { app, registry, scanner } = await createTestRegistry({ demonstration: true })
    const before = (await scanner.get('/ranking')).body
    await scanner.post('/technologies', technologyRequest('Entered since')).expect(201)
    const scan = (await scanner.get('/scans/healthcare-science-scan-2026')).body
    await scanner.post(`/rounds/${scan.rounds[1].id}/close`).set('If-Match', '*').expect(200)
    const trail = (await auditTrail(registry.read)).length

    const team = await lookAround(app, 'scanner')
    await team.post('/api/v1/demonstration/restart').expect(204)

    const after = (await scanner.get('/ranking').expect(200)).body
    const places = (ranking: typeof before) =>
      ranking.items.map((item: { slug: string; place: number }) => [item.slug, item.place])
    expect(places(after)).toEqual(places(before))
    expect((await scanner.get('/technologies')).body.total).toBe(101)
    const entries = await auditTrail(registry.read)
    expect(entries.length).toBeGreaterThan(trail)
    expect(firstMisfit(entries)).toBeUndefined()
  })

  it('happens once for one Idempotency-Key, so that a repeated request takes out nothing entered since', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const restart = () => scanner.post('/demonstration/restart').set('Idempotency-Key', 'key-1').expect(204)
    await restart()
    await scanner.post('/technologies', technologyRequest('Entered since')).expect(201)

    await restart()

    await scanner.get('/technologies/entered-since').expect(200)
  })

  it('forgets what was kept for earlier keys, since what that tells of is gone', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const enter = () =>
      scanner.post('/technologies', technologyRequest('Entered')).set('Idempotency-Key', 'key-1').expect(201)
    await enter()
    await scanner.post('/demonstration/restart').expect(204)

    const { headers } = await enter()

    await scanner.get(headers.location!).expect(200)
  })

  it('stops no read, and shows nobody half a demonstration', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    const { counts } = (await scanner.get('/ranking?limit=1')).body
    let isOver = false
    const restart = scanner
      .post('/demonstration/restart')
      .expect(204)
      .then(() => {
        isOver = true
      })

    let reads = 0
    for (; !isOver && reads < 5_000; reads++)
      expect((await scanner.get('/ranking?limit=1').expect(200)).body.counts).toEqual(counts)
    await restart

    expect(reads).toBeGreaterThan(10)
    expect((await scanner.get('/ranking?limit=1').expect(200)).body.counts).toEqual(counts)
  })

  it('lets a reader through who was behind when it came', async () => {
    const { world, scanner, registry } = await createTestRegistry({ demonstration: true })
    const follower = new RegistryFollower(registry.read)
    const present = follower.present.bind(follower)
    let asked = 0
    follower.present = async () => {
      const state = await present()
      if (++asked === 1) await scanner.post('/demonstration/restart').expect(204)
      if (asked > 100) throw new Error('It asks without end.')
      return state
    }

    const followed = await follower.followed()

    expect(followed.state).toEqual((await world.follower.followed()).state)
    expect(followed.scans).toHaveLength(3)
  })

  it('is refused to leads and the board, and by a registry that is no demonstration', async () => {
    const { addPerson, scanner } = await createTestRegistry()

    await (await addPerson(['lead'])).post('/demonstration/restart').expect(403)
    await (await addPerson(['board'])).post('/demonstration/restart').expect(403)
    await scanner.post('/demonstration/restart').expect(409)
  })
})

describe('the workbench of the demonstration', () => {
  it('has nominations in the inbox, one linked, and a stage held to be out of date, all said to be made up', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })

    const { items } = (await scanner.get('/signals').expect(200)).body
    const byOrigin = (origin: string) => items.filter((signal: { origin: string }) => signal.origin === origin)

    expect(byOrigin('nomination').length).toBeGreaterThan(3)
    expect(byOrigin('out-of-date')).toHaveLength(1)
    for (const { text } of [...byOrigin('nomination'), ...byOrigin('out-of-date')])
      expect(text).toContain('Made up for the demonstration.')
    expect(items.filter((signal: { state: string }) => signal.state === 'linked').length).toBeGreaterThan(0)
  })

  it('has sources that are not switched on, and real records of theirs, of which the team has linked and dismissed some', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })

    const sources = (await scanner.get('/sources').expect(200)).body.items
    const signals = (await scanner.get('/signals?limit=200').expect(200)).body.items
    const fromSources = signals.filter(({ origin }: { origin: string }) => origin === 'source')

    expect(sources).toHaveLength(5)
    for (const { name, schedule, state } of sources)
      expect([name, schedule, state]).toEqual([expect.stringContaining('not switched on'), 'off', 'read'])
    expect(fromSources).toHaveLength(29)
    const states = (wanted: string) => fromSources.filter(({ state }: { state: string }) => state === wanted).length
    expect([states('unread'), states('linked'), states('dismissed')]).toEqual([17, 4, 8])
  })

  it('has technologies with other names, by which they are found, and some that are somebody’s', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })

    const { body } = await scanner.get('/technologies/total-body-pet').expect(200)

    expect(body).toMatchObject({ aliases: ['Long axial field-of-view PET'], owner: { name: 'Alex Morgan' } })
    const found = (await scanner.get('/technologies?q=axial%20field').expect(200)).body
    expect(found.items.map(({ slug }: { slug: string }) => slug)).toEqual(['total-body-pet'])
    expect((await scanner.get('/technologies/telemedicine')).body.owner).toBeNull()
  })
})
