import { afterEach, describe, expect, it } from '@jest/globals'
import { ratingRequest, type ShortAnswer } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

type Given = Awaited<ReturnType<typeof openRound>>

/** An open first round on one technology, which may affect cardiac science and, if it has a panel, audiology. */
async function openRound(sizes: Record<string, number> = { 'cardiac-science': 6 }) {
  const registry = await createTestRegistry()
  const scan = await registry.given.scan(sizes)
  const technology = await registry.given.technology('Monitor', { specialisms: Object.keys(sizes) })
  const round = await registry.given.openRound(scan, [technology])
  return { ...registry, scan, technology, round, leads: scan.leads['cardiac-science']! }
}

const pathIn = (round: { id: string }, specialism = 'cardiac-science') =>
  `/rounds/${round.id}/ratings/monitor/${specialism}/panel`

async function answer(
  { given, technology }: Given,
  round: { id: string },
  lead: Visitor,
  short: ShortAnswer & { reason?: string },
  specialism = 'cardiac-science',
) {
  const { reason, ...rest } = short
  if (reason === undefined) return given.answer(lead, round, technology, specialism, rest as ShortAnswer)
  const path = `/rounds/${round.id}/ratings/monitor/${specialism}`
  return lead.put(path, { ...ratingRequest(rest as ShortAnswer), reason }, { 'If-None-Match': '*' }).expect(201)
}

/** Closes the first round with these answers of the first leads, and opens a second that asks the same. */
async function secondRoundAfter(base: Given, ...answers: (ShortAnswer & { reason?: string })[]) {
  for (const [i, short] of answers.entries()) await answer(base, base.round, base.leads[i]!, short)
  await base.given.closeRound(base.round)
  return base.given.openRound(base.scan, [base.technology])
}

const five = [
  { impact: 3 },
  { impact: 5, reason: 'Beds.' },
  { impact: 6 },
  { impact: 7, reason: 'Agents.' },
  { impact: 9 },
]

