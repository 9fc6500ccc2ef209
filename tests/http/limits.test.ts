import { afterEach, describe, expect, it } from '@jest/globals'
import { Allowance } from '../../api/http/allowance.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const tight = { OFFING_VISITOR_REQUESTS: '10', OFFING_ACCOUNT_REQUESTS: '100' }
const times = async (count: number, ask: () => PromiseLike<unknown>) => {
  for (let n = 0; n < count; n++) await ask()
}

describe('how much one caller may ask in a minute', () => {
  it('is counted by address for who is not signed in, whatever they try, and says when to come again', async () => {
    let now = new Date('2026-01-05T09:00:00.000Z')
    const { nobody } = await createTestRegistry({ settings: tight, now: () => now })
    await times(5, () => nobody.get('/about').expect(200))
    await times(5, () => nobody.get('/technologies').set('Cookie', 'offing_session=guess').expect(401))

    now = new Date('2026-01-05T09:00:20.500Z')
    const refused = await nobody.get('/about').expect(429)
    expect(refused.headers['retry-after']).toBe('40')
    expect(refused.body.detail).toContain('40 seconds')

    now = new Date('2026-01-05T09:01:00.000Z')
    await nobody.get('/about').expect(200)
  })

  it('is counted by account for who is, so that many people may share one address', async () => {
    const { scanner, addPerson, nobody } = await createTestRegistry({ settings: tight })
    const lead = await addPerson(['lead'])
    await times(100, () => scanner.get('/session').expect(200))

    await scanner.get('/session').expect(429)
    await lead.get('/session').expect(200)
    await nobody.get('/about').expect(200)
  }, 30_000)

  it('is sooner used up by what costs more: a write as five reads, a file as fifty', async () => {
    const { addPerson } = await createTestRegistry({ settings: tight })
    const [writes, takesFiles] = [await addPerson(['scanner']), await addPerson(['scanner'])]
    await times(20, () => writes.post('/technologies', {}).expect(422))
    await writes.post('/technologies', technologyRequest('Monitor')).expect(429)

    await times(2, () => takesFiles.get('/imports/templates/technologies/template.csv').expect(200))
    await takesFiles.get('/imports/templates/technologies/template.csv').expect(429)
  })

  it('takes the visitor’s own word for nobody else’s address', async () => {
    const { nobody } = await createTestRegistry({ settings: { ...tight, OFFING_PROXIES: '1' } })
    const ask = (forwarded: string) => nobody.get('/about').set('X-Forwarded-For', forwarded)
    for (let n = 0; n < 10; n++) await ask(`10.0.0.${n}, 192.0.2.7:${5000 + n}`).expect(200)

    await ask('10.0.0.99, 192.0.2.7:6000').expect(429)
    await ask('10.0.0.99, 192.0.2.8').expect(200)
  })

  it('needs memory for so many callers only, however many there are', () => {
    const allowance = new Allowance(5)
    for (let n = 0; n < 60_000; n++) allowance.spend(`caller ${n}`, 1, 0)

    expect(allowance.spend('caller 1', 1, 1)).toBeUndefined()
    expect(allowance.spend('caller 70000', 1, 1)).toBe(60)
    expect(allowance.spend('caller 70000', 1, 60_000)).toBeUndefined()
  })
})

describe('files of one caller', () => {
  it('are made three at a time, and a fourth is refused until one is done', async () => {
    const { scanner, addPerson, given } = await createTestRegistry()
    await given.closedRound({ Monitor: { impact: 5 } })
    const other = await addPerson(['scanner'])
    const ask = (who: typeof scanner) => who.get('/ranking.xlsx').then(({ status }) => status)

    const answers = await Promise.all([ask(scanner), ask(scanner), ask(scanner), ask(scanner), ask(other)])
    expect(answers.toSorted()).toEqual([200, 200, 200, 200, 429])
    expect(answers[4]).toBe(200)
    expect(await ask(scanner)).toBe(200)
  }, 30_000)
})

describe('the head of a request', () => {
  it('is refused where its address, its parameters or its headers go beyond what pages send', async () => {
    const { scanner } = await createTestRegistry()

    expect((await scanner.get(`/technologies?q=${'x'.repeat(8200)}`)).status).toBe(414)
    expect((await scanner.get(`/ranking?${'a&'.repeat(501)}`)).status).toBe(400)
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`X-${n}`, '1']))
    expect((await scanner.get('/technologies').set(many)).status).toBe(431)
  })
})
