import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { orderOf, timingOf } from '../../../api/editions/comparing/movement.ts'
import { stood } from './made-up.ts'

describe('movement in the order', () => {
  it.each([
    { was: 3, is: 1, higher: 0.95, order: 'up' },
    { was: 3, is: 1, higher: 0.9, order: 'up' },
    { was: 3, is: 1, higher: 0.89, order: 'no-clear-change' },
    { was: 1, is: 2, higher: 0.1, order: 'down' },
    { was: 1, is: 2, higher: 0.11, order: 'no-clear-change' },
    // Surely higher, but in the same group.
    { was: 2, is: 2, higher: 1, order: 'no-clear-change' },
    // The group says up, the draws say down: nothing is clear.
    { was: 3, is: 1, higher: 0.02, order: 'no-clear-change' },
    { was: null, is: 1, higher: 1, order: 'no-clear-change' },
    { was: 3, is: 1, higher: null, order: 'no-clear-change' },
  ])('from group $was to $is with chance $higher is $order', ({ was, is, higher, order }) => {
    expect(orderOf(stood({ group: was }), stood({ group: is }), higher)).toBe(order)
  })

  it('is the reverse when the editions change sides', () => {
    const group = fc.integer({ min: 1, max: 9 })
    const reverse = { up: 'down', down: 'up', 'no-clear-change': 'no-clear-change' }
    fc.assert(
      fc.property(group, group, fc.integer({ min: 0, max: 1000 }), (was, is, thousandths) => {
        const [from, to] = [stood({ group: was }), stood({ group: is })]
        const back = orderOf(to, from, (1000 - thousandths) / 1000)
        expect(back).toBe(reverse[orderOf(from, to, thousandths / 1000)])
      }),
    )
  })
})

describe('movement in time', () => {
  it.each([
    { was: 2031, is: 2029, timing: 'nearer' },
    { was: 2031, is: 2032, timing: 'further' },
    { was: 2031, is: 2031, timing: 'same' },
  ])('from $was to $is is $timing', ({ was, is, timing }) => {
    expect(timingOf(stood({ middleYear: was }), stood({ middleYear: is }))).toBe(timing)
  })

  it('is none where only the years go by: the span has changed, the year has not', () => {
    expect(timingOf(stood({ middleYear: 2031, band: 2 }), stood({ middleYear: 2031, band: 1 }))).toBe('same')
  })
})
