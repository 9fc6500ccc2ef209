import { describe, expect, it } from '@jest/globals'
import { AnswerLog, arrivalCode, Numbering, stanceNumber } from '../../api/ratings/answer-log.ts'
import { cannotJudge, yes } from '../support/given-panel.ts'

describe('the answer log', () => {
  it('keeps every version, however many there are', () => {
    const log = new AnswerLog(2026)
    for (let i = 0; i < 5000; i++)
      log.append({ round: 1, panellist: `p${i % 7}`, technology: `t${i}`, specialism: 's', ...yes(1 + (i % 9)) })

    expect(log.length).toBe(5000)
    expect(log.technologies.ids.length).toBe(5000)
    expect(log.panellists.ids.length).toBe(7)
    expect(Array.from(log.impact.subarray(1020, 1030))).toEqual([4, 5, 6, 7, 8, 9, 1, 2, 3, 4]) // 1020 = 9 × 113 + 3
  })

  it('keeps years by their distance from the start, before it and long after it', () => {
    const log = new AnswerLog(2026)
    log.append({ round: 1, panellist: 'p', technology: 't', specialism: 's', ...yes(5, [2016, 2030, 2076]) })

    expect(log.arrival[0]).toBe(arrivalCode.years)
    expect([log.p10[0], log.p50[0], log.p90[0]]).toEqual([-10, 4, 50])
  })

  it('tells "can’t say" from not asked', () => {
    const log = new AnswerLog(2026)
    const where = { round: 1, panellist: 'p', technology: 't', specialism: 's' }
    log.append({ ...where, ...yes(5, null) })
    log.append({ ...where, ...cannotJudge })

    expect(Array.from(log.arrival.subarray(0, 2))).toEqual([arrivalCode.cannotSay, arrivalCode.none])
    expect(log.stance[1]).toBe(stanceNumber['cannot-judge'])
  })
})

describe('a numbering', () => {
  it('gives each id one number, in the order in which they are first seen', () => {
    const numbering = new Numbering()
    expect(['b', 'a', 'b', 'c'].map((id) => numbering.numberOf(id))).toEqual([0, 1, 0, 2])
    expect(numbering.find('c')).toBe(2)
    expect(numbering.find('d')).toBeUndefined()
  })
})
