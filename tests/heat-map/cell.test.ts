import { describe, expect, it } from '@jest/globals'
import { answersFigure, cellFrom, cellsByColumn, impactFigure } from '../../api/heat-map/cell.ts'

describe('a cell of the heat map', () => {
  it.each([
    ['not asked', undefined, 'not asked', 'not asked'],
    ['asked, nobody has answered', [0, null, 0, 0, 5] as const, 'no answer yet', '0 of 5'],
    ['asked, and three cannot judge', [0, null, 0, 3, 5] as const, 'no answer yet', '0 of 5'],
    ['hidden', [0, null, null, null, 5] as const, 'not shown', 'not shown'],
    ['shown', [0, 6.3, 4, 1, 5] as const, 6.3, '4 of 5'],
    ['a real zero', [0, 0, 4, 0, 5] as const, 0, '4 of 5'],
  ])('says %s', (_, sent, impact, answers) => {
    const cell = cellFrom(sent && [...sent])
    expect([impactFigure(cell), answersFigure(cell)]).toEqual([impact, answers])
  })

  it('stands in its column, and what is left out was not asked', () => {
    const states = cellsByColumn([[2, 4, 3, 0, 3]], 4).map(({ state }) => state)
    expect(states).toEqual(['not-asked', 'not-asked', 'shown', 'not-asked'])
  })
})
