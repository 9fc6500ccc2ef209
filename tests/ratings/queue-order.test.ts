import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inQueueOrder, type QueuePlace } from '../../api/ratings/queue-order.ts'

const place = (technology: string, answers: number): QueuePlace => ({ technology, specialism: 's', answers })
const names = (places: readonly QueuePlace[]) => places.map(({ technology }) => technology)

describe('the order of a queue', () => {
  it('asks first what the fewest others have answered', () => {
    expect(names(inQueueOrder([place('a', 2), place('b', 0), place('c', 1)], 'p1'))).toEqual(['b', 'c', 'a'])
  })

  it('shuffles the rest, for each panel member in another way, and always the same', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => place(`t${i}`, 0))
    const orders = ['p1', 'p2', 'p3'].map((panellist) => names(inQueueOrder(twelve, panellist)).join())
    expect(new Set([...orders, names(twelve).join()]).size).toBe(4)
    expect(names(inQueueOrder(twelve, 'p1')).join()).toBe(orders[0])
  })

  it('puts each item first about as often as any other', () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => place(name, 0))
    const firsts = Array.from({ length: 4000 }, (_, p) => inQueueOrder(four, `panellist ${p}`)[0]!.technology)
    // 1,000 each, give or take 3.5 standard deviations of 27.
    for (const name of names(four))
      expect(Math.abs(firsts.filter((first) => first === name).length - 1000)).toBeLessThan(96)
  })

  const places = fc.uniqueArray(
    fc.record({ technology: fc.string(), specialism: fc.constant('s'), answers: fc.nat(4) }),
    { selector: ({ technology }) => technology },
  )
  it('keeps every item, whatever the order they come in', () => {
    fc.assert(
      fc.property(places, fc.string(), (asked, panellist) => {
        const order = inQueueOrder(asked, panellist)
        expect(new Set(order)).toEqual(new Set(asked))
        expect(order).toHaveLength(asked.length)
        expect(inQueueOrder(asked.toReversed(), panellist)).toEqual(order)
        for (let i = 1; i < order.length; i++) expect(order[i]!.answers).toBeGreaterThanOrEqual(order[i - 1]!.answers)
      }),
    )
  })
})
