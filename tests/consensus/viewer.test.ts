import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { viewerOf } from '../../api/consensus/viewer.ts'
import type { AnswerOf } from '../../api/ratings/counted.ts'
import { panelView } from '../../api/ratings/panel-view.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyAnswer } from '../support/any-panel.ts'
import { horizon } from '../support/given-panel.ts'

const people = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus']
const specialisms = ['cardiac', 'genomics']

const anyAnswers: fc.Arbitrary<AnswerOf[]> = fc
  .uniqueArray(
    fc.record({
      panellist: fc.constantFrom(...people),
      specialism: fc.constantFrom(...specialisms),
      answer: anyAnswer,
    }),
    { selector: ({ panellist, specialism }) => `${panellist} ${specialism}`, maxLength: 14 },
  )
  .map((list) => list.map(({ answer, ...whose }) => ({ ...whose, ...answer })))

it('what each giver of an answer sees is the panel’s view, whoever they are', () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), fc.boolean(), (answers, all, isWithheld) => {
      const seenBy = viewerOf(answers, { all, specialism: () => isWithheld }, defaultMethod, horizon)
      for (const panellist of [...people, 'somebody new'])
        for (const specialism of specialisms) {
          const withheld = { specialism: isWithheld, all }
          const expected = panelView(answers, specialism, panellist, withheld, defaultMethod, horizon)
          expect(seenBy({ panellist, specialism })).toEqual(expected)
        }
    }),
  )
})
