import { afterEach, expect, it } from '@jest/globals'
import { givenMail } from '../support/given-mail.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await closeTestRegistries()
})

const nora = { name: 'Nora Lead', email: 'nora@example.org', roles: ['lead'], specialisms: ['genomics'] }

async function withAdmin() {
  const given = await givenMail()
  stops.push(given.stop)
  return { ...given, admin: await given.addPerson(['admin']) }
}

it('an invitation is mailed, shown to no administrator, and good for a first password', async () => {
  const { admin, letters, secret, nobody } = await withAdmin()

  const { body } = await admin.post('/accounts', nora).expect(201)

  expect(body.invitation).toMatchObject({ mailed: true, link: null })
  const [letter] = await letters()
  const token = await secret()
  expect(letter).toMatch(/^Dear Nora Lead,.*an account.*http:\/\/offing\.example\/welcome#.*once, for 14 days/s)
  const password = 'a phrase that nobody has'
  await nobody.post('/first-password', { token, password }).expect(201)
})

it('a link to choose another password is mailed to its owner alone', async () => {
  const { admin, ada, letters, mail } = await withAdmin()

  const { body } = await admin.post(`/accounts/${ada.id}/password-reset`).expect(201)

  expect(body).toMatchObject({ mailed: true, link: null })
  expect((await letters())[0]).toContain('http://offing.example/sign-in/new-password#')
  expect(mail.received.map(({ to }) => to)).toEqual([['ada@example.org']])
})

it('a link that the mail server does not take is there to be copied', async () => {
  const { admin, mail } = await withAdmin()
  mail.refuse.set('*', 550)

  const { body } = await admin.post('/accounts', nora).expect(201)

  expect(body.invitation.mailed).toBe(false)
  expect(body.invitation.link).toMatch(/^http:\/\/offing\.example\/welcome#[\w-]{43}$/)
})
