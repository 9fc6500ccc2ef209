import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const presentPassword = 'a long enough phrase'
const password = 'quite another long phrase'
const by = { account: null, at: '2026-01-05T09:00:00.000Z' }
const path = '/api/v1/own-account/password'

/** Ada, signed in here and elsewhere. */
async function signedInTwice() {
  const registry = await createTestRegistry()
  const ada = { name: 'Ada Lovelace', email: 'ada@example.org', roles: ['board' as const], password: presentPassword }
  await addAccount(registry.registry, ada, by)
  const [here, elsewhere] = [request.agent(registry.app), request.agent(registry.app)]
  for (const browser of [here, elsewhere])
    await browser.post('/api/v1/session').send({ email: ada.email, password: presentPassword }).expect(201)
  return { ...registry, here, elsewhere }
}

describe('PUT /own-account/password', () => {
  it('changes it, goes on here under another secret, and ends every other session', async () => {
    const { here, elsewhere, app, nobody, registry } = await signedInTwice()

    const changed = await here.put(path).send({ presentPassword, password }).expect(204)

    expect(changed.headers['set-cookie']![0]).toMatch(/^offing_session=[\w-]{43};.*HttpOnly/)
    await here.get('/api/v1/session').expect(200)
    await elsewhere.get('/api/v1/session').expect(401)
    await nobody.post('/session', { email: 'ada@example.org', password: presentPassword }).expect(401)
    await request(app).post('/api/v1/session').send({ email: 'ada@example.org', password }).expect(201)
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).toContain('account.password-change')
    expect(trail).not.toMatch(/long phrase|enough phrase|argon2/)
  })

  it('asks for the present one, and slows down whoever guesses it from a browser left open', async () => {
    const { here, elsewhere } = await signedInTwice()
    const guess = (n: number) => ({ presentPassword: `some guess, number ${n}`, password })

    for (let n = 0; n < 5; n++) {
      const { body, text } = await here.put(path).send(guess(n)).expect(422)
      expect(body.errors[0].pointer).toBe('/presentPassword')
      expect(text).not.toContain('some guess')
    }

    const { headers } = await here.put(path).send({ presentPassword, password }).expect(429)
    expect(headers['retry-after']).toBe('2')
    await elsewhere.get('/api/v1/session').expect(200)
  })

  it('refuses a new one by the rule, and says no word of it', async () => {
    const { here } = await signedInTwice()

    for (const password of ['too short', 'passwordpassword', 'Ada Lovelace 1815', 'Test trust 2026!']) {
      const { body, text } = await here.put(path).send({ presentPassword, password }).expect(422)
      expect(body.errors[0].pointer).toBe('/password')
      expect(text).not.toContain(password)
    }
    await here
      .put(path)
      .send({ presentPassword: 'x'.repeat(1001), password })
      .expect(422)
    await here.put(path).send({ presentPassword, password, email: 'b@example.org' }).expect(422)
  })

  it('is for whoever is signed in and has a password', async () => {
    const { nobody, scanner } = await createTestRegistry()

    await nobody.put('/own-account/password', { presentPassword, password }).expect(401)
    await scanner.put('/own-account/password', { presentPassword, password }).expect(409)
  })

  it('is changed once where it is changed twice at once', async () => {
    const { here, elsewhere } = await signedInTwice()

    const answers = await Promise.all(
      [here, elsewhere].map((browser, n) => browser.put(path).send({ presentPassword, password: `${password} ${n}` })),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
  })
})
