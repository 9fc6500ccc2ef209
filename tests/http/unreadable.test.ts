import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from '@jest/globals'
import { Problem } from '../../api/contract/problem.ts'
import { refuseUnreadable } from '../../api/http/problem-handler.ts'
import { headersOfAnswers } from '../../api/http/security-headers.ts'
import { readSettings } from '../../api/settings.ts'

const settings = readSettings({ OFFING_ORIGIN: 'https://offing.example.nhs.uk' })
const server = createServer((_req, res) => void res.end('read')).on('clientError', refuseUnreadable(settings))
afterEach(() => void server.close())

/** Sends bytes as they are, and gives back all that is answered. */
async function send(bytes: string): Promise<string> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

describe('what is no readable request', () => {
  it.each([
    ['GET /?q=', 431, `GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
    ['a long header', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['no HTTP', 400, 'HELLO WORLD\r\n\r\n'],
    ['a line break in a header', 400, 'GET / HTTP/1.1\r\nHost: a\r\nX: a\nb c\r\n\r\n'],
  ])('is refused as a problem document: %s', async (_, status, bytes) => {
    const [head, body] = (await send(bytes)).split('\r\n\r\n') as [string, string]

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json')
    for (const [name, value] of Object.entries(headersOfAnswers(settings)))
      expect(head).toContain(`\r\n${name}: ${value}`)
    expect(head).toContain('Strict-Transport-Security')
    expect(Problem.parse(JSON.parse(body)).status).toBe(status)
  })
})
