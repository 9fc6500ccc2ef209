import { describe, expect, it } from '@jest/globals'
import { countIn, loadOf, pushedOver } from '../../api/rounds/workload.ts'

describe('how long a panel member will need', () => {
  it.each([
    [12, false, { items: 12, minutes: 12, state: 'ok' }],
    [20, false, { items: 20, minutes: 20, state: 'ok' }],
    [21, false, { items: 21, minutes: 21, state: 'long' }],
    [20, true, { items: 20, minutes: 40, state: 'long' }],
    [21, true, { items: 21, minutes: 42, state: 'too-long' }],
    [41, false, { items: 41, minutes: 41, state: 'too-long' }],
    [0, true, { items: 0, minutes: 0, state: 'ok' }],
  ])('%d items, with years %p', (items, asksYears, load) => {
    expect(loadOf(items, asksYears)).toEqual(load)
  })

  it('counts people by how they stand', () => {
    const loads = new Map([30, 35, 60].map((items) => [String(items), loadOf(items, false)]))
    expect([countIn(loads, 'ok'), countIn(loads, 'long'), countIn(loads, 'too-long')]).toEqual([0, 2, 1])
  })
})

describe('who is pushed over the limit', () => {
  const loads = (items: Record<string, number>) =>
    new Map(Object.entries(items).map(([id, n]) => [id, loadOf(n, false)]))

  it('is who comes over it, or further over it, or joins over it; not who was there before', () => {
    expect(pushedOver(loads({ ann: 40, ben: 45, cat: 45 }), loads({ ann: 41, ben: 45, cat: 46, dan: 50 }))).toBe(3)
    expect(pushedOver(loads({ ben: 45 }), loads({ ben: 44 }))).toBe(0)
  })
})
