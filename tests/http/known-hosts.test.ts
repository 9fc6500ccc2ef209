import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { serverOptions } from '../../api/http/server-limits.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('the name under which the registry is asked', () => {
  it.each(['127.0.0.1', '127.0.0.1:4310', 'localhost', 'LOCALHOST:80', '[::1]:4310', '10.1.2.3', 'offing:4310'])(
    'may be an address, this machine’s own name, or one that a setting gives: %s',
    async (host) => {
      const { app } = await createTestRegistry({ settings: { OFFING_HOSTS: 'offing, scan.internal' } })
      await request(app).get('/api/v1/about').set('Host', host).expect(200)
    },
  )

  it.each([
    'evil.example',
    'evil.example:4310',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'offing',
    'x@localhost',
    'localhost:80:90',
    '[::1]x',
    '',
  ])('is refused where another site leads its own name here: “%s”', async (host) => {
    const { app } = await createTestRegistry()
    for (const path of ['/', '/api/v1/about']) await request(app).get(path).set('Host', host).expect(421)
  })

  it.each([
    ['left out', ''],
    ['given twice', 'Host: localhost\r\nHost: evil.example\r\n'],
  ])('is refused where it is %s', async (_, hosts) => {
    const { app } = await createTestRegistry()
    const server = createServer(serverOptions, app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`GET /api/v1/about HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)

    const answer = await text(socket)
    server.close()
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('urn:offing:problem:unparsable')
    expect(answer).toContain("frame-ancestors 'none'")
  })

  it('is the one of its address where that is set, on whichever port', async () => {
    const { app } = await createTestRegistry({ settings: { OFFING_ORIGIN: 'https://offing.example.nhs.uk' } })
    const ask = (host: string) => request(app).get('/api/v1/about').set('Host', host)

    await ask('offing.example.nhs.uk').expect(200)
    await ask('Offing.Example.nhs.uk:443').expect(200)
    await ask('example.nhs.uk').expect(421)
  })
})
