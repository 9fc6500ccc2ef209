import { afterEach, describe, expect, it } from '@jest/globals'
import { defaultMethod } from '../../api/scans/method.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('a pilot round', () => {
  it('counts for nothing: not its answers, not its dates, not as a round that has closed', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    const technology = await given.technology('Monitor')
    const leads = scan.leads['cardiac-science']!
    const panel = (await scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body.items
    const request = {
      technologies: [technology.slug],
      panellists: panel.map(({ id }: { id: string }) => id),
      asksYears: false,
      closesOn: null,
    }
    const pilot = (await scanner.post(`/scans/${scan.slug}/pilot`, request).expect(201)).body
    for (const lead of leads) await given.answer(lead, pilot, technology, 'cardiac-science', { impact: 9 })
    await given.closeRound(pilot)

    const before = (await scanner.get('/ranking').expect(200)).body
    expect(before).toMatchObject({ round: null, total: 0, answered: { panellists: 0, from: null } })

    const round = await given.openRound(scan, [technology])
    for (const lead of leads) await given.answer(lead, round, technology, 'cardiac-science', { impact: 3 })
    await given.closeRound(round)
    const { body } = await scanner.get('/ranking').expect(200)
    expect(body).toMatchObject({ round: { number: 1 }, answered: { panellists: 3, from: round.openedAt } })
    expect(body.items[0]).toMatchObject({ meanImpact: 3, answers: 3 })
  })
})

describe('a declared interest', () => {
  it('leaves its giver’s answers out, from the next round to close on, where the method says so', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 4 })
    const method = { ...defaultMethod, leaveOutInterested: true, approval: null }
    await scanner.put(`/scans/${scan.slug}/method`, method, { 'If-Match': '*' }).expect(200)
    const technology = await given.technology('Monitor')
    const other = await given.technology('Patch')
    const round = await given.openRound(scan, [technology, other])
    const [interested, ...others] = scan.leads['cardiac-science']!
    for (const one of [technology, other]) {
      await given.answer(interested!, round, one, 'cardiac-science', { impact: 9 })
      for (const lead of others) await given.answer(lead, round, one, 'cardiac-science', { impact: 5 })
    }
    await given.closeRound(round)
    const impacts = async () => {
      const { items } = (await scanner.get('/ranking').expect(200)).body
      return Object.fromEntries(items.map((item: { name: string; meanImpact: number }) => [item.name, item.meanImpact]))
    }
    expect(await impacts()).toEqual({ Monitor: 6, Patch: 6 }) // (9 + 5 + 5 + 5) / 4

    const declaration = { kind: 'some', statement: 'I advise its maker.', technologies: [technology.slug] }
    await interested!.put(`/scans/${scan.slug}/my-seat/declaration`, declaration, { 'If-Match': '*' }).expect(200)
    const second = await given.openRound(scan, [technology, other])
    expect(await impacts()).toEqual({ Monitor: 6, Patch: 6 })

    await given.closeRound(second)
    expect(await impacts()).toEqual({ Monitor: 5, Patch: 6 })
  })

  it('is counted beside the technology, as of the last round to close', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3 })
    const technology = await given.technology('Monitor')
    const round = await given.openRound(scan, [technology])
    const [lead] = scan.leads['cardiac-science']!
    const declaration = { kind: 'some', statement: 'I advise its maker.', technologies: [technology.slug] }
    await lead!.put(`/scans/${scan.slug}/my-seat/declaration`, declaration, { 'If-Match': '*' }).expect(200)
    const interests = async () => (await scanner.get('/ranking/monitor').expect(200)).body.interests
    expect(await interests()).toEqual({ declared: 0, leftOut: false })

    await given.closeRound(round)
    expect(await interests()).toEqual({ declared: 1, leftOut: false })
  })
})
