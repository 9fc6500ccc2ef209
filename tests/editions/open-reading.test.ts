import { afterEach, expect, it } from '@jest/globals'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

it('tells anyone what a specialism has signed, and never who signed it', async () => {
  const settings = { OFFING_OPEN_READING: 'on' }
  const { scanner, scan, leads, board, nobody } = await givenRanking(undefined, { settings })
  const path = `/reviews/${scan.slug}/monitor/cardiac-science`
  const draft = await leads[0]!
    .put(path, { action: 'pilot', serviceModel: 'More clinics at home.', yearsNeeded: 2 }, { 'If-None-Match': '*' })
    .expect(201)
  await leads[0]!.post(`${path}/sign`).set('If-Match', draft.headers.etag!).expect(200)
  await givenEdition(scanner, scan)
  const signer = (await leads[0]!.get('/session').expect(200)).body.account.name

  for (const address of ['/editions/1/technologies/monitor', '/editions/1/edition.html']) {
    const asReader = (await board.get(address).expect(200)).text
    const asAnyone = (await nobody.get(address).expect(200)).text
    expect(asReader).toContain(signer)
    expect(asAnyone).toContain('More clinics at home.')
    expect(asAnyone).not.toContain(signer)
  }
})
