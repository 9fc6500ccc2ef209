import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { givenMail } from '../support/given-mail.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await closeTestRegistries()
})

async function withMail(options: Parameters<typeof givenMail>[0] = {}) {
  const given = await givenMail(options)
  stops.push(given.stop)
  const ask = (email: string, next?: string) => given.nobody.post('/sign-in-link', { email, next })
  return { ...given, ask }
}

describe('a link to sign in', () => {
  it('arrives, signs in once by a press, and stands in no trail', async () => {
    const { ask, letters, secret, browser, nobody, registry, mail, ada } = await withMail()

    await ask(' ADA@example.org ', '/my-answers?scan=one').expect(204)

    const [letter] = await letters()
    const token = await secret()
    expect(mail.received[0]!.to).toEqual(['ada@example.org'])
    expect(letter).toContain(`http://offing.example/sign-in/link?next=%2Fmy-answers%3Fscan%3Done#${token}`)
    expect(letter).toMatch(/^Dear Ada Lovelace,.*Continue.*once, for 30 minutes.*Test trust\s*$/s)
    const ours = browser()
    const { body } = await ours.post('/api/v1/session/by-link').send({ token }).expect(201)
    expect(body.account).toMatchObject({ id: ada.id, name: 'Ada Lovelace' })
    await ours.get('/api/v1/session').expect(200)
    const again = await nobody.post('/session/by-link', { token }).expect(404)
    expect(again.text).not.toContain(token)
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).toContain('link.ask')
    expect(trail).not.toContain(token)
    expect(trail).not.toContain('ada@example.org')
  })

  it('is spent by no program that merely opens it', async () => {
    const webFolder = mkdtempSync(join(tmpdir(), 'offing-pages-'))
    mkdirSync(join(webFolder, 'assets'))
    writeFileSync(join(webFolder, 'index.html'), '<!doctype html>')
    const { ask, secret, browser, nobody } = await withMail({ webFolder })
    await ask('ada@example.org').expect(204)
    const token = await secret()

    for (const path of ['/sign-in/link', `/sign-in/link?token=${token}`]) {
      await browser().get(path).expect(200)
      await browser().head(path).expect(200)
    }
    await nobody.get('/session/by-link').expect(405)

    await nobody.post('/session/by-link', { token }).expect(201)
  })

  it('is asked for in the same words by whoever has no account, and then nothing is written or sent', async () => {
    const { ask, letters, registry, ada } = await withMail()
    const before = (await auditTrail(registry.read)).length

    const known = await ask(ada.email).expect(204)
    const unknown = await ask('nobody@example.org').expect(204)

    expect(unknown.text).toBe(known.text)
    const named = ({ headers }: typeof known) => Object.keys(headers).sort()
    expect(named(unknown)).toEqual(named(known))
    expect(await letters()).toHaveLength(1)
    expect(await auditTrail(registry.read)).toHaveLength(before + 1)
  })

  it('opens no account that is switched off or was never meant to be signed in to, before or after it was sent', async () => {
    const { ask, letters, secret, nobody, registry, ada, addPerson } = await withMail()
    const switchOff = (off: 0 | 1) =>
      registry.transaction((trx) =>
        trx.updateTable('accounts').set({ switched_off: off }).where('id', '=', ada.id).execute(),
      )
    await switchOff(1)
    await ask(ada.email).expect(204)
    expect(await letters()).toEqual([])

    await switchOff(0)
    await ask(ada.email).expect(204)
    const token = await secret()
    await switchOff(1)
    const off = await nobody.post('/session/by-link', { token }).expect(404)
    const never = await nobody.post('/session/by-link', { token: 'A'.repeat(43) }).expect(404)
    expect(off.body.detail).toBe(never.body.detail)

    const { account } = await addPerson(['board'])
    await registry.transaction((trx) =>
      trx.updateTable('accounts').set({ look_around: 1 }).where('id', '=', account).execute(),
    )
    await ask('person-2@test.example').expect(204)
    expect(await letters()).toHaveLength(1)
  })

  it('holds for 30 minutes, and ends with the first of several that is used', async () => {
    const { ask, secret, nobody, later } = await withMail()
    await ask('ada@example.org').expect(204)
    const first = await secret()
    later(29)
    await ask('ada@example.org').expect(204)
    const second = await secret()
    later(1)
    await nobody.post('/session/by-link', { token: first }).expect(404)
    await ask('ada@example.org').expect(204)
    const third = await secret()
    await nobody.post('/session/by-link', { token: second }).expect(201)
    await nobody.post('/session/by-link', { token: third }).expect(404)
  })

  it('signs in once where it is used twice at once', async () => {
    const { ask, secret, nobody } = await withMail()
    await ask('ada@example.org').expect(204)
    const token = await secret()
    const answers = await Promise.all([1, 2, 3].map(() => nobody.post('/session/by-link', { token })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404])
  })

  it('is good for nothing else, nor is another kind of link good for it', async () => {
    const { ask, secret, nobody } = await withMail()
    await ask('ada@example.org').expect(204)
    const token = await secret()
    const password = 'quite another long phrase'
    await nobody.post('/new-password', { token, password }).expect(404)
    await nobody.post('/first-password', { token, password }).expect(404)
    await nobody.post('/new-password-link', { email: 'ada@example.org' }).expect(204)
    const reset = await secret()
    await nobody.post('/session/by-link', { token: reset }).expect(404)
    await nobody.post('/session/by-link', { token }).expect(201)
  })

  it('is slowed down by account, known or not, but the owner has one in their mail for longer than they wait', async () => {
    const { ask, secret, nobody, later } = await withMail()

    for (const email of ['ada@example.org', 'nobody@example.org']) {
      for (let n = 0; n < 3; n++) await ask(email).expect(204)
      const { headers } = await ask(email).expect(429)
      expect(headers['retry-after']).toBe('60')
    }

    const token = await secret()
    later(15)
    await nobody.post('/session/by-link', { token }).expect(201)
    await ask('ada@example.org').expect(204)
  })

  it('lets the owner in while somebody else guesses their password', async () => {
    const { ask, secret, nobody } = await withMail()
    for (let n = 0; n < 5; n++)
      await nobody.post('/session', { email: 'ada@example.org', password: `guess ${n}` }).expect(401)
    await nobody.post('/session', { email: 'ada@example.org', password: 'a long enough phrase' }).expect(429)

    await ask('ada@example.org').expect(204)
    await nobody.post('/session/by-link', { token: await secret() }).expect(201)
  })

  it('leads only to a page of the registry', async () => {
    const { ask } = await withMail()
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'my-answers',
      `/${'x'.repeat(1000)}`,
      '/a\r\nBcc: x',
    ])
      await ask('ada@example.org', next).expect(422)
    await ask('').expect(422)
    await ask(`${'x'.repeat(250)}@example.org`).expect(422)
  })

  it('is tried again when the mail server puts it off, and given up when it refuses, in words without an address', async () => {
    const { ask, letters, mail, failures } = await withMail()
    mail.refuse.set('ada@example.org', 550)
    await ask('ada@example.org').expect(204)
    expect(await letters()).toEqual([])
    expect(failures).toEqual(['a letter about an account was not sent: the mail server refused it (550)'])
  })
})

describe('without a mail server', () => {
  it('no link is offered or sent', async () => {
    const { nobody } = await createTestRegistry()

    expect((await nobody.get('/about').expect(200)).body.signInLinks).toBe(false)
    const { body } = await nobody.post('/sign-in-link', { email: 'ada@example.org' }).expect(404)
    expect(body.detail).toMatch(/sends no mail/)
    await nobody.post('/new-password-link', { email: 'ada@example.org' }).expect(404)
  })
})
