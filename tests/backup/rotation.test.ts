import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keepIn, toDelete, wordsOfKeep } from '../../api/backup/rotation.ts'

const backups = (...moments: string[]) => moments.map((takenAt) => ({ takenAt }))
const days = (first: string, count: number) =>
  Array.from({ length: count }, (_, n) => new Date(Date.parse(`${first}T02:15:00Z`) + n * 86_400_000).toISOString())
const keptOf = (moments: string[], keep = { days: 7, weeks: 5, months: 12 }) => {
  const all = backups(...moments)
  const gone = toDelete(all, keep)
  return all.filter((one) => !gone.includes(one)).map(({ takenAt }) => takenAt.slice(0, 10))
}

describe('which backups are kept', () => {
  it('is the newest of each day, week and month, of a year of nights', () => {
    // From Monday 1 January 2024.
    const kept = keptOf(days('2024-01-01', 366))

    expect(kept.slice(-7)).toEqual(days('2024-12-25', 7).map((at) => at.slice(0, 10)))
    expect(kept).toEqual(expect.arrayContaining(['2024-12-08', '2024-12-15', '2024-12-22', '2024-12-29']))
    expect(kept).toEqual(expect.arrayContaining(['2024-01-31', '2024-02-29', '2024-11-30', '2024-12-31']))
    expect(kept).toHaveLength(11 + 3 + 7)
  })

  it('is also what was taken on the same day before the newest', () => {
    const morning = '2026-03-01T02:15:00.000Z'
    const twice = ['2026-03-01T09:00:00.000Z', '2026-03-01T17:00:00.000Z']

    expect(toDelete(backups(morning, ...twice), { days: 1, weeks: 0, months: 0 })).toEqual([])
  })

  it('is told by a word as 7d5w12m', () => {
    expect(keepIn('7d5w12m')).toEqual({ days: 7, weeks: 5, months: 12 })
    expect(wordsOfKeep(keepIn('1d0w0m')!)).toBe('1d0w0m')
    for (const wrong of ['', '7d', '0d5w12m', '7d5w', '7 days', '7d5w12m ', '-1d1w1m'])
      expect(keepIn(wrong)).toBeUndefined()
  })
})

describe('whatever was taken, and whatever is to be kept', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  const some = fc
    .array(moment, { minLength: 1, maxLength: 60 })
    .map((dates) => backups(...dates.map((d) => d.toISOString())))
  const keep = fc.record({
    days: fc.integer({ min: 1, max: 20 }),
    weeks: fc.integer({ min: 0, max: 20 }),
    months: fc.integer({ min: 0, max: 20 }),
  })
  const shuffled = some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))

  it('the newest stays, and as many days as are asked for', () => {
    fc.assert(
      fc.property(some, keep, (all, rule) => {
        const gone = toDelete(all, rule)
        const left = all.filter((one) => !gone.includes(one))
        const newest = all.reduce((a, b) => (a.takenAt > b.takenAt ? a : b))
        expect(left).toContain(newest)
        const dayOf = ({ takenAt }: { takenAt: string }) => takenAt.slice(0, 10)
        const wanted = Math.min(rule.days, new Set(all.map(dayOf)).size)
        expect(new Set(left.map(dayOf)).size).toBeGreaterThanOrEqual(wanted)
      }),
    )
  })

  it('nothing is named that was not given, their order says nothing, and a second look takes no more', () => {
    fc.assert(
      fc.property(shuffled, keep, ([all, mixed], rule) => {
        const gone = toDelete(all, rule)
        expect(new Set(toDelete(mixed, rule).map(({ takenAt }) => takenAt))).toEqual(
          new Set(gone.map((g) => g.takenAt)),
        )
        for (const one of gone) expect(all).toContain(one)
        const left = all.filter((one) => !gone.includes(one))
        expect(toDelete(left, rule)).toEqual([])
      }),
    )
  })
})
