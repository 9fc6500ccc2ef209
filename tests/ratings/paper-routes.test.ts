import { afterEach, describe, expect, it } from '@jest/globals'
import type { PanelMember } from '../../api/contract/panel.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const onPaper = { stance: 'rated', impact: 7, arrival: { kind: 'band', band: 1 }, noticeGiven: true }

async function withRound() {
  const registry = await createTestRegistry()
  const { scanner, given, addPerson } = registry
  const scan = await given.scan({ 'cardiac-science': 1 })
  const monitor = await given.technology('Monitor')
  const round = await given.openRound(scan, [monitor])
  const lead = scan.leads['cardiac-science']![0]!
  const { items } = (await scanner.get(`/scans/${scan.slug}/panel`)).body
  const { id } = items.find((one: PanelMember) => one.account === lead.account)
  const list = `/rounds/${round.id}/panellists/${id}/ratings`
  const path = `${list}/monitor/cardiac-science`
  return { ...registry, scan, monitor, round, lead, list, path, colleague: await addPerson(['scanner']) }
}

const create = { 'If-None-Match': '*' }

/** A closed round in which so many of a specialism answered on paper, typed in by one scanner, and the rest by themselves. */
async function closedAfterTyping(size: number, typed: number) {
  const { scanner, given } = await createTestRegistry()
  const scan = await given.scan({ 'cardiac-science': size, genomics: 6 })
  const monitor = await given.technology('Monitor', { specialisms: ['cardiac-science', 'genomics'] })
  const round = await given.openRound(scan, [monitor])
  const { items } = (await scanner.get(`/scans/${scan.slug}/panel`)).body
  for (const [i, lead] of scan.leads['cardiac-science']!.entries()) {
    const { id } = items.find((one: PanelMember) => one.account === lead.account)
    const path = `/rounds/${round.id}/panellists/${id}/ratings/monitor/cardiac-science`
    if (i < typed) await scanner.put(path, onPaper, create).expect(201)
    else await given.answer(lead, round, monitor, 'cardiac-science', { impact: 2 })
  }
  for (const lead of scan.leads.genomics!) await given.answer(lead, round, monitor, 'genomics', { impact: 5 })
  await given.closeRound(round)
  const { specialisms } = (await scanner.get(`/ranking/monitor?scan=${scan.slug}`).expect(200)).body
  const discussed = (await scanner.get(`/rounds/${round.id}/discussion`).expect(200)).body.items[0]
  return {
    mean: specialisms.find(({ slug }: { slug: string }) => slug === 'cardiac-science').meanImpact,
    spread: discussed.specialisms[0].view.impact,
  }
}

describe('a figure with answers from paper', () => {
  it('is not shown where their typist could take them off and be left with one', async () => {
    expect((await closedAfterTyping(3, 2)).mean).toBeNull()
    expect((await closedAfterTyping(6, 5)).mean).toBeNull()
    expect((await closedAfterTyping(3, 1)).mean).toBeCloseTo(11 / 3)
    // Who typed in all of them learns nothing from their mean.
    expect((await closedAfterTyping(3, 3)).mean).toBe(7)
  })

  it('shows how answers lie only where enough of others are among them', async () => {
    expect((await closedAfterTyping(6, 4)).spread).toBeNull()
    expect((await closedAfterTyping(6, 3)).spread).toMatchObject({ distribution: [0, 3, 0, 0, 0, 0, 3, 0, 0] })
    expect((await closedAfterTyping(6, 6)).spread).not.toBeNull()
  })
})

describe('an answer on paper', () => {
  it('is typed in, read back by its typist and by its owner, who sees that it was typed', async () => {
    const { scanner, lead, path, list, registry } = await withRound()

    const typed = await scanner.put(path, onPaper, create).expect(201)
    expect(typed.body).toMatchObject({ impact: 7, typed: true, version: 1 })
    await scanner.put(path, onPaper, create).expect(200)
    await scanner.put(path, { ...onPaper, impact: 8 }, { 'If-Match': typed.headers.etag! }).expect(200)
    expect((await scanner.get(path).expect(200)).body.impact).toBe(8)
    expect((await lead.get('/my-answers')).body.items[0].items[0].answer).toMatchObject({ impact: 8, typed: true })
    expect((await scanner.get(list).expect(200)).body.items[0].answer).toBe('typed-by-you')
    const entry = (await auditTrail(registry.read)).findLast(({ action }) => action === 'rating.record')!
    expect(entry.details).toMatchObject({ typed: true })
    expect(JSON.stringify(entry.details)).not.toMatch(/impact|"stance"/)
  })

  it('is nobody else’s: a colleague neither reads it nor learns whether it says the same', async () => {
    const { scanner, colleague, lead, path, list } = await withRound()
    await scanner.put(path, onPaper, create).expect(201)

    await colleague.get(path).expect(404)
    for (const answer of [onPaper, { ...onPaper, impact: 2 }])
      for (const headers of [create, { 'If-Match': '"1"' }, { 'If-Match': '"9"' }, {}]) {
        const { body } = await colleague.put(path, answer, headers as Record<string, string>).expect(409)
        expect(body).not.toHaveProperty('current')
        expect(body.detail).not.toMatch(/\d/)
      }
    expect((await colleague.get(list)).body.items[0].answer).toBe('given')
    await lead.put(path, onPaper, create).expect(403)
    await lead.get(list).expect(403)
  })

  it('is not typed in, nor listed, by somebody in the scan team who answers on the same panel', async () => {
    const { scanner, addPerson, scan, list, path } = await withRound()
    const both = await addPerson(['scanner', 'lead'])
    await both.put(path, onPaper, create).expect(201)
    const seat = { account: both.account, specialisms: ['cardiac-science'] }
    await scanner.post(`/scans/${scan.slug}/panel`, seat).expect(201)

    const refused = await both.put(path, { ...onPaper, impact: 2 }, { 'If-Match': '*' }).expect(403)
    expect(refused.body.detail).toContain('You answer on the panel of Scan 1 yourself')
    await both.get(list).expect(403)
  })

  it('leaves alone what its owner gave, and is theirs once they change it', async () => {
    const { scanner, lead, path, given, round, monitor } = await withRound()
    await scanner.put(path, onPaper, create).expect(201)
    await given.answer(lead, round, monitor, 'cardiac-science', { impact: 3 })

    await scanner.get(path).expect(404)
    await scanner.put(path, onPaper, { 'If-Match': '*' }).expect(409)
    expect((await lead.get(`/rounds/${round.id}/ratings/monitor/cardiac-science`)).body).toMatchObject({
      impact: 3,
      typed: false,
    })
  })

  it('needs the notice given, sound values, an open round, and somebody whom it asks', async () => {
    const { scanner, path, given, round } = await withRound()
    const { noticeGiven: _, ...without } = onPaper
    expect((await scanner.put(path, without, create).expect(422)).body.errors[0].pointer).toBe('/noticeGiven')
    await scanner.put(path, { ...onPaper, impact: 10 }, create).expect(422)
    await scanner.put(path, onPaper).expect(428)
    await scanner.put(path.replace('cardiac-science', 'genomics'), onPaper, create).expect(404)
    const stale = await scanner.put(path, onPaper, { 'If-Match': '"1"' }).expect(412)
    expect(stale.body.current).toBeNull()
    await given.closeRound(round)
    await scanner.put(path, onPaper, create).expect(409)
  })
})
