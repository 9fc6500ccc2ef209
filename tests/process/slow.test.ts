import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Installation, type ServerProcess } from '../support/server-process.ts'

let installation: Installation
let server: ServerProcess
const sockets: Socket[] = []
beforeEach(async () => {
  installation = new Installation()
  server = await installation.start({ args: ['--empty'] })
}, 60_000)
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  installation.remove()
})

function open(bytes: string, base = server.base): Socket {
  const socket = connect(Number(new URL(base).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(bytes)
  sockets.push(socket)
  return socket
}

describe('who sends byte by byte', () => {
  it('keeps nobody else from an answer, and is sent away after a quarter of a minute', async () => {
    const begun = Date.now()
    const slow = Array.from({ length: 300 }, () => open('GET /api/v1/about HTTP/1.1\r\nHost: localhost\r\nX-Slow: '))
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('x')
    }, 500)
    const ended = Promise.all(slow.map((socket) => text(socket)))

    expect((await fetch(`${server.base}/api/v1/about`)).status).toBe(200)
    const answers = await ended
    clearInterval(drip)

    expect(answers.every((answer) => answer.startsWith('HTTP/1.1 408'))).toBe(true)
    expect(Date.now() - begun).toBeLessThan(40_000)
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200)
  }, 60_000)

  it('has a body refused that does not come', async () => {
    const head = 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
    const socket = open(`${head}Content-Length: 1000\r\n\r\n{"email":`)
    const drip = setInterval(() => socket.writable && socket.write(' '), 500)

    const answer = await text(socket)
    clearInterval(drip)
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(answer).toContain('urn:offing:problem:too-slow')
  }, 60_000)
})