describe('GET /rounds/:round/ratings/:technology/:specialism/panel', () => {
  it('shows a panel member how the panel answered in the round before, and the others’ reasons, unnamed', async () => {
    const base = await openRound()
    const second = await secondRoundAfter(base, ...five)

    const { body } = await base.leads[1]!.get(pathIn(second)).expect(200)

    expect(body).toEqual({
      round: 1,
      here: {
        answers: 5,
        stances: { rated: 5, notAffected: 0, already: 0, cannotJudge: 0 },
        impact: { lower: 5, median: 6, upper: 7, distribution: [0, 0, 1, 0, 1, 1, 1, 0, 1] },
        consensus: 'agreement',
        reasons: ['Agents.'],
      },
      // All in the second band: 2029, 2030, 2031.
      arrival: {
        answers: 5,
        byBand: [0, 5, 0, 0],
        years: { lower: 2029, median: 2030, upper: 2031 },
        consensus: 'agreement',
      },
      note: null,
    })
  })

  it('tells what was said in the discussion between the rounds', async () => {
    const base = await openRound()
    const note = `/rounds/${base.round.id}/technologies/monitor/discussion-note`
    const second = await secondRoundAfter(base, ...five)
    await base.scanner.put(note, { text: 'Ward and home\ndiffer.' }, { 'If-None-Match': '*' }).expect(201)

    const { body } = await base.leads[0]!.get(pathIn(second)).expect(200)

    expect(body.note).toBe('Ward and home\ndiffer.')
  })

  it('keeps the panel’s answer from somebody who has not given their own first answer', async () => {
    const base = await openRound()
    const second = await secondRoundAfter(base, ...five)
    const late = base.leads[5]!

    const { body } = await late.get(pathIn(second)).expect(409)
    expect(body.detail).toBe('Give your own answer first. You see the panel’s when you have.')
    expect(JSON.stringify(body)).not.toContain('Beds')

    await answer(base, second, late, { stance: 'cannot-judge' })
    await late.get(pathIn(second)).expect(409)
    await answer(base, second, late, { stance: 'not-affected' })
    expect((await late.get(pathIn(second)).expect(200)).body.here.reasons).toEqual(['Agents.', 'Beds.'])
  })

  it('shows no figure of the open round', async () => {
    const base = await openRound()
    const second = await secondRoundAfter(base, ...five)
    const before = (await base.leads[0]!.get(pathIn(second)).expect(200)).body

    for (const lead of base.leads) await answer(base, second, lead, { impact: 1, band: 3 })

    expect((await base.leads[0]!.get(pathIn(second)).expect(200)).body).toEqual(before)
  })

  it('has nothing to show in a first round, even to who has answered', async () => {
    const base = await openRound()
    await answer(base, base.round, base.leads[0]!, { impact: 4 })
    const { body } = await base.leads[0]!.get(pathIn(base.round)).expect(409)
    expect(body.detail).toBe('No round has closed yet, so there is no answer of the panel to show.')
  })

  it('shows of four answers their count and reasons alone, and of two not even the count', async () => {
    const base = await openRound()
    const second = await secondRoundAfter(base, ...five.slice(0, 4))
    const { here } = (await base.leads[0]!.get(pathIn(second)).expect(200)).body
    expect(here).toEqual({
      answers: 4,
      stances: null,
      impact: null,
      consensus: 'too-few',
      reasons: ['Agents.', 'Beds.'],
    })

    const other = await openRound()
    const next = await secondRoundAfter(other, ...five.slice(0, 2))
    expect((await other.leads[0]!.get(pathIn(next)).expect(200)).body.here).toMatchObject({
      answers: null,
      reasons: ['Beds.'],
    })
  })

  it('counts a withdrawn answer no more, nor its reason', async () => {
    const base = await openRound()
    for (const [i, short] of five.entries()) await answer(base, base.round, base.leads[i]!, short)
    await answer(base, base.round, base.leads[3]!, { stance: 'withdrawn' })
    await base.given.closeRound(base.round)
    const second = await base.given.openRound(base.scan, [base.technology])
    expect((await base.leads[0]!.get(pathIn(second)).expect(200)).body.here).toMatchObject({
      answers: 4,
      reasons: ['Beds.'],
    })
  })

  it('withholds a specialism that covers for a smaller one, from its own panel too', async () => {
    const base = await openRound({ 'cardiac-science': 6, audiology: 2 })
    for (const lead of base.scan.leads.audiology!) await answer(base, base.round, lead, { impact: 2 }, 'audiology')
    const second = await secondRoundAfter(base, ...five)

    const { here, arrival } = (await base.leads[0]!.get(pathIn(second)).expect(200)).body
    expect(here).toMatchObject({ answers: null, stances: null, impact: null, consensus: 'withheld' })
    expect(arrival).toMatchObject({ answers: 7, byBand: [0, 7, 0, 0] })
    const small = (await base.scan.leads.audiology![0]!.get(pathIn(second, 'audiology')).expect(200)).body
    expect(small.here).toEqual({ answers: null, stances: null, impact: null, consensus: 'too-few', reasons: [] })
  })

  it('is for those whom the round asks, and for nobody else', async () => {
    const base = await openRound({ 'cardiac-science': 6, audiology: 1 })
    const second = await secondRoundAfter(base, ...five)

    await base.nobody.get(pathIn(second)).expect(401)
    await base.scanner.get(pathIn(second)).expect(403)
    await (await base.addPerson(['board'])).get(pathIn(second)).expect(403)
    await (await base.addPerson(['lead'])).get(pathIn(second)).expect(404)
    await base.scan.leads.audiology![0]!.get(pathIn(second)).expect(404)
    await base.leads[0]!.get(`/rounds/${second.id}/ratings/nothing/cardiac-science/panel`).expect(404)
    await base.leads[0]!.get('/rounds/nothing/ratings/monitor/cardiac-science/panel').expect(404)
  })
})
