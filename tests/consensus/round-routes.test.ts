import { afterEach, describe, expect, it } from '@jest/globals'
import { ratingRequest, type ShortAnswer } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function openRound(sizes: Record<string, number> = { 'cardiac-science': 6 }, others: string[] = []) {
  const registry = await createTestRegistry()
  const scan = await registry.given.scan(sizes)
  const technology = await registry.given.technology('Monitor', { specialisms: Object.keys(sizes) })
  const further = []
  for (const name of others) further.push(await registry.given.technology(name))
  const round = await registry.given.openRound(scan, [technology, ...further])
  return { ...registry, scan, technology, further, round, leads: scan.leads['cardiac-science']! }
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `Patch ${i + 1}`)

type Base = Awaited<ReturnType<typeof openRound>>

/** Answers with a reason, the first time that this lead answers in the round. */
async function answerBecause(lead: Visitor, round: { id: string }, short: ShortAnswer, reason: string) {
  const path = `/rounds/${round.id}/ratings/monitor/cardiac-science`
  await lead.put(path, { ...ratingRequest(short), reason }, { 'If-None-Match': '*' }).expect(201)
}

/** The leads of cardiac science answer in turn with these impacts. */
async function answerAll({ leads, given, technology }: Base, round: { id: string }, impacts: number[]) {
  for (const [i, impact] of impacts.entries())
    await given.answer(leads[i]!, round, technology, 'cardiac-science', { impact })
}

describe('GET /rounds/:round/report', () => {
  it('says how far the panel agreed in a first round, which nobody could move from', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [1, 1, 9, 9, 9])
    await base.given.closeRound(base.round)

    const { body } = await base.scanner.get(`/rounds/${base.round.id}/report`).expect(200)

    expect(body).toEqual({
      round: 1,
      imported: false,
      // One item: 1 − 4 × 1.5 ⁄ (2 × 3) by ranks, distances cancelling. When, all are the same: nothing to tell apart.
      alpha: { impact: 0, arrival: null },
      impact: { agreement: 0, disagreement: 1, tooFew: 0, withheld: 0 },
      arrival: { agreement: 1, disagreement: 0, tooFew: 0, withheld: 0 },
      disputed: 1,
      moved: null,
      outside: null,
      interests: { none: 0, some: 0, notDeclared: 6 },
    })
  })

  it('says what moved in a second, and how many stood apart with and without a reason', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [4, 5, 5, 5, 6])
    await base.given.closeRound(base.round)
    const second = await base.given.openRound(base.scan, [base.technology])
    const [ann, ben, cat, dan, eve, fay] = base.leads as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
    await answerBecause(ann, second, { impact: 2 }, 'We have it in the clinic.') // three points, outside
    await answerAll({ ...base, leads: [ben, cat, dan] }, second, [5, 5, 9]) // dan: outside, another third
    await answerBecause(eve, second, { impact: 5 }, 'Convinced.') // inside
    await base.given.answer(fay, second, base.technology, 'cardiac-science', { stance: 'not-affected' }) // apart from five Yes
    await base.given.closeRound(second)

    const { body } = await base.scanner.get(`/rounds/${second.id}/report`).expect(200)

    expect(body.moved).toEqual({
      people: 5, // fay joined
      any: { of: 5, moved: 3 },
      stance: { of: 5, moved: 0 },
      impact: { of: 5, moved: 3, meanChange: 1.4 }, // (2 + 0 + 0 + 4 + 1) ⁄ 5
      third: { of: 5, moved: 2 }, // ann to 1–3, dan to 7–9
      band: { of: 5, moved: 0 },
    })
    expect(body.outside).toEqual({ answers: 3, ofAnswers: 6, withReason: 1 })
  })

  it('holds no figure of fewer people than may be shown', async () => {
    const base = await openRound({ 'cardiac-science': 2 })
    await answerAll(base, base.round, [1, 9])
    await base.given.closeRound(base.round)
    const second = await base.given.openRound(base.scan, [base.technology])
    await answerAll(base, second, [2, 9])
    await base.given.closeRound(second)

    const { body } = await base.scanner.get(`/rounds/${second.id}/report`).expect(200)

    expect(body).toMatchObject({
      alpha: { impact: null, arrival: null },
      impact: { tooFew: 1 },
      moved: { people: null, any: null, stance: null, impact: null, third: null, band: null },
      outside: null,
    })
  })

  it('is for the scan team, once the round has closed', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [1, 1, 9, 9, 9])
    const path = `/rounds/${base.round.id}/report`

    const { body } = await base.scanner.get(path).expect(409)
    expect(body.detail).toBe('Round 1 is open. Nobody sees a figure of it before it has closed.')
    await base.given.closeRound(base.round)
    await (await base.addPerson(['admin'])).get(path).expect(200)
    await base.leads[0]!.get(path).expect(403)
    await (await base.addPerson(['board'])).get(path).expect(403)
    await base.nobody.get(path).expect(401)
    await base.scanner.get('/rounds/nothing/report').expect(404)
  })
})

