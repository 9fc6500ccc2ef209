import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { AnswerLog } from '../../api/ratings/answer-log.ts'
import { answerAt } from '../../api/ratings/logged.ts'
import { anyAnswer } from '../support/any-panel.ts'

it('an answer comes out of the log as it went in', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 20 }), (answers) => {
      const log = new AnswerLog(2026)
      const given = answers.map((answer, i) => ({
        round: 1 + (i % 2),
        panellist: `p${i % 3}`,
        technology: `t${i % 4}`,
        specialism: `s${i % 5}`,
        ...answer,
      }))
      for (const answer of given) log.append(answer)
      expect(given.map((_, entry) => answerAt(log, entry))).toEqual(given)
    }),
  )
})
