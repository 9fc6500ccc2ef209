import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { givenMail, presentPassword } from '../support/given-mail.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await closeTestRegistries()
})

const password = 'quite another long phrase'

async function withMail() {
  const given = await givenMail()
  stops.push(given.stop)
  const forgotten = (email: string) => given.nobody.post('/new-password-link', { email })
  return { ...given, forgotten }
}

describe('a forgotten password', () => {
  it('is replaced by a link in the mail, which signs in, ends what was open, and is told to its owner', async () => {
    const { forgotten, letters, secret, browser, nobody, registry, ada } = await withMail()
    const [elsewhere, here] = [browser(), browser()]
    await elsewhere.post('/api/v1/session').send({ email: ada.email, password: presentPassword }).expect(201)
    await forgotten(ada.email).expect(204)
    const token = await secret()
    expect((await letters())[0]).toContain(`http://offing.example/sign-in/new-password#${token}`)
    await nobody.post('/sign-in-link', { email: ada.email }).expect(204)
    const other = await secret()

    const { body } = await here.post('/api/v1/new-password').send({ token, password }).expect(201)

    expect(body.account.name).toBe('Ada Lovelace')
    await here.get('/api/v1/session').expect(200)
    await elsewhere.get('/api/v1/session').expect(401)
    await nobody.post('/session/by-link', { token: other }).expect(404)
    await nobody.post('/new-password', { token, password }).expect(404)
    await nobody.post('/session', { email: ada.email, password: presentPassword }).expect(401)
    await nobody.post('/session', { email: ada.email, password }).expect(201)
    expect((await letters()).at(-1)).toMatch(/has just been changed.*Was it not you\?/s)
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).toContain('account.password-reset')
    expect(trail).not.toMatch(new RegExp(`${token}|long phrase|argon2|ada@`))
  })

  it('has a link that holds for an hour, and outlives a password that the rule refuses', async () => {
    const { forgotten, secret, nobody, later, ada } = await withMail()
    await forgotten(ada.email).expect(204)
    const token = await secret()
    for (const bad of ['short', 'passwordpassword', 'Ada.Lovelace.1815']) {
      const { body, text } = await nobody.post('/new-password', { token, password: bad }).expect(422)
      expect(body.errors[0].pointer).toBe('/password')
      expect(text).not.toContain(bad)
    }
    later(60)
    await nobody.post('/new-password', { token, password }).expect(404)
  })

  it('is replaced once where a link is used twice at once', async () => {
    const { forgotten, secret, nobody, ada } = await withMail()
    await forgotten(ada.email).expect(204)
    const token = await secret()
    const answers = await Promise.all(
      [1, 2].map((n) => nobody.post('/new-password', { token, password: `${password} ${n}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })

  it('is asked about in the same words for an address without an account', async () => {
    const { forgotten, letters } = await withMail()
    await forgotten('nobody@example.org').expect(204)
    expect(await letters()).toEqual([])
  })

  it('may be replaced by a link that an administrator has made', async () => {
    const { nobody, addPerson, ada, secret } = await withMail()
    const admin = await addPerson(['admin'])
    await admin.post(`/accounts/${ada.id}/password-reset`).expect(201)

    await nobody.post('/new-password', { token: await secret(), password }).expect(201)
  })
})
