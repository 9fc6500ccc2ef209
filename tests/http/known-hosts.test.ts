import { afterEach, describe, it } from '@jest/globals'
import request from 'supertest'
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

  it('is the one of its address where that is set, on whichever port', async () => {
    const { app } = await createTestRegistry({ settings: { OFFING_ORIGIN: 'https://offing.example.nhs.uk' } })
    const ask = (host: string) => request(app).get('/api/v1/about').set('Host', host)

    await ask('offing.example.nhs.uk').expect(200)
    await ask('Offing.Example.nhs.uk:443').expect(200)
    await ask('example.nhs.uk').expect(421)
  })
})
