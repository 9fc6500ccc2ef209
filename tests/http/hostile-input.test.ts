import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Operation } from '../../api/contract/operation.ts'
import * as operations from '../../api/contract/operations.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const all = Object.values(operations) as unknown as Operation[]
const harmless = all.filter((one) => !['signIn', 'signOut', 'restartDemonstration'].includes(one.id))

/** Names of fields that exist, values of any shape: more likely to get past the first check than noise. */
const anyBody = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      ...Object.keys({ ...technologyRequest('x'), stance: 1, impact: 1, arrival: 1, startYear: 1, technology: 1 }),
    ),
    fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constantFrom('2026-02-31', '__proto__', "'; drop"),
    ),
  ),
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('%', '../../etc', '"*', '0', '-1', '1e99', ''),
)

describe('whatever is sent', () => {
  it('is answered or refused as documented, and never breaks the server', async () => {
    const { addPerson, given } = await createTestRegistry()
    const { technologies, round, scan } = await given.closedRound({ Monitor: { impact: 5 } })
    const everybody = await addPerson(['board', 'lead', 'scanner', 'admin'])
    const known = [technologies[0]!.slug, round.id, scan.slug, 'cardiac-science', 'unknown']

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...harmless),
        anyBody,
        fc.array(
          fc.oneof(
            fc.constantFrom(...known),
            anyText.filter((text) => text.trim() !== ''),
          ),
          { minLength: 3, maxLength: 3 },
        ),
        fc.dictionary(
          fc.constantFrom('q', 'lens', 'list', 'band', 'category', 'limit', 'cursor', 'weights', 'name', 'sort'),
          anyText,
        ),
        async (operation, body, parameters, query) => {
          let n = 0
          const path = operation.path.replace(/:\w+/g, () => encodeURIComponent(wellFormed(parameters[n++ % 3]!)))
          const address = `${path}?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, wellFormed(v)]))}`
          const test = everybody[operation.method](address).set('Content-Type', 'application/json')
          const response = await (operation.method === 'get' ? test : test.send(JSON.stringify(body)))
          expect({ address, body, status: response.status, isServed: response.status < 500 }).toMatchObject({
            isServed: true,
          })
        },
      ),
      { numRuns: 600 },
    )
  }, 120_000)

  it('may say anything in the headers that are read', async () => {
    const { addPerson, given } = await createTestRegistry({ settings: { OFFING_PROXIES: '1' } })
    const { technologies } = await given.closedRound({ Monitor: { impact: 5 } })
    const everybody = await addPerson(['board', 'lead', 'scanner', 'admin'])
    const asHeader = fc
      .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 80 })
      .map((text) => text.replace(/\x7f/g, '').trim())
    const said = fc.oneof(
      asHeader,
      fc.constantFrom('*', '""', 'W/"1"', '"1-x"', 'Bearer ', 'Basic YTpi', `Bearer ${'x'.repeat(3000)}`, 'null'),
      fc.constantFrom('1.2.3.4:5, [::1]:6', '999.1.1.1', ','.repeat(500), 'bytes=0-', 'gzip;q=2, br;q=x', '-1', 'a='),
    )
    const headers = fc.dictionary(
      fc.constantFrom(
        ...['Authorization', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'X-Forwarded-For', 'Accept', 'Range'],
        ...['Accept-Encoding', 'User-Agent', 'Referer', 'Sec-Fetch-Site', 'Origin', 'Content-Encoding', 'Cookie'],
      ),
      said,
      { minKeys: 1, maxKeys: 5 },
    )

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...harmless), headers, async (operation, sent) => {
        const path = operation.path.replace(/:\w+/g, technologies[0]!.slug)
        const { Cookie, ...rest } = sent
        const session = `offing_session=token-of-${everybody.account}`
        const test = everybody[operation.method](path)
          .set(rest)
          .set('Cookie', `${Cookie ?? 'a=b'}; ${session}`)
        const { status } = await (operation.method === 'get' ? test : test.send({}))
        expect({ operation: operation.id, sent, isServed: status < 500 }).toMatchObject({ isServed: true })
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('may be nested without end, in any place', async () => {
    const { scanner } = await createTestRegistry()
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const send = (text: string) =>
      scanner.post('/technologies').set('Content-Type', 'application/json').set('Idempotency-Key', 'key-1').send(text)

    await send(deep).expect(400)
    await send(`{"name":${deep}}`).expect(400)
    await send(`{"unknown":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`).expect(400)
    await send('['.repeat(250_000)).expect(400)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may call a field %s', async (name) => {
    const { scanner } = await createTestRegistry()
    const text = `{"${name}":{"x":1},${JSON.stringify(technologyRequest('Monitor')).slice(1)}`

    await scanner.post('/technologies').set('Content-Type', 'application/json').send(text).expect(422)
    await scanner.get(`/ranking?${name}=1`).expect(422)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('is no number where there is nothing, or anything but plain digits', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.closedRound({ Monitor: { impact: 5 } })

    for (const query of ['band=', 'limit=', 'limit=0x10', 'limit=1e2', 'band=1.0', 'band=1&band='])
      await scanner.get(`/ranking?${query}`).expect(422)
    await scanner.get('/ranking?band=1&band=2&limit=10').expect(200)
  })

  it('leaves the registry able to answer', async () => {
    const { app: _, scanner, given } = await createTestRegistry()
    await given.closedRound({ Monitor: { impact: 5 } })
    await scanner.get('/technologies/%00').expect(404)
    await scanner.get('/technologies/%E0%A4%A').expect(400)
    await scanner.get(`/technologies/${'x'.repeat(5000)}`).expect(404)
    await scanner.get(`/ranking?${'band=1&'.repeat(500)}`).expect(422)

    expect((await scanner.get('/ranking').expect(200)).body.items).toHaveLength(1)
  })
})

/** Halves of surrogate pairs cannot stand in an address at all. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, '?')
}
