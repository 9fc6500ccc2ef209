import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { givenSomebody } from '../support/given-second-factor.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('a sign-in of the scan team or an administrator', () => {
  it('awaits that a second factor is set up, which then completes it', async () => {
    const { here, codeOf } = await givenSomebody(['scanner'])
    const signedIn = await here.signIn()
    expect(signedIn.body).toMatchObject({ awaits: 'second-factor-set-up', account: { name: 'Ada Scott' } })
    expect(signedIn.body.actions.sort()).toEqual(['second-factor.set-up', 'session.close', 'session.read'])
    const refused = await here.get('/technologies').expect(403)
    expect(refused.body.title).toBe('Your sign-in is not complete')

    const { secret, address } = (await here.post('/own-account/second-factor').expect(201)).body
    expect(address).toBe(
      `otpauth://totp/Offing%20(Test%20trust):ada%40example.org?secret=${secret}&issuer=Offing%20(Test%20trust)`,
    )
    const confirmed = await here.put('/own-account/second-factor', { code: codeOf(secret) }).expect(200)

    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10)
    expect(confirmed.body.recoveryCodes[0]).toMatch(/^([0-9a-hjkmnp-tv-z]{6}-){3}[0-9a-hjkmnp-tv-z]{6}$/)
    expect(confirmed.headers['set-cookie']![0]).not.toBe(signedIn.headers['set-cookie']![0])
    expect((await here.get('/session').expect(200)).body.awaits).toBeNull()
    await here.get('/technologies').expect(200)
    expect((await here.get('/own-account').expect(200)).body).toEqual({
      name: 'Ada Scott',
      email: 'ada@example.org',
      roles: ['scanner'],
      specialisms: [],
      hasPassword: true,
      secondFactor: { setUpAt: '2035-03-02T09:00:00.000Z', isRequired: true, recoveryCodes: 10 },
    })
  })

  it('awaits a code from then on, goes on under a new secret, and can do nothing before', async () => {
    const { setUp, browser, codeOf, nobody } = await givenSomebody(['admin'])
    const { secret } = await setUp()
    const there = browser()
    const signedIn = await there.signIn()
    expect(signedIn.body).toMatchObject({ awaits: 'second-factor' })
    await there.get('/own-account').expect(403)
    // A password alone may not put another phone in place of the one there is.
    await there.post('/own-account/second-factor').expect(403)

    const given = await there.post('/session/second-factor', { code: ` ${codeOf(secret).replace(/^.../, '$& ')} ` })

    expect(given.status).toBe(200)
    expect(given.body).toMatchObject({ awaits: null, account: { roles: ['admin'] } })
    await there.get('/own-account').expect(200)
    const before = signedIn.headers['set-cookie']![0]!.split(';')[0]!
    await nobody.get('/session').set('Cookie', before).expect(401)
    await there.post('/session/second-factor', { code: codeOf(secret) }).expect(409)
  })
})

