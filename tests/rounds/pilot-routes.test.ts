import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function beforeFirst() {
  const test = await createTestRegistry()
  const scan = await test.given.scan({ 'cardiac-science': 4, audiology: 1 })
  const monitor = await test.given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
  const patch = await test.given.technology('Patch')
  const panel = (await test.scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body.items
  const inCardiac = panel.filter((one: { specialisms: string[] }) => one.specialisms.includes('cardiac-science'))
  const chosen: string[] = inCardiac.slice(0, 3).map((one: { id: string }) => one.id)
  const accounts = inCardiac.slice(0, 3).map((one: { account: string }) => one.account)
  const leads = accounts.map((id: string) => scan.leads['cardiac-science']!.find((one) => one.account === id)!)
  const outsider = scan.leads['cardiac-science']!.find((one) => !accounts.includes(one.account))!
  const run = (changes: object = {}) =>
    test.scanner.post(`/scans/${scan.slug}/pilot`, { technologies: ['monitor'], panellists: chosen, ...changes })
  return { ...test, scan, monitor, patch, panel, leads, outsider, run }
}

describe('POST /scans/:scan/pilot', () => {
  it('asks exactly these people about exactly these technologies, and freezes nothing', async () => {
    const { scanner, given, scan, monitor, patch, leads, outsider, run } = await beforeFirst()
    const { body: pilot } = await run().expect(201)
    expect(pilot).toMatchObject({ number: 0, state: 'open', shared: true, technologies: 1, asked: 3, invited: 3 })
    expect((await scanner.get(`/scans/${scan.slug}`)).body.frozenAt).toBeNull()

    expect((await given.answer(leads[0], pilot, monitor, 'cardiac-science', { impact: 9 })).status).toBe(201)
    for (const [lead, technology] of [
      [outsider, monitor],
      [leads[0], patch],
    ])
      expect([403, 404]).toContain(
        (await given.answer(lead, pilot, technology, 'cardiac-science', { impact: 9 })).status,
      )
    await scanner.post(`/rounds/${pilot.id}/technologies`, { technologies: ['patch'] }).expect(409)
  })

  it('takes no answer once it has closed, and says which round it is', async () => {
    const { given, monitor, leads, run } = await beforeFirst()
    const { body: pilot } = await run().expect(201)
    await given.closeRound(pilot)
    const late = await given.answer(leads[0], pilot, monitor, 'cardiac-science', { impact: 9 })
    expect(late.status).toBe(409)
    expect(late.body.detail).toBe('The pilot round is closed, so its answers cannot be changed.')
  })

  it('never counts, and is not an answer that carries over', async () => {
    const { scanner, given, scan, monitor, leads, run } = await beforeFirst()
    const { body: pilot } = await run().expect(201)
    for (const lead of leads) await given.answer(lead, pilot, monitor, 'cardiac-science', { impact: 9 })
    await given.closeRound(pilot)
    const ranking = (await scanner.get('/ranking').expect(200)).body
    expect(ranking).toMatchObject({ round: null, counts: { ranked: 0 } })

    const first = await given.openRound(scan, [monitor])
    expect(first.number).toBe(1)
    const [queue] = (await leads[0].get('/my-answers')).body.items
    expect(queue.items[0]).toMatchObject({ earlier: null, answer: null })
  })

  it('says when it has closed how many answers came, and how many could not judge', async () => {
    const { scanner, given, monitor, leads, run } = await beforeFirst()
    const { body: pilot } = await run().expect(201)
    await given.answer(leads[0], pilot, monitor, 'cardiac-science', { impact: 9 })
    await given.answer(leads[1], pilot, monitor, 'cardiac-science', { stance: 'cannot-judge' })
    await scanner.get(`/rounds/${pilot.id}/pilot-result`).expect(409)
    await given.closeRound(pilot)
    const { body, text } = await scanner.get(`/rounds/${pilot.id}/pilot-result`).expect(200)
    expect(body).toMatchObject({ asked: 3, answered: 2, cannotJudge: null })
    expect(text).not.toContain('impact')
    await leads[0].get(`/rounds/${pilot.id}/pilot-result`).expect(403)
  })

  it('comes before the first round opens, once, and while no round is open', async () => {
    const { scanner, given, scan, patch, run } = await beforeFirst()
    const { body: pilot } = await run().expect(201)
    await run().expect(409)
    const prepared = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${prepared.id}/technologies`, { technologies: [patch.slug] }).expect(201)
    const open = () => scanner.post(`/rounds/${prepared.id}/open`).set('If-Match', '*')
    expect((await open().expect(409)).body.detail).toContain('The pilot round is open')
    await given.closeRound(pilot)
    await open().expect(200)
  })

  it('names who is not on the panel, who would be asked nothing, and what nobody would be asked', async () => {
    const { scanner, scan, panel, given, run } = await beforeFirst()
    const inAudiology = panel.find((one: { specialisms: string[] }) => one.specialisms.includes('audiology')).id
    const pointer = (response: { body: { errors: { pointer: string }[] } }) => response.body.errors[0]!.pointer
    expect(pointer(await run({ panellists: ['nobody'] }).expect(422))).toBe('/panellists/0')
    expect(pointer(await run({ technologies: ['monitor', 'unheard-of'] }).expect(422))).toBe('/technologies/1')
    expect(pointer(await run({ technologies: ['patch'], panellists: [inAudiology] }).expect(422))).toBe(
      '/technologies/0',
    )
    await run({ technologies: [] }).expect(422)
    expect((await scanner.get(`/scans/${scan.slug}`)).body.rounds).toEqual([])

    await given.openRound(scan, [{ slug: 'patch' }])
    await run().expect(409)
  })
})
