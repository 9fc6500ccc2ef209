import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('the note of a discussion', () => {
  it('is kept with the item, and two people never overwrite one another', async () => {
    const { scanner, given } = await createTestRegistry()
    const { round } = await given.closedRound({ Monitor: { impact: 5 } })
    const path = `/rounds/${round.id}/technologies/monitor/discussion-note`
    await scanner.get(path).expect(404)
    await scanner.put(path, { text: 'Said.' }).expect(428)
    const { headers } = await scanner.put(path, { text: 'Said.' }, { 'If-None-Match': '*' }).expect(201)
    await scanner.put(path, { text: 'Said.' }, { 'If-None-Match': '*' }).expect(200)
    await scanner.put(path, { text: 'Else.' }, { 'If-None-Match': '*' }).expect(412)
    await scanner.put(path, { text: 'Said, and more.' }, { 'If-Match': headers.etag! }).expect(200)
    await scanner.put(path, { text: 'From an old page.' }, { 'If-Match': headers.etag! }).expect(412)
    expect((await scanner.get(path).expect(200)).body).toMatchObject({ text: 'Said, and more.', version: 2 })
    const asked = (await scanner.get(`/rounds/${round.id}/technologies`)).body.items
    expect(asked).toMatchObject([{ noted: true }])
  })

  it('is written once the round has closed, on what it asked, by the scan team', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const scan = await given.scan()
    const technology = await given.technology('Monitor')
    await given.technology('Other')
    const round = await given.openRound(scan, [technology])
    const put = (who: typeof scanner, slug: string) =>
      who.put(`/rounds/${round.id}/technologies/${slug}/discussion-note`, { text: 'Said.' }, { 'If-None-Match': '*' })
    await put(scanner, 'monitor').expect(409)
    await given.closeRound(round)
    await put(scanner, 'other').expect(404)
    for (const role of ['board', 'lead', 'admin'] as const) await put(await addPerson([role]), 'monitor').expect(403)
    await put(scanner, 'monitor').expect(201)
  })
})
