import { describe, expect, it } from '@jest/globals'
import { answersLeaving } from '../../api/exchange/answers/leaving.ts'
import { type Asked, givenPanel, no, yes } from '../support/given-panel.ts'

const typed = (impact: number, typist = 'typist') => ({ ...yes(impact), typist })

/** How many answers of each technology leave; all are for one specialism, beside which another is asked. */
function leaving(technologies: Record<string, Asked>): Record<string, number> {
  const input = givenPanel({
    specialisms: { cardiac: 'physiological', audiology: 'physiological' },
    technologies: Object.fromEntries(Object.entries(technologies).map(([id, asked]) => [id, { asked }])),
  })
  const work = answersLeaving(input)
  let step = work.next()
  while (!step.done) step = work.next()
  const { answers, answerStart } = input.tallies
  const entries = new Set(step.value)
  return Object.fromEntries(
    Object.keys(technologies).map((id, k) => [
      id,
      answers.entry.subarray(answerStart[k]!, answerStart[k + 1]!).filter((entry) => entries.has(entry)).length,
    ]),
  )
}

describe('answers leave', () => {
  it('from three people up', () => {
    const three = { a: yes(5), b: yes(6), c: no }
    expect(leaving({ shown: { cardiac: three }, few: { cardiac: { a: yes(5), b: yes(6) } } })).toEqual({
      shown: 3,
      few: 0,
    })
  })

  it('not where what is left of the published total would be those of too few', () => {
    const asked = { cardiac: { a: yes(5), b: yes(6), c: yes(7) }, audiology: { d: yes(9) } }
    expect(leaving({ both: asked })).toEqual({ both: 0 })
  })

  it('only where three others stand beside what somebody typed in from paper, or all was typed by one hand', () => {
    expect(leaving({ k: { cardiac: { a: typed(5), b: yes(6), c: yes(7) } } })).toEqual({ k: 0 })
    expect(leaving({ k: { cardiac: { a: typed(5), b: yes(6), c: yes(7), d: yes(8) } } })).toEqual({ k: 4 })
    expect(leaving({ k: { cardiac: { a: typed(5), b: typed(6), c: typed(7) } } })).toEqual({ k: 3 })
  })

  it('not where a typed-in answer would lead its typist to what the same person gave by their own hand', () => {
    const others = { b: yes(6), c: yes(7), d: yes(8) }
    const first = { cardiac: { a: typed(5), ...others } }
    expect(leaving({ first, second: { cardiac: { a: yes(2), ...others } } })).toEqual({ first: 0, second: 4 })
    expect(leaving({ first, second: { cardiac: { a: typed(2, 'another'), ...others } } })).toEqual({
      first: 0,
      second: 0,
    })
    expect(leaving({ first, second: { cardiac: { a: typed(2), ...others } } })).toEqual({ first: 4, second: 4 })
  })
})
