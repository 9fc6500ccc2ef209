import { describe, expect, it } from '@jest/globals'
import { alphaOfShown, type Unit } from '../../api/consensus/alpha-of-shown.ts'
import { defaultMethod } from '../../api/scans/method.ts'

const method = { ...defaultMethod, minimumShown: 3 }

const unit = (isShown: boolean, answers: Record<string, number>): Unit => ({
  isShown,
  people: Object.keys(answers),
  values: Object.values(answers),
})

// Ordinal: observed 1.5 × 6.25 + 1 × 6.25, expected 750 of 10 values: 1 − 9 × 15.625 ⁄ 750 = 0.8125
const shown = [
  unit(true, { ann: 1, ben: 1, cat: 2, dan: 1, eve: 2 }),
  unit(true, { ann: 9, ben: 8, cat: 9, dan: 9, eve: 9 }),
]

describe('alpha of a round', () => {
  it('stands rounded to two decimals', () => {
    expect(alphaOfShown(shown, method)).toBe(0.81)
  })

  it('is not told where one hidden item alone could be worked out from it', () => {
    expect(alphaOfShown([...shown, unit(false, { fay: 1, gus: 9 })], method)).toBeNull()
  })

  it('is not told where hidden items have too few people between them', () => {
    const hidden = [unit(false, { fay: 1, gus: 9 }), unit(false, { fay: 2, gus: 9 })]
    expect(alphaOfShown([...shown, ...hidden], method)).toBeNull()
  })

  it('is told where hidden items cover for one another', () => {
    const hidden = [unit(false, { fay: 1, gus: 2 }), unit(false, { hal: 9, ida: 8 })]
    expect(alphaOfShown([...shown, ...hidden], method)).not.toBeNull()
    expect(alphaOfShown(hidden, method)).not.toBeNull()
  })

  it('takes no notice of a hidden item that one alone has answered', () => {
    expect(alphaOfShown([...shown, unit(false, { fay: 5 })], method)).toBe(0.81)
  })

  it('needs as many people as may be shown, and something to tell apart', () => {
    expect(alphaOfShown([unit(true, { ann: 1, ben: 9 }), unit(true, { ann: 2, ben: 9 })], method)).toBeNull()
    expect(alphaOfShown([unit(true, { ann: 5, ben: 5, cat: 5 })], method)).toBeNull()
    expect(alphaOfShown([], method)).toBeNull()
  })
})
