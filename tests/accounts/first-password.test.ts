import { afterEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { apiRoot } from '../../api/contract/paths.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const password = 'a long enough phrase'

/** Somebody invited by their address, with the secret of their link. */
async function invited() {
  let now = new Date('2026-03-02T09:00:00.000Z')
  const registry = await createTestRegistry({ now: () => now })
  const { scanner, given } = registry
  const scan = await given.scan({ genomics: 0 })
  const rows = [{ name: 'Ann One', email: 'ann@example.org', specialisms: ['genomics'] }]
  await scanner.post(`/scans/${scan.slug}/panel/bulk`, { rows }).expect(201)
  await scanner.post(`/scans/${scan.slug}/messages`, { kind: 'invitation', to: 'all' }).expect(201)
  const link = async () => {
    const { items } = (await scanner.post(`/scans/${scan.slug}/messages/rendered`, {}).expect(200)).body
    return /\/welcome#([\w-]+)/.exec(items[0].text)?.[1] ?? ''
  }
  const days = (n: number) => {
    now = new Date(now.getTime() + n * 24 * 3_600_000)
  }
  return { ...registry, scan, link, days }
}

describe('POST /first-password', () => {
  it('sets the password, signs in, and leads to the account’s own answers', async () => {
    const { app, nobody, link } = await invited()

    const response = await nobody.post('/first-password', { token: await link(), password }).expect(201)

    expect(response.body.account).toMatchObject({ name: 'Ann One', roles: ['lead'] })
    const cookie = response.headers['set-cookie']![0]!.split(';')[0]!
    await request(app).get(`${apiRoot}/my-answers`).set('Cookie', cookie).expect(200)
    await nobody.post('/session', { email: 'ann@example.org', password }).expect(201)
  })

  it('works once: then neither this link nor another of the account does', async () => {
    const { nobody, link, registry } = await invited()
    const [first, second] = [await link(), await link()]
    await nobody.post('/first-password', { token: first, password }).expect(201)

    for (const token of [first, second]) await nobody.post('/first-password', { token, password }).expect(404)
    expect(await link()).toBe('')
    expect(JSON.stringify(await auditTrail(registry.read))).not.toContain(first)
  })

  it('sets one password when the link is used twice at once', async () => {
    const { nobody, link } = await invited()
    const token = await link()
    const answers = await Promise.all(
      [1, 2].map((n) => nobody.post('/first-password', { token, password: `${password} ${n}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })

  it('works for 14 days', async () => {
    const { nobody, link, days } = await invited()
    const token = await link()
    days(14)
    await nobody.post('/first-password', { token, password }).expect(404)
  })

  it('refuses a short password and what is no token, repeating neither', async () => {
    const { nobody, link } = await invited()
    const token = await link()
    const short = await nobody.post('/first-password', { token, password: 'too-short-this' }).expect(422)
    expect(short.body.errors[0].pointer).toBe('/password')
    expect(short.text).not.toContain('too-short-this')
    const wrong = await nobody.post('/first-password', { token: `${token}x`, password }).expect(422)
    expect(wrong.text).not.toContain(token)
    await nobody.post('/first-password', { token: 'A'.repeat(43), password }).expect(404)
    await nobody.post('/first-password', { token, password }).expect(201)
  })
})
