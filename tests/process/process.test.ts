import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { technologyRequest } from '../support/given.ts'
import { Installation } from '../support/server-process.ts'
import { signInWithCode } from '../support/sign-in-with-code.ts'

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const json = { 'Content-Type': 'application/json' }

async function signIn(base: string, credentials: object, path = '/session'): Promise<Record<string, string>> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(credentials),
  })
  expect(response.status).toBe(201)
  return { ...json, Cookie: response.headers.get('set-cookie')!.split(';')[0]! }
}

describe('the program', () => {
  it('fills an empty registry with the demonstration once, and says how to sign in', async () => {
    const first = await installation.start()
    expect(first.printed()).toContain('Filling the empty registry')
    expect(first.printed()).toContain('Look around as')
    const headers = await signIn(first.base, { role: 'board' }, '/session/look-around')
    expect((await (await fetch(`${first.base}/api/v1/ranking`, { headers })).json()).total).toBeGreaterThan(60)
    expect(await first.stop()).toBe(0)

    const second = await installation.start()
    expect(second.printed()).not.toContain('Filling')
    expect((await fetch(`${second.base}/api/v1/ranking`, { headers })).status).toBe(200)
    await second.stop()
  })

  it('starts without the demonstration, and takes its first account from the command line', async () => {
    const server = await installation.start({ args: ['--empty'] })
    expect(server.printed()).toContain('npm run account -- add')
    const password = 'a long enough phrase'

    expect(await installation.addAccount('ada.scott@example.org', 'scanner', 'short')).toContain(
      'at least 15 characters',
    )
    expect(await installation.addAccount('ada.scott@example.org', 'cleaner', password)).toContain('Roles: board')
    expect(await installation.addAccount('ada.scott@example.org', 'scanner', password)).toContain(
      'Added Ada Scott (scanner).',
    )

    const headers = await signInWithCode(server.base, 'ada.scott@example.org', password)
    expect((await (await fetch(`${server.base}/api/v1/technologies`, { headers })).json()).total).toBe(0)
    expect((await (await fetch(`${server.base}/api/v1/specialisms`, { headers })).json()).total).toBe(62)
    await server.stop()
  })

  it('sends the page at every page’s address, and with status 404 at any other', async () => {
    const server = await installation.start({ args: ['--empty'] })

    for (const path of ['/', '/ranking', '/technologies/new', '/technologies/some-slug', '/scans/a', '/sign-in']) {
      const response = await fetch(server.base + path)
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
    }
    const unknown = await fetch(`${server.base}/no/such/page`)
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const html = await unknown.text()
    const script = /\/assets\/[\w-]+\.js/.exec(html)![0]
    expect((await fetch(server.base + script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const compressed = await fetch(server.base + script, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(await compressed.text()).toContain('Offing')
    const missing = await fetch(`${server.base}/assets/missing.js`)
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    expect(await missing.text()).not.toContain('dist')
    await server.stop()
  })

  it('finishes the requests in flight when it is told to stop', async () => {
    const server = await installation.start({ args: ['--empty'] })
    const headers = { ...json, Expect: '100-continue' }
    const begun = request(`${server.base}/api/v1/session`, { method: 'POST', headers })
    begun.flushHeaders()
    // The server has the request's head now, and waits for its body.
    await once(begun, 'continue')

    const stopped = server.stop('SIGTERM')
    const response = once(begun, 'response')
    begun.end(JSON.stringify({ email: 'nobody@example.org', password: 'a long enough phrase' }))
    const [answer] = (await response) as [IncomingMessage]
    answer.resume()

    expect(answer.statusCode).toBe(401)
    expect(await stopped).toBe(0)
  })

  it('runs twice on one registry: what one commits, the other answers by at once', async () => {
    const [one, other] = [await installation.start(), await installation.start()]
    const headers = await signIn(one.base, { role: 'scanner' }, '/session/look-around')
    const read = (base: string, path: string) => fetch(`${base}/api/v1${path}`, { headers })
    const totals = () =>
      Promise.all([one, other].map(async ({ base }) => (await (await read(base, '/technologies')).json()).total))
    expect(await totals()).toEqual([101, 101])

    const body = JSON.stringify(technologyRequest('Entered by one'))
    await fetch(`${one.base}/api/v1/technologies`, { method: 'POST', headers, body })
    expect(await totals()).toEqual([102, 102])

    await fetch(`${one.base}/api/v1/session`, { method: 'DELETE', headers })
    expect((await read(other.base, '/technologies')).status).toBe(401)
    await Promise.all([one.stop(), other.stop()])
  })

  it('loses no answered write when it is killed', async () => {
    const server = await installation.start()
    const headers = await signIn(server.base, { role: 'scanner' }, '/session/look-around')
    const answered: string[] = []
    const write = async (writer: number) => {
      for (let n = 0; ; n++) {
        const body = JSON.stringify(technologyRequest(`Killed ${writer} ${n}`))
        const response = await fetch(`${server.base}/api/v1/technologies`, { method: 'POST', headers, body }).catch(
          () => null,
        )
        if (response?.status !== 201) return
        answered.push((await response.json()).slug)
      }
    }
    const writers = [1, 2, 3].map(write)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await server.stop('SIGKILL')
    await Promise.allSettled(writers)

    const again = await installation.start()
    expect(answered.length).toBeGreaterThan(5)
    for (const slug of answered)
      expect((await fetch(`${again.base}/api/v1/technologies/${slug}`, { headers })).status).toBe(200)
    await again.stop()
  })

  it('logs one line of JSON a request in production, with an id and nothing secret', async () => {
    const server = await installation.start({ args: ['--empty'], settings: { NODE_ENV: 'production' } })
    const body = JSON.stringify({ email: 'nobody@example.org', password: 'hunter2-hunter2' })
    const answer = await fetch(`${server.base}/api/v1/session`, { method: 'POST', headers: json, body })
    await fetch(`${server.base}/api/v1/about`, { headers: { Cookie: 'offing_session=a-secret-token' } })
    await server.stop()

    const lines = server
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      // Beside requests, the program says how the audit trail ends.
      .filter(({ req }) => req !== undefined)
    expect(lines.map(({ req, res }) => `${res.statusCode} ${req.method} ${req.url}`)).toEqual([
      '401 POST /api/v1/session',
      '200 GET /api/v1/about',
    ])
    expect(lines[0].req.id).toBe(answer.headers.get('x-request-id'))
    expect(server.printed()).not.toMatch(/hunter2|a-secret-token|nobody@/)
  })

  it('says in one sentence why it cannot start', async () => {
    const server = await installation.start({ args: ['--empty'] })
    const { port } = new URL(server.base)
    const other = new Installation()

    await expect(other.start({ args: ['--empty'], settings: { PORT: port } })).rejects.toThrow(
      `Offing cannot start: port ${port} is taken; set PORT to another one`,
    )
    await expect(other.start({ settings: { PORT: 'eighty' } })).rejects.toThrow('The setting PORT is not right')
    other.remove()
    await server.stop()
  })
})
