import { afterEach, describe, expect, it } from '@jest/globals'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const origin = 'https://offing.example.nhs.uk'

/** A signed-in browser whose page sends a write, with the headers given in place of our own page's. */
async function aSignedInBrowser(settings: Record<string, string> = {}) {
  const { addPerson } = await createTestRegistry({ settings })
  const scanner = await addPerson(['scanner'])
  const enter = (headers: Record<string, string>, name: string) =>
    scanner.post('/technologies', technologyRequest(name)).unset('Sec-Fetch-Site').set(headers)
  return { scanner, enter }
}

describe('a write that a page of another site makes the browser send', () => {
  it.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbouring host', { 'Sec-Fetch-Site': 'same-site' }],
    ['from another site that names ours as its origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1' }],
    ['of a browser without that header', { Origin: 'https://evil.example' }],
    ['from a page without an origin', { Origin: 'null' }],
    ['from an origin that begins as ours', { Origin: 'http://127.0.0.1.evil.example' }],
    ['from another port', { Origin: 'http://127.0.0.1:1' }],
  ])('is refused %s', async (_, headers) => {
    const { enter, scanner } = await aSignedInBrowser()

    await enter(headers, 'Monitor').expect(403)
    expect((await scanner.get('/technologies')).body.total).toBe(0)
  })

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'text/plain;x', ''])(
    'is refused where it says nothing of its origin and could be a form’s: %s',
    async (type) => {
      const { scanner } = await aSignedInBrowser()
      const test = scanner.post('/demonstration/restart').unset('Sec-Fetch-Site')

      await (type ? test.set('Content-Type', type) : test).expect(403)
    },
  )

  it('passes where no form could have sent it, as programs do', async () => {
    const { enter } = await aSignedInBrowser()
    await enter({}, 'Monitor').expect(201)
  })

  it('passes from our own address, and from no other than the one that is set', async () => {
    const { scanner, enter } = await aSignedInBrowser({ OFFING_ORIGIN: origin })
    const cookie = { Cookie: `__Host-offing_session=token-of-${scanner.account}` }

    await enter({ ...cookie, Origin: origin }, 'Monitor').expect(201)
    await enter({ ...cookie, 'Sec-Fetch-Site': 'same-origin' }, 'Patch').expect(201)
    for (const other of ['http://offing.example.nhs.uk', `${origin}:8443`, `${origin}.evil.example`, 'null', ''])
      await enter({ ...cookie, Origin: other }, 'Watch').expect(403)
  })

  it('cannot sign a browser in as somebody else', async () => {
    const { nobody } = await createTestRegistry()
    await nobody
      .post('/session', { email: 'a@b.example', password: 'x' })
      .set('Sec-Fetch-Site', 'cross-site')
      .expect(403)
    await nobody.post('/session/look-around', { role: 'board' }).set('Sec-Fetch-Site', 'same-site').expect(403)
  })
})

describe('a read', () => {
  it('that another site’s page takes into itself is refused, also where it costs much', async () => {
    const { scanner } = await createTestRegistry()
    const asked = (dest: string, mode = 'no-cors') => ({
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': mode,
      'Sec-Fetch-Dest': dest,
    })

    for (const dest of ['image', 'script', 'iframe', 'object', 'empty'])
      await scanner.get('/heat-map.xlsx').set(asked(dest)).expect(403)
    await scanner.get('/session').set(asked('iframe', 'navigate')).expect(403)
    await scanner.get('/session').set(asked('empty', 'cors')).expect(403)
  })

  it('that somebody follows a link to is answered', async () => {
    const { scanner } = await createTestRegistry()
    const followed = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }

    await scanner.get('/technologies').set(followed).expect(200)
    await scanner.get('/technologies').set('Sec-Fetch-Site', 'none').expect(200)
    await scanner.get('/technologies').unset('Sec-Fetch-Site').expect(200)
  })
})
