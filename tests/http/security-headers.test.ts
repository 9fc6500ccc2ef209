import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import request, { type Response } from 'supertest'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const overTls = { OFFING_ORIGIN: 'https://offing.example.nhs.uk' }

function ensureDefended({ headers }: Response): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
  })
  const policy = headers['content-security-policy'] ?? ''
  for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(directive)
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers['access-control-allow-origin']).toBeUndefined()
}

/** The registry with built pages beside it: a page, a script, and a file that is none of theirs. */
async function withPages(settings: Record<string, string> = {}) {
  const registry = await createTestRegistry()
  const root = join(registry.folder, 'dist')
  const webFolder = join(root, 'web')
  mkdirSync(join(webFolder, 'assets'), { recursive: true })
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Offing</title>')
  writeFileSync(join(webFolder, 'assets', 'main-1.js'), 'run()')
  writeFileSync(join(root, 'secret.txt'), 'not for readers')
  return createTestRegistry({ webFolder, settings })
}

describe('the headers by which a browser defends its reader', () => {
  it('stand on pages, scripts, answers, problems and refusals of every kind', async () => {
    const { app, scanner, nobody } = await withPages(overTls)
    const ask = (path: string) => request(app).get(path)
    const answers = [
      await ask('/').expect(200),
      await ask('/technologies/any').expect(200),
      await ask('/no/such/page').expect(404),
      await ask('/assets/main-1.js').expect(200),
      await ask('/assets/missing.js').expect(404),
      await ask('/healthz').expect(200),
      await ask('/api/v1/about').expect(200),
      await ask('/api/v1/docs').expect(200),
      await ask('/API/V1/docs').expect(200),
      await ask('/api/nothing').expect(404),
      await nobody.get('/technologies').expect(401),
      await scanner.get('/technologies').set('Cookie', `__Host-offing_session=token-of-${scanner.account}`).expect(200),
      await nobody.delete('/technologies').expect(405),
      await scanner.post('/technologies', technologyRequest('Monitor')).set('Sec-Fetch-Site', 'cross-site').expect(403),
      await ask('/').set('Host', 'evil.example').expect(421),
      await ask(`/?q=${'x'.repeat(9000)}`).expect(414),
    ]
    for (const answer of answers) {
      ensureDefended(answer)
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    }
  })

  it('let only pages run scripts, and of those only files of this registry', async () => {
    const { app } = await withPages()
    const policyOf = async (path: string) => (await request(app).get(path)).headers['content-security-policy']

    expect(await policyOf('/')).toContain("script-src 'self'; style-src 'self';")
    for (const path of ['/api/v1/docs', '/api/v1/openapi.json', '/API/v1/docs', '/api'])
      expect(await policyOf(path)).not.toContain('script-src')
  })

  it('do not speak of TLS where there is none', async () => {
    const { app } = await withPages()
    expect((await request(app).get('/')).headers['strict-transport-security']).toBeUndefined()
  })

  it('make of a file somebody sent a download that runs nothing', async () => {
    const { scanner, given } = await createTestRegistry()
    const { slug } = await given.technology('Monitor')
    const { body } = await scanner.get(`/technologies/${slug}`).expect(200)
    const files = `/technologies/${slug}/evidence/${body.evidence[0].id}/files`
    const send = (name: string) =>
      scanner
        .post(`${files}?name=${encodeURIComponent(name)}`)
        .set('Content-Type', 'application/pdf')
        .send('%PDF-1.4 <script>alert(1)</script>')
    expect((await send('a"\r\nX: y; filename=evil.html.pdf')).status).toBe(422)
    const { headers } = await send('r\u00e9sum\u00e9 "1"; x=y.pdf').expect(201)

    const got = await scanner.get(headers.location!).expect(200)
    ensureDefended(got)
    expect(got.headers['content-security-policy']).toMatch(/; sandbox$/)
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w?= ]+\.pdf"; filename\*=UTF-8''[\w%.]+$/,
    )
  })

  it('keep personal data out of every cache, and everything else out of those that are shared', async () => {
    const { scanner, nobody } = await createTestRegistry()
    const cacheOf = async (who: typeof scanner, path: string) => (await who.get(path)).headers['cache-control']

    expect(await cacheOf(scanner, '/session')).toBe('no-store')
    expect(await cacheOf(scanner, '/technologies')).toBe('private, no-cache')
    expect(await cacheOf(scanner, '/specialisms')).toBe('private, no-cache')
    expect(await cacheOf(nobody, '/technologies')).toBe('no-store')
  })
})

describe('a path that means to leave its folder', () => {
  it.each([
    '/assets/../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5c..%5csecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/main-1.js%00.txt',
    '/assets/....//secret.txt',
  ])('finds nothing: %s', async (path) => {
    const { app } = await withPages()
    const { status, text } = await request(app).get(path)

    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('not for readers')
  })

  it.each(['//evil.example/', '//evil.example/%2e%2e', '/\\evil.example', '/assets', '///evil.example/assets'])(
    'is sent nowhere else: %s',
    async (path) => {
      const { app } = await withPages()
      const { status, headers } = await request(app).get(path)

      expect(status).toBeGreaterThanOrEqual(400)
      expect(headers.location).toBeUndefined()
    },
  )
})
