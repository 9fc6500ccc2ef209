import { describe, expect, it } from '@jest/globals'
import { AttemptKeeper } from '../../api/accounts/sign-in/attempt-keeper.ts'
import { type Pace, SlowDown } from '../../api/accounts/sign-in/slow-down.ts'
import { Refusal } from '../../api/refusal.ts'

const pace: Pace = { free: 3, firstWaitMs: 2_000, longestWaitMs: 60_000, forgivenEveryMs: 600_000 }

/** Attempts one after another, each as soon as it is taken; what each had to wait, in seconds. */
function waits(slowDown: SlowDown, attempts: number): number[] {
  let now = 0
  return Array.from({ length: attempts }, () => {
    const wait = slowDown.waitOf('a', now)
    now += wait
    slowDown.count('a', now)
    return wait / 1000
  })
}

describe('slowing down', () => {
  it('lets a few go, then makes each wait twice as long as the last, up to a limit', () => {
    expect(waits(new SlowDown(pace), 10)).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 60])
  })

  it('forgives one after another, and so locks nobody out for good', () => {
    const slowDown = new SlowDown(pace)
    for (let i = 0; i < 4; i++) slowDown.count('a', 0)
    expect(slowDown.waitOf('a', 0)).toBe(4_000)
    const later = 3 * pace.forgivenEveryMs
    expect(slowDown.waitOf('a', later)).toBe(0)
    slowDown.count('a', later)
    expect(slowDown.waitOf('a', later)).toBe(0)
  })

  it('forgives also where attempts come again and again, each before one is forgiven', () => {
    const slowDown = new SlowDown({ ...pace, free: 3, forgivenEveryMs: 10_000 })
    for (let n = 0; n < 100; n++) slowDown.count('a', n * 9_999)
    expect(slowDown.waitOf('a', 99 * 9_999)).toBe(0)
  })

  it('forgets what was tried least recently when it is full, never what is tried now', () => {
    const slowDown = new SlowDown(pace)
    for (let i = 0; i < 3; i++) slowDown.count('early', 0)
    for (let n = 0; n < 30_000; n++) slowDown.count(`key ${n}`, 1)
    for (let i = 0; i < 3; i++) slowDown.count('late', 1)
    for (let n = 30_000; n < 60_000; n++) slowDown.count(`key ${n}`, 1)
    expect(slowDown.waitOf('early', 1)).toBe(0)
    expect(slowDown.waitOf('late', 1)).toBe(2_000)
  })
})

describe('attempts', () => {
  const at = '2026-03-02T09:00:00.000Z'
  const one = { who: 'ada@example.org', network: '192.0.2.1', at }
  const wrong = () => Promise.reject(new Refusal('not-signed-in', 'No.'))
  const right = () => Promise.resolve('in')
  const code = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'in',
      (error: Refusal) => error.code ?? 'failed',
    )

  it('are counted before they end, so that many at once are no more than many in turn', async () => {
    const keeper = new AttemptKeeper()
    const codes = await Promise.all(Array.from({ length: 8 }, () => code(keeper.attempt('password', one, wrong))))
    expect(codes.filter((it) => it === 'not-signed-in')).toHaveLength(5)
    expect(codes.filter((it) => it === 'too-many-requests')).toHaveLength(3)
  })

  it('do not count for the account once one succeeds, whichever way its address is written', async () => {
    const keeper = new AttemptKeeper()
    for (let n = 0; n < 4; n++) await code(keeper.attempt('password', one, wrong))
    expect(await code(keeper.attempt('password', { ...one, who: ' ADA@example.org ' }, right))).toBe('in')
    for (let n = 0; n < 4; n++) expect(await code(keeper.attempt('password', one, wrong))).toBe('not-signed-in')
    expect(await code(keeper.attempt('password', one, right))).toBe('in')
  })

  it('count for the network too, which a good one does not clear', async () => {
    const keeper = new AttemptKeeper()
    const of = (who: string, network = one.network) => ({ ...one, who, network })
    for (let n = 0; n < 29; n++) await code(keeper.attempt('password', of(`${n}@example.org`), wrong))
    for (let n = 0; n < 20; n++)
      expect(await code(keeper.attempt('password', of('mine@example.org'), right))).toBe('in')
    expect(await code(keeper.attempt('password', of('29@example.org'), wrong))).toBe('not-signed-in')
    expect(await code(keeper.attempt('password', of('30@example.org'), wrong))).toBe('too-many-requests')
    expect(await code(keeper.attempt('password', of('30@example.org', '192.0.2.2'), wrong))).toBe('not-signed-in')
    expect(await code(keeper.attempt('code', of('30@example.org'), wrong))).toBe('not-signed-in')
  })

  it('do not count where the failure is ours', async () => {
    const keeper = new AttemptKeeper()
    for (let n = 0; n < 20; n++)
      expect(await code(keeper.attempt('password', one, () => Promise.reject(new Error('broken'))))).toBe('failed')
    expect(await code(keeper.attempt('password', one, right))).toBe('in')
  })

  it('say in words and in seconds how long to wait', () => {
    const keeper = new AttemptKeeper()
    const ask = () => keeper.count('asking', one)
    for (let n = 0; n < 3; n++) ask()
    expect(ask).toThrow(expect.objectContaining({ retryAfter: 60, message: expect.stringContaining('Wait 1 minute,') }))
    const later = { ...one, at: '2026-03-02T09:00:31.000Z' }
    expect(() => keeper.count('asking', later)).toThrow(
      expect.objectContaining({ retryAfter: 29, message: expect.stringContaining('Wait 29 seconds,') }),
    )
  })
})
