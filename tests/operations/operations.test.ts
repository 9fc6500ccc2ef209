import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import request from 'supertest'
import { loggedAddress } from '../../api/operations/logged-address.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const token = 'a-token-for-the-metrics-0123456789abcdef'

describe('/readyz', () => {
  it('is refused where a newer program has changed the database meanwhile', async () => {
    const { app, file } = await createTestRegistry()
    const raw = new Sqlite(file)
    raw.exec("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2031')")
    raw.close()

    const { body, headers } = await request(app).get('/readyz').expect(503)
    expect(body.type).toBe('urn:offing:problem:unavailable')
    expect(headers['cache-control']).toBe('no-store')
    await request(app).get('/healthz').expect(200)
  })

  it('is refused where the database does not answer, without saying why', async () => {
    const { app, registry } = await createTestRegistry()
    await registry.close()

    const { text } = await request(app).get('/readyz').expect(503)
    expect(text).not.toMatch(/driver|destroyed|sqlite|connection/i)
  })
})

describe('/metrics', () => {
  it('counts answers by operation, method and status, and refusals by reason', async () => {
    const { app, scanner, nobody } = await createTestRegistry()
    await scanner.get('/technologies').expect(200)
    await scanner.get('/technologies/unknown-one').expect(404)
    await nobody.get('/technologies').expect(401)
    await request(app).get('/nothing/here').expect(404)

    const { text, headers } = await request(app).get('/metrics').expect(200)

    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    const duration = 'offing_http_request_duration_seconds_count'
    expect(text).toContain(`${duration}{operation="listTechnologies",method="GET",status="200"} 1`)
    expect(text).toContain(`${duration}{operation="readTechnology",method="GET",status="404"} 1`)
    expect(text).toContain(`${duration}{operation="none",method="GET",status="404"} 1`)
    expect(text).toContain('offing_refusals_total{code="not-signed-in"} 1')
    expect(text).toMatch(/^offing_database_bytes \d{5,}$/m)
    expect(text).toMatch(/^offing_disk_free_bytes \d+/m)
    expect(text).toMatch(/^offing_sessions \d+$/m)
    expect(text).toContain('offing_messages_waiting 0')
    expect(text).not.toMatch(/^offing_backup_age_seconds /m)
    expect(text).not.toMatch(/unknown-one|nothing\/here|@|\/tmp/)
  })

  it('does not grow with the addresses or methods that visitors invent', async () => {
    const { app } = await createTestRegistry()
    const lines = async () => (await request(app).get('/metrics').expect(200)).text.split('\n').length
    await request(app).get('/made/up').expect(404)
    await request(app).options('/made/up').expect(404)
    await lines()
    const before = await lines()
    for (let n = 0; n < 20; n++) await request(app).get(`/made/up/${n}?q=${n}`).expect(404)
    await request(app).propfind('/made/up').expect(404)
    expect(await lines()).toBe(before)
  })

  it('is for the machine itself alone, or for who has the token', async () => {
    const open = await createTestRegistry()
    await request(open.app).get('/metrics').set('X-Forwarded-For', '192.0.2.1').expect(401)
    await request(open.app).get('/metrics').set('Host', 'offing.example.nhs.uk').expect(421)
    await request(open.app).get('/metrics').set('Authorization', `Bearer ${token}`).expect(401)

    const settings = { OFFING_METRICS_TOKEN: token, OFFING_ORIGIN: 'https://offing.example.nhs.uk' }
    const { app } = await createTestRegistry({ settings })
    await request(app).get('/metrics').expect(401)
    await request(app)
      .get('/metrics')
      .set('Authorization', `Bearer ${token.slice(1)}`)
      .expect(401)
    await request(app)
      .get('/metrics')
      .set('Authorization', `Bearer ${token}`)
      .set('X-Forwarded-For', '192.0.2.1')
      .expect(200)
  })
})

describe('an address in the log', () => {
  const secret = 'q3BfDsX0pC3uYv1ZJwJt7mC0x0Qe8o2m1nGZ9qYk5dA'
  it.each([
    ['/api/v1/technologies?limit=20&sort=-name', '/api/v1/technologies?limit=20&sort=-name'],
    ['/api/v1/search?q=Ada%20Scott&limit=5', '/api/v1/search?q=…&limit=5'],
    [`/sign-in/callback?code=${secret}&state=abc`, '/sign-in/callback?code=…&state=…'],
    [`/api/v1/x?limit=${secret}`, '/api/v1/x?limit=…'],
    [`/sign-in/link/${secret}`, '/sign-in/link/…'],
    [`/x?${secret}`, '/x?…'],
    [`/x?a?b=${secret}`, '/x?…'],
    [
      '/technologies/artificial-intelligence-for-chest-radiograph-triage',
      '/technologies/artificial-intelligence-for-chest-radiograph-triage',
    ],
  ])('%s stands there as %s', (address, logged) => {
    expect(loggedAddress(address)).toBe(logged)
  })
})
