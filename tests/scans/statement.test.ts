import { afterEach, describe, expect, it } from '@jest/globals'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const now = () => new Date('2026-04-01T09:00:00Z')

async function panellistOf({ registry }: TestRegistry, account: string) {
  const rows = registry.read.selectFrom('panellists').select('id').where('account_id', '=', account)
  return (await rows.executeTakeFirstOrThrow()).id
}

describe('GET /scans/:scan/statement', () => {
  it('tells rule, dates, who was invited and who answered, from the data', async () => {
    const { given, addPerson } = await createTestRegistry({ now })
    const { scan } = await given.closedRound({ Monitor: { impact: 5 }, Patch: { impact: 6 } })
    await given.scan({ audiology: 1 })

    const { body } = await (await addPerson(['lead'])).get(`/scans/${scan.slug}/statement`).expect(200)

    expect(body.scan).toMatchObject({ name: 'Scan 1', startYear: 2026, endYear: 2036, technologies: 2, specialisms: 1 })
    expect(body).toMatchObject({ methodVersion: 1, approval: null, fixedAt: '2026-04-01T09:00:00.000Z' })
    expect(body.rounds).toMatchObject([{ number: 1, state: 'closed', technologies: 2, invited: 3, answered: 3 }])
    expect(body.answered).toMatchObject({ panellists: 3, invited: 3, specialisms: 1, ofSpecialisms: 1 })
    expect(body.interests).toEqual({ members: 3, none: 0, some: 0 })
    expect(JSON.stringify(body)).not.toMatch(/"impact":[56][,}]|meanImpact|stance/)
  })

  it('holds no answer of an open round, not even as heard', async () => {
    const { given, scanner } = await createTestRegistry({ now })
    const scan = await given.scan()
    const technology = await given.technology('Monitor')
    const round = await given.openRound(scan, [technology])
    await given.answer(scan.leads['cardiac-science']![0]!, round, technology, 'cardiac-science', { impact: 5 })

    const { body } = await scanner.get(`/scans/${scan.slug}/statement`).expect(200)

    expect(body.answered).toMatchObject({ panellists: 0, specialisms: 0, to: null })
    expect(body.rounds).toMatchObject([{ state: 'open', invited: 3, answered: 1 }])
  })

  it('names those alone who agreed to be named', async () => {
    const world = await createTestRegistry({ now })
    const { scan } = await world.given.closedRound({ Monitor: { impact: 5 } })
    const leads = scan.leads['cardiac-science']!
    const ids = await Promise.all(leads.map(({ account }) => panellistOf(world, account)))
    await world.registry.transaction(async (trx) => {
      await trx.updateTable('panellists').set({ named_consent: 1 }).where('id', '=', ids[0]!).execute()
      await trx.updateTable('panellists').set({ named_consent: 0 }).where('id', '=', ids[1]!).execute()
    })

    const { body, text } = await world.scanner.get(`/scans/${scan.slug}/statement`).expect(200)

    expect(body.named).toEqual(['lead 2'])
    expect(text).not.toMatch(/lead 3|lead 4|@test\.example/)
  })

  it('counts declared interests by the latest declaration, and says whose to nobody', async () => {
    const world = await createTestRegistry({ now })
    const { scan, technologies } = await world.given.closedRound({ Monitor: { impact: 5 } })
    const ids = await Promise.all(scan.leads['cardiac-science']!.map(({ account }) => panellistOf(world, account)))
    const declaration = (panellist: string, version: number, kind: 'none' | 'some') => ({
      panellist_id: panellist,
      version,
      kind,
      statement: kind === 'some' ? 'Paid by its maker.' : '',
      technologies: JSON.stringify(kind === 'some' ? [technologies[0]!.id] : []),
      declared_at: now().toISOString(),
    })
    const declared = [declaration(ids[0]!, 1, 'some'), declaration(ids[0]!, 2, 'none'), declaration(ids[1]!, 1, 'some')]
    await world.registry.transaction((trx) => trx.insertInto('declarations').values(declared).execute())

    const { body, text } = await world.scanner.get(`/scans/${scan.slug}/statement`).expect(200)

    expect(body.interests).toEqual({ members: 3, none: 1, some: 1 })
    expect(text).not.toContain('Paid by its maker')
  })
})

describe('milestones', () => {
  it('are counted where they lack a source or places, as they are now until the first round fixes them', async () => {
    const { given, scanner } = await createTestRegistry({ now })
    const scan = await given.scan()
    const checkable = { milestonePlaces: 120, milestoneSource: 'Trust list 2025', milestoneTest: 'By survey' }
    const technologies = [await given.technology('Monitor', checkable), await given.technology('Patch')]
    const gaps = async () => (await scanner.get(`/scans/${scan.slug}`).expect(200)).body.milestones
    await given.openRound(scan, technologies)
    expect(await gaps()).toEqual({ withoutSource: 1, withoutPlaces: 1 })

    const { evidence: _, ...change } = technologyRequest('Patch')
    await scanner.put('/technologies/patch', { ...change, ...checkable }, { 'If-Match': '*' }).expect(200)

    expect(await gaps()).toEqual({ withoutSource: 1, withoutPlaces: 1 })
  })

  it('are frozen with their source and how they will be known', async () => {
    const { registry, given, scanner } = await createTestRegistry({ now })
    const scan = await given.scan()
    await given.technology('Monitor', { milestoneSource: 'An old list' })
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: ['monitor'] }).expect(201)
    const { evidence: _, ...change } = technologyRequest('Monitor')
    const known = { milestoneSource: 'Trust list 2025', milestoneTest: 'By survey' }
    await scanner.put('/technologies/monitor', { ...change, ...known }, { 'If-Match': '*' }).expect(200)

    await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(200)

    const held = await registry.read.selectFrom('scan_technologies').selectAll().executeTakeFirstOrThrow()
    expect(held).toMatchObject({ milestone_source: 'Trust list 2025', milestone_test: 'By survey' })
  })
})
