import { afterEach, describe, expect, it } from '@jest/globals'
import { startCloser } from '../../api/rounds/closer.ts'
import { closeDueRounds } from '../../api/rounds/commands.ts'
import { auditTrail } from '../../db/audit.ts'
import { openRegistry } from '../../db/open.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** Half an hour before the end of a summer's day in London. */
const evening = new Date('2026-07-01T22:30:00Z')
const midnight = new Date('2026-07-01T23:00:00Z')

async function openUntilTonight() {
  let moment = evening
  const test = await createTestRegistry({ now: () => moment })
  const scan = await test.given.scan()
  const technology = await test.given.technology('Monitor')
  const round = await test.given.openRound(scan, [technology], { closesOn: '2026-07-01' })
  const go = (to: Date) => {
    moment = to
  }
  return { ...test, scan, technology, round, go, lead: scan.leads['cardiac-science']![0]! }
}

describe('the closing day', () => {
  it('ends a round for answers at midnight in the scan’s zone, though nobody has closed it yet', async () => {
    const { given, go, lead, round, technology } = await openUntilTonight()
    go(new Date(midnight.getTime() - 1))
    expect((await given.answer(lead, round, technology, 'cardiac-science', { impact: 5 })).status).toBe(201)

    go(midnight)
    const late = await given.answer(lead, round, technology, 'cardiac-science', { impact: 6 })
    expect(late.status).toBe(409)
    expect(late.body.detail).toContain('2026-07-01')
  })

  it('closes the round by itself, as of its end, once, with the date as the reason and nobody as the actor', async () => {
    const { registry, scanner, go, round } = await openUntilTonight()
    expect(await closeDueRounds(registry, new Date(midnight.getTime() - 1))).toEqual([])

    const nextDay = new Date('2026-07-01T23:10:00Z')
    go(nextDay)
    expect(await closeDueRounds(registry, nextDay)).toEqual([round.id])
    expect(await closeDueRounds(registry, nextDay)).toEqual([])

    const { body } = await scanner.get(`/rounds/${round.id}`).expect(200)
    expect(body).toMatchObject({ state: 'closed', closedAt: midnight.toISOString() })
    const closings = (await auditTrail(registry.read)).filter((entry) => entry.action === 'round.close')
    expect(closings).toMatchObject([{ actor: null, objectId: round.id, details: { reason: 'date' } }])
  })

  it('closes it once though another process has done so', async () => {
    const { registry, file, round } = await openUntilTonight()
    const other = await openRegistry(file)
    const closed = [await closeDueRounds(other, midnight), await closeDueRounds(registry, midnight)]
    await other.close()
    expect(closed).toEqual([[round.id], []])
    expect((await auditTrail(registry.read)).filter((entry) => entry.action === 'round.close')).toHaveLength(1)
  })

  it('is watched by the process from its start, and stops with it', async () => {
    const { registry, scanner, round } = await openUntilTonight()
    const closed: string[] = []
    const stop = startCloser(
      registry,
      () => midnight,
      (error) => {
        throw error
      },
      async (id) => {
        closed.push(id)
      },
    )
    await stop()
    expect(closed).toEqual([round.id])
    expect((await scanner.get(`/rounds/${round.id}`)).body.state).toBe('closed')
  })

  it('can be put off while the round is open, not to before today, and not once it is over', async () => {
    const { scanner, given, go, lead, round, technology } = await openUntilTonight()
    const put = (change: object, tag = '*') =>
      scanner.put(`/rounds/${round.id}`, { asksYears: false, shortlistGroups: null, ...change }, { 'If-Match': tag })

    const early = await put({ closesOn: '2026-06-30' }).expect(422)
    expect(early.body.errors[0].pointer).toBe('/closesOn')
    expect(early.body.detail).toContain('"2026-06-30"')
    await put({ closesOn: '2026-07-09' }, '"1"').expect(412)
    await scanner.put(`/rounds/${round.id}`, { asksYears: false, shortlistGroups: null, closesOn: null }).expect(428)
    const { body } = await put({ closesOn: '2026-07-09' }).expect(200)
    expect(body.closesOn).toBe('2026-07-09')
    expect((await put({ closesOn: '2026-07-09' }, '"1"').expect(200)).body.version).toBe(body.version)
    expect((await put({ closesOn: '2026-07-09', asksYears: true }).expect(409)).body.detail).toContain(
      'only its closing',
    )

    go(new Date('2026-07-01T23:20:00Z'))
    expect((await given.answer(lead, round, technology, 'cardiac-science', { impact: 5 })).status).toBe(201)
    await given.closeRound(round)
    await put({ closesOn: '2026-08-09' }).expect(409)
  })

  it('cannot be brought back once it has passed', async () => {
    const { scanner, go, round } = await openUntilTonight()
    go(midnight)
    const change = { asksYears: false, shortlistGroups: null, closesOn: '2026-07-09' }
    const { body } = await scanner.put(`/rounds/${round.id}`, change, { 'If-Match': '*' }).expect(409)
    expect(body.detail).toContain('ended')
  })

  it('is today or later when a round is prepared, and to come when it opens', async () => {
    let moment = evening
    const { scanner, given } = await createTestRegistry({ now: () => moment })
    const scan = await given.scan()
    await given.technology('Monitor')
    await scanner.post(`/scans/${scan.slug}/rounds`, { closesOn: '2026-06-30' }).expect(422)
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, { closesOn: '2026-07-01' }).expect(201)).body
    await scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(201)
    moment = midnight
    const { body } = await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(409)
    expect(body.detail).toContain('Put it off')
  })
})
