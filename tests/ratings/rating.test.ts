import { describe, expect, it } from '@jest/globals'
import { type Answer, problemsOfAnswer, saysTheSame } from '../../api/ratings/rating.ts'
import { already, no, withdrawn, yes } from '../support/given-panel.ts'

const bands = { startYear: 2026, asksYears: false }
const years = { startYear: 2026, asksYears: true }

describe('an answer', () => {
  it.each<[string, Answer]>([
    ['yes, with how much and when', yes(7, 1)],
    ['yes, but cannot say when', yes(1, null)],
    ['no', no],
    ['already normal practice', already],
    ['withdrawn', withdrawn],
  ])('%s is sound', (_, answer) => {
    expect(problemsOfAnswer(answer, bands)).toEqual([])
  })

  it('in three years is sound where the round asks them, at both ends of what is allowed', () => {
    expect(problemsOfAnswer(yes(7, [2016, 2030, 2076]), years)).toEqual([]) // 2026 − 10, 2026 + 50
  })

  it.each<[string, Answer, string[]]>([
    ['of no with an impact', { ...no, impact: 4 }, ['/impact']],
    ['of already with a year', { ...already, arrival: { kind: 'band', band: 0 } }, ['/arrival']],
    ['of yes with nothing else', { ...no, stance: 'rated' }, ['/impact', '/arrival']],
    ['with a year too early', yes(5, [2015, 2030, 2040]), ['/arrival/p10']],
    ['with a year too late', yes(5, [2030, 2040, 2077]), ['/arrival/p90']],
    ['with years in the wrong order', yes(5, [2035, 2030, 2040]), ['/arrival']],
  ])('%s names what is wrong', (_, answer, pointers) => {
    expect(problemsOfAnswer(answer, years).map((problem) => problem.pointer)).toEqual(pointers)
  })

  it('in three years is refused where the round asks for a span', () => {
    expect(problemsOfAnswer(yes(5, [2028, 2030, 2040]), bands).map((problem) => problem.pointer)).toEqual(['/arrival'])
  })

  it('repeats what was sent', () => {
    expect(problemsOfAnswer({ ...no, impact: 4 }, bands)[0]?.detail).toBe(
      'Impact belongs to an answer of Yes only. You sent 4.',
    )
  })
})

describe('two answers', () => {
  it('say the same when all they say is equal', () => {
    expect(saysTheSame(yes(5, [2028, 2030, 2040]), yes(5, [2028, 2030, 2040]))).toBe(true)
  })

  it.each<[string, Answer]>([
    ['how much', yes(6, 1)],
    ['when', yes(5, 2)],
    ['whether', no],
    ['why', { ...yes(5, 1), reason: 'Staff are trained already' }],
  ])('differ when they differ in %s', (_, other) => {
    expect(saysTheSame(yes(5, 1), other)).toBe(false)
  })
})
