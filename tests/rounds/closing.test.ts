import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { closingInstant, dayAt, isPast } from '../../api/rounds/closing.ts'

describe('when a closing day ends', () => {
  it.each([
    ['2026-01-31', 'Europe/London', '2026-02-01T00:00:00.000Z'],
    ['2026-07-01', 'Europe/London', '2026-07-01T23:00:00.000Z'],
    // The clocks go forward at 01:00 and back at 02:00 on these days.
    ['2026-03-28', 'Europe/London', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T23:00:00.000Z'],
    ['2026-10-24', 'Europe/London', '2026-10-24T23:00:00.000Z'],
    ['2026-10-25', 'Europe/London', '2026-10-26T00:00:00.000Z'],
    // Here they change at midnight: that day begins at 01:00, and this one ends twice.
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2019-10-26', 'Asia/Beirut', '2019-10-26T22:00:00.000Z'],
    ['2026-12-31', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
  ])('%s in %s', (day, zone, instant) => {
    expect(closingInstant(day, zone).toISOString()).toBe(instant)
  })

  it('is the first moment of the next day, wherever and whenever', () => {
    const day = fc
      .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC')
    fc.assert(
      fc.property(day, zone, (day, zone) => {
        const end = closingInstant(day, zone)
        expect(dayAt(new Date(end.getTime() - 1), zone)).toBe(day)
        expect(dayAt(end, zone) > day).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is past from that moment on, and never without a closing day', () => {
    expect(isPast('2026-07-01', 'Europe/London', new Date('2026-07-01T22:59:59.999Z'))).toBe(false)
    expect(isPast('2026-07-01', 'Europe/London', new Date('2026-07-01T23:00:00Z'))).toBe(true)
    expect(isPast(null, 'Europe/London', new Date('2126-07-01T23:00:00Z'))).toBe(false)
  })
})