describe('a second factor', () => {
  it('is not asked of a lead, unless the setting says so or they have one', async () => {
    const { here, setUp, browser } = await givenSomebody(['lead'])
    expect((await here.signIn()).body.awaits).toBeNull()
    await setUp()
    expect((await browser().signIn()).body.awaits).toBe('second-factor')

    const strict = await givenSomebody(['lead'], { OFFING_SECOND_FACTOR: 'everybody' })
    expect((await strict.here.signIn()).body.awaits).toBe('second-factor-set-up')
  })

  it.each([
    ['of the step before', -1, 200],
    ['of the step after', 1, 200],
    ['of two steps before', -2, 422],
    ['of two steps after', 2, 422],
  ])('takes or refuses a code %s', async (_, steps, status) => {
    const { setUp, browser, codeOf, seconds } = await givenSomebody(['board'])
    const { secret } = await setUp()
    seconds(120)
    const there = browser()
    await there.signIn()

    await there.post('/session/second-factor', { code: codeOf(secret, steps) }).expect(status)
  })

  it('takes no code twice, neither from another browser nor of an earlier step, nor twice at once', async () => {
    const { setUp, browser, codeOf, seconds } = await givenSomebody(['board'])
    const { secret } = await setUp()
    const browsers = [browser(), browser(), browser()]
    for (const one of browsers) await one.signIn()
    const code = codeOf(secret)
    const sent = browsers.slice(0, 2).map((one) => one.post('/session/second-factor', { code }))

    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 422])
    await browsers[2]!.post('/session/second-factor', { code }).expect(422)
    await browsers[2]!.post('/session/second-factor', { code: codeOf(secret, -1) }).expect(422)
    seconds(30)
    await browsers[2]!.post('/session/second-factor', { code: codeOf(secret) }).expect(200)
  })

  it('slows down whoever guesses, repeats no code, and keeps none in the trail', async () => {
    const { setUp, browser, codeOf, registry, seconds } = await givenSomebody(['board'])
    const { secret, recoveryCodes } = await setUp()
    const there = browser()
    await there.signIn()
    const wrong = String((Number(codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0')
    for (let n = 0; n < 5; n++) {
      const refused = await there.post('/session/second-factor', { code: wrong }).expect(422)
      expect(refused.text).not.toContain(wrong)
      expect(refused.body.errors[0].pointer).toBe('/code')
    }

    await there.post('/session/second-factor', { code: codeOf(secret) }).expect(429)
    seconds(3)
    await there.post('/session/second-factor', { code: codeOf(secret) }).expect(200)

    const long = await there.post('/own-account/second-factor', { code: '7'.repeat(61) }).expect(422)
    expect(long.text).not.toContain('777')
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).toContain('second-factor.set-up')
    expect(trail).toContain('"kind":"phone"')
    for (const hidden of [secret, recoveryCodes[0]!, codeOf(secret)]) expect(trail).not.toContain(hidden)
  })

  it('moves to another phone by a code of the one before, which works until then', async () => {
    const { setUp, here, browser, codeOf, seconds } = await givenSomebody(['scanner'])
    const { secret, recoveryCodes } = await setUp()
    await here.post('/own-account/second-factor').expect(422)
    const begun = await here.post('/own-account/second-factor', { code: codeOf(secret) }).expect(201)
    seconds(60)
    const there = browser()
    await there.signIn()
    await there.post('/session/second-factor', { code: codeOf(secret) }).expect(200)
    seconds(60)

    await here.put('/own-account/second-factor', { code: codeOf(secret) }).expect(422)
    await here.put('/own-account/second-factor', { code: codeOf(begun.body.secret) }).expect(200)
    await here.put('/own-account/second-factor', { code: codeOf(begun.body.secret) }).expect(409)

    seconds(60)
    const last = browser()
    await last.signIn()
    for (const code of [codeOf(secret), recoveryCodes[0]!])
      await last.post('/session/second-factor', { code }).expect(422)
    await last.post('/session/second-factor', { code: codeOf(begun.body.secret) }).expect(200)
  })

  it('is removed by a code where it need not be there, and sign-ins that wait for it end', async () => {
    const { setUp, here, browser, codeOf } = await givenSomebody(['board'])
    const { secret } = await setUp()
    const waiting = browser()
    await waiting.signIn()
    await here.post('/own-account/second-factor/removal', { code: '000000' }).expect(422)

    await here.post('/own-account/second-factor/removal', { code: codeOf(secret) }).expect(204)

    await waiting.get('/session').expect(401)
    expect((await here.get('/own-account')).body.secondFactor).toMatchObject({ setUpAt: null, recoveryCodes: 0 })
    expect((await browser().signIn()).body.awaits).toBeNull()
  })

  it('stays where the account must have one', async () => {
    const { setUp, here, codeOf } = await givenSomebody(['scanner'])
    const { secret } = await setUp()

    const refused = await here.post('/own-account/second-factor/removal', { code: codeOf(secret) }).expect(409)

    expect(refused.body.detail).toContain('another phone')
  })
})

describe('a recovery code', () => {
  it('stands in for the phone once, as it is typed, and leaves the others', async () => {
    const { setUp, browser, here } = await givenSomebody(['scanner'])
    const { recoveryCodes } = await setUp()
    const [first, second] = recoveryCodes as [string, string]
    const give = async (code: string, status: number) => {
      const there = browser()
      await there.signIn()
      await there.post('/session/second-factor', { code }).expect(status)
    }

    await give(first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O'), 200)
    await give(first, 422)
    await give(second, 200)
    expect((await here.get('/own-account')).body.secondFactor.recoveryCodes).toBe(8)
  })

  it('is one of ten that are made anew by a code, and those from before work no more', async () => {
    const { setUp, browser, here, codeOf } = await givenSomebody(['scanner'])
    const { secret, recoveryCodes } = await setUp()
    const made = await here.post('/own-account/second-factor/recovery-codes', { code: codeOf(secret) }).expect(201)
    const there = browser()
    await there.signIn()

    await there.post('/session/second-factor', { code: recoveryCodes[0] }).expect(422)
    await there.post('/session/second-factor', { code: made.body.recoveryCodes[9] }).expect(200)
  })
})

describe('an administrator', () => {
  it('removes the second factor of a lost phone, which ends the sessions and leads to setting it up anew', async () => {
    const { setUp, here, browser, addPerson, scanner, id, registry } = await givenSomebody(['scanner'])
    await setUp()
    const admin = await addPerson(['admin'])
    await scanner.delete(`/accounts/${id}/second-factor`).expect(403)

    await admin.delete(`/accounts/${id}/second-factor`).expect(204)

    await here.get('/session').expect(401)
    expect((await browser().signIn()).body.awaits).toBe('second-factor-set-up')
    await admin.delete(`/accounts/${id}/second-factor`).expect(404)
    await admin.delete(`/accounts/${admin.account}/second-factor`).expect(409)
    const removed = (await auditTrail(registry.read)).find(({ action }) => action === 'second-factor.remove')
    expect(removed).toMatchObject({ actor: admin.account, objectId: id })
  })
})

describe('looking around a demonstration', () => {
  it('asks nobody for a second factor', async () => {
    const { createTestRegistry } = await import('../support/test-registry.ts')
    const { nobody } = await createTestRegistry({ demonstration: true })

    const opened = await nobody.post('/session/look-around', { role: 'scanner' }).expect(201)

    expect(opened.body.awaits).toBeNull()
    expect(opened.body.actions).toContain('technologies.write')
  })
})
