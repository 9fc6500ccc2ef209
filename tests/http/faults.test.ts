import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { perform } from '../../api/audit/perform.ts'
import { auditTrail } from '../../db/audit.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('a request that cannot be served', () => {
  it('answers 404 as a problem document at an unknown address, whatever the method', async () => {
    const { scanner, nobody } = await createTestRegistry()

    const { body } = await scanner.get('/nothing/here').expect(404)
    expect(body).toMatchObject({
      type: 'urn:offing:problem:not-found',
      status: 404,
      detail: expect.stringContaining('/nothing/here'),
    })
    await nobody.post('/api/v2/technologies', {}).expect(404)
    await nobody.delete('/api/anything').expect(404)
  })

  it('answers 405 to another method and says which are taken', async () => {
    const { scanner } = await createTestRegistry()

    const response = await scanner.delete('/technologies').expect(405)
    expect(response.headers.allow).toBe('GET, HEAD, POST')
  })

  it('answers 400 to what is not JSON, 415 to what is not UTF-8 JSON, 413 to what is too large', async () => {
    const { scanner } = await createTestRegistry()
    const send = (type: string, text: string) => scanner.post('/technologies').set('Content-Type', type).send(text)

    await send('application/json', '{"name": ').expect(400)
    await send('application/json; charset=utf-7', '{}').expect(415)
    await send('text/plain', '{}').expect(415)
    await send('application/json', JSON.stringify({ name: 'x'.repeat(300_000) })).expect(413)
    expect((await scanner.get('/technologies')).body.total).toBe(0)
  })

  it('refuses a write that a page of another site makes the browser send', async () => {
    const { scanner } = await createTestRegistry()
    const enter = () => scanner.post('/technologies', technologyRequest('Monitor'))

    await enter().set('Sec-Fetch-Site', 'cross-site').expect(403)
    await enter().unset('Sec-Fetch-Site').set('Origin', 'https://evil.example').expect(403)
    await enter().set('Sec-Fetch-Site', 'same-origin').expect(201)
  })

  it('decides access before it reads the body', async () => {
    const { nobody } = await createTestRegistry()

    await nobody.post('/technologies').set('Content-Type', 'application/json').send('{"name": ').expect(401)
  })

  it('shows no inner detail when something breaks inside', async () => {
    const { scanner, registry } = await createTestRegistry()
    await registry.close()

    const response = await scanner.get('/technologies').expect(500)

    expect(response.body.detail).toContain('not confirmed')
    expect(response.text).not.toMatch(/driver|database|destroyed/i)
  })
})

describe('Idempotency-Key', () => {
  it('gives the first answer again, without acting twice', async () => {
    const { scanner, registry } = await createTestRegistry()
    const enter = () => scanner.post('/technologies', technologyRequest('Monitor')).set('Idempotency-Key', 'key-1')

    const first = await enter().expect(201)
    const again = await enter().expect(201)

    expect(again.body).toEqual(first.body)
    expect(again.headers.location).toBe(first.headers.location)
    expect((await auditTrail(registry.read)).filter((entry) => entry.action === 'technology.enter')).toHaveLength(1)
  })

  it('holds when the same request comes twice at once', async () => {
    const { scanner } = await createTestRegistry()
    const enter = () => scanner.post('/technologies', technologyRequest('Monitor')).set('Idempotency-Key', 'key-1')

    const answers = await Promise.all([enter(), enter(), enter()])

    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  })

  it('refuses the same key with another body, and keeps keys of different accounts apart', async () => {
    const { scanner, addPerson } = await createTestRegistry()
    const enter = (who: typeof scanner, name: string) =>
      who.post('/technologies', technologyRequest(name)).set('Idempotency-Key', 'key-1')
    await enter(scanner, 'Monitor').expect(201)

    expect((await enter(scanner, 'Patch').expect(422)).body.type).toBe('urn:offing:problem:key-reused')
    await enter(await addPerson(['scanner']), 'Patch').expect(201)
    await scanner.post('/technologies', technologyRequest('Watch')).set('Idempotency-Key', 'x'.repeat(201)).expect(400)
  })

  it('takes a key anew after 24 hours, whether or not anybody else has sent one since', async () => {
    let now = new Date('2026-01-05T09:00:00.000Z')
    const { registry, scanner } = await createTestRegistry({ now: () => now })
    const by = () => ({
      account: scanner.account,
      at: now.toISOString(),
      once: { key: 'key-1', requestDigest: 'same' },
    })
    const act = async () => now.toISOString()
    const first = await perform(registry, by(), act)

    now = new Date('2026-01-06T08:59:59.000Z')
    expect(await perform(registry, by(), act)).toBe(first)
    now = new Date('2026-01-06T09:00:00.001Z')
    expect(await perform(registry, by(), act)).toBe(now.toISOString())
  })

  it('forgets a key after 24 hours, and keeps none of a refused request', async () => {
    let now = new Date('2026-01-05T09:00:00.000Z')
    const { scanner, addPerson } = await createTestRegistry({ now: () => now })
    const enter = (who: typeof scanner, body: object) => who.post('/technologies', body).set('Idempotency-Key', 'key-1')
    await enter(scanner, { ...technologyRequest('Monitor'), category: 'unknown' }).expect(422)
    await enter(scanner, technologyRequest('Monitor')).expect(201)

    now = new Date('2026-01-06T09:00:01.000Z')
    const later = await addPerson(['scanner'])
    await later.post('/technologies', technologyRequest('Patch')).set('Idempotency-Key', 'other').expect(201)
    expect((await later.get('/technologies')).body.total).toBe(2)
  })
})

describe('every answer', () => {
  it('carries a strict policy, no trace of the framework, and an id that the problem repeats', async () => {
    const { scanner } = await createTestRegistry()

    const { headers, body } = await scanner.get('/nothing').expect(404)

    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(body.instance).toBe(`urn:offing:request:${headers['x-request-id']}`)
  })

  it('is not sent again to a reader who has it', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    const { headers } = await scanner.get('/technologies/monitor').expect(200)

    await scanner.get('/technologies/monitor').set('If-None-Match', headers.etag!).expect(304)
    await given.technology('Patch')
    await scanner.get('/technologies').set('If-None-Match', headers.etag!).expect(200)
  })
})

describe('/healthz and /readyz', () => {
  it('answer without sign-in, and while a write holds the lock', async () => {
    const { app, registry } = await createTestRegistry()
    let release = () => {}
    const held = registry.transaction(
      () =>
        new Promise<void>((resolve) => {
          release = resolve
        }),
    )

    await request(app).get('/healthz').expect(200)
    await request(app).get('/readyz').expect(200)
    release()
    await held
  })
})

describe('a long write', () => {
  it('stops no read', async () => {
    const { registry, scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    let release = () => {}
    const held = registry.transaction(
      () =>
        new Promise<void>((resolve) => {
          release = resolve
        }),
    )

    await scanner.get('/technologies').expect(200)
    await scanner.get('/technologies/monitor').expect(200)
    release()
    await held
  })
})