describe('GET /rounds/:round/discussion', () => {
  it('says the same of many technologies, read together, as of one by itself', async () => {
    const base = await openRound({ 'cardiac-science': 6 }, many(25))
    const [ann, ben, cat, dan, eve] = base.leads as [Visitor, Visitor, Visitor, Visitor, Visitor]
    await answerAll({ ...base, leads: [ann, ben, cat] }, base.round, [1, 2, 9])
    await answerBecause(dan, base.round, { impact: 9 }, 'Said in the first round.')
    await answerBecause(eve, base.round, { impact: 5 }, 'Said, then changed.')
    await base.given.closeRound(base.round)
    const second = await base.given.openRound(base.scan, [base.technology, ...base.further])
    await answerBecause(eve, second, { impact: 6 }, 'Said in the second round.')
    await answerBecause(ben, second, { impact: 6 }, 'Taken back.')
    await base.given.answer(ben, second, base.technology, 'cardiac-science', { impact: 7 })
    await base.given.closeRound(second)

    const { body: all } = await base.scanner.get(`/rounds/${second.id}/discussion`).expect(200)
    const { body: one } = await base.scanner.get(`/rounds/${second.id}/discussion?technology=monitor`).expect(200)

    expect(all.total).toBe(26)
    expect(all.items.find((item: { technology: { slug: string } }) => item.technology.slug === 'monitor')).toEqual(
      one.items[0],
    )
    expect(one.items[0].specialisms[0].view.reasons).toEqual(['Said in the first round.', 'Said in the second round.'])
  })

  it('holds each item of the closed round with its spread, its unnamed reasons and whether it is disputed', async () => {
    const base = await openRound({ 'cardiac-science': 6, audiology: 3 })
    const [ann, ...others] = base.leads as [Visitor, ...Visitor[]]
    await answerBecause(ann, base.round, { impact: 1 }, 'We have no room.')
    await answerAll({ ...base, leads: others }, base.round, [1, 9, 9, 9])
    for (const lead of base.scan.leads.audiology!)
      await base.given.answer(lead, base.round, base.technology, 'audiology', { impact: 5 })
    await base.given.closeRound(base.round)

    const { body } = await base.scanner.get(`/rounds/${base.round.id}/discussion`).expect(200)

    expect(body).toMatchObject({ round: 1, total: 1 })
    expect(body.items[0]).toEqual({
      technology: { id: base.technology.id, slug: 'monitor', name: 'Monitor' },
      arrival: {
        answers: 8,
        byBand: [0, 8, 0, 0],
        years: { lower: 2029, median: 2030, upper: 2031 },
        consensus: 'agreement',
      },
      specialisms: [
        {
          specialism: { slug: 'audiology', name: expect.any(String) },
          view: { answers: 3, stances: null, impact: null, consensus: 'too-few', reasons: [] },
        },
        {
          specialism: { slug: 'cardiac-science', name: expect.any(String) },
          view: {
            answers: 5,
            stances: { rated: 5, notAffected: 0, already: 0, cannotJudge: 0 },
            impact: { lower: 1, median: 9, upper: 9, distribution: [2, 0, 0, 0, 0, 0, 0, 0, 3] },
            consensus: 'disagreement',
            reasons: ['We have no room.'],
          },
        },
      ],
      disputed: true,
      note: null,
    })
    for (const lead of base.leads) expect(JSON.stringify(body)).not.toContain(lead.account)
  })

  it('may be of some technologies alone', async () => {
    const base = await openRound(undefined, ['Patch'])
    await answerAll(base, base.round, [5, 5, 5])
    await base.given.closeRound(base.round)
    const path = `/rounds/${base.round.id}/discussion`

    const named = async (query: string) =>
      (await base.scanner.get(path + query).expect(200)).body.items.map(
        (item: { technology: { name: string } }) => item.technology.name,
      )
    expect(await named('')).toEqual(['Monitor', 'Patch'])
    expect(await named('?technology=patch')).toEqual(['Patch'])
    expect(await named('?technology=nothing')).toEqual([])
  })

  it('holds the note of the discussion', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [5, 5, 5])
    await base.given.closeRound(base.round)
    const note = `/rounds/${base.round.id}/technologies/monitor/discussion-note`
    await base.scanner.put(note, { text: 'Ask the ward first.' }, { 'If-None-Match': '*' }).expect(201)

    const { body } = await base.scanner.get(`/rounds/${base.round.id}/discussion`).expect(200)
    expect(body.items[0].note).toEqual({ text: 'Ask the ward first.', version: 1 })
  })

  it('and the report are not made of a pilot', async () => {
    const base = await openRound()
    const scan = await base.given.scan({ 'cardiac-science': 3 })
    const { body: panel } = await base.scanner.get(`/scans/${scan.slug}/panel`).expect(200)
    const panellists = panel.items.map(({ id }: { id: string }) => id)
    const pilot = { technologies: ['monitor'], panellists }
    const { body: round } = await base.scanner.post(`/scans/${scan.slug}/pilot`, pilot).expect(201)

    for (const made of ['report', 'discussion']) {
      const { body } = await base.scanner.get(`/rounds/${round.id}/${made}`).expect(409)
      expect(body.detail).toBe('The answers of a pilot never count, so nothing is made of them.')
    }
  })

  it('is of the last closed round alone, since two side by side show who changed what', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [5, 5, 5, 5, 5])
    const path = `/rounds/${base.round.id}/discussion`
    await base.scanner.get(path).expect(409)
    await base.given.closeRound(base.round)
    const second = await base.given.openRound(base.scan, [base.technology])
    await base.scanner.get(path).expect(200)
    await base.given.closeRound(second)

    const { body } = await base.scanner.get(path).expect(409)
    expect(body.detail).toBe('Round 2 has closed since. Discuss its answers, not those of round 1.')
    await base.scanner.get(`/rounds/${second.id}/discussion`).expect(200)
  })

  it('is for the scan team', async () => {
    const base = await openRound()
    await answerAll(base, base.round, [5, 5, 5])
    await base.given.closeRound(base.round)
    const path = `/rounds/${base.round.id}/discussion`
    await base.leads[0]!.get(path).expect(403)
    await (await base.addPerson(['board'])).get(path).expect(403)
    await base.nobody.get(path).expect(401)
    await base.scanner.get('/rounds/nothing/discussion').expect(404)
  })
})
