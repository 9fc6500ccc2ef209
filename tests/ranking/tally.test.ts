import { describe, expect, it } from '@jest/globals'
import {
  type Asked,
  already,
  cannotJudge,
  type GivenPanel,
  givenPanel,
  no,
  withdrawn,
  yes,
} from '../support/given-panel.ts'

const specialisms = { cardiac: 'phys', genomics: 'lab' }

/** The sums of cardiac science on the pacemaker. */
function cardiacAfter(asked: Asked, rest: Partial<GivenPanel> = {}) {
  const { tallies } = givenPanel({ specialisms, technologies: { pacemaker: { asked } }, ...rest })
  const pair = tallies.pairs.specialism.indexOf(0)
  const { answers, rated, already, cannotJudge, impact, imminence, imminenceAnswers } = tallies.pairs
  return {
    answers: answers[pair],
    rated: rated[pair],
    already: already[pair],
    cannotJudge: cannotJudge[pair],
    impact: impact[pair],
    imminence: imminence[pair],
    imminenceAnswers: imminenceAnswers[pair],
    panellists: tallies.panellists[0],
  }
}

describe('the answers that count', () => {
  it('add up by technology and specialism', () => {
    const asked = { cardiac: { ann: yes(6, 0), ben: yes(8, null), cat: no, dan: already, eve: cannotJudge } }
    expect(cardiacAfter(asked)).toEqual({
      answers: 4, // cannot-judge is not an answer
      rated: 2,
      already: 1,
      cannotJudge: 1,
      impact: 14, // 6 + 8
      imminence: expect.closeTo(0.9, 12),
      imminenceAnswers: 1, // ben cannot say when
      panellists: 4,
    })
  })

  it('are each panel member’s latest', () => {
    const later = [{ pacemaker: { cardiac: { ann: yes(2, 3) } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9, 0), ben: yes(5, 0) } }, { later })).toMatchObject({
      answers: 2,
      impact: 7, // 2 + 5
      imminence: expect.closeTo(0.9, 12), // 0 + .9
    })
  })

  it('carry over, once, where a later round does not hear a panel member again', () => {
    const later: Record<string, Asked>[] = [{ pacemaker: { cardiac: { ben: yes(5) } } }, { pacemaker: { cardiac: {} } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9), ben: yes(5) } }, { later })).toMatchObject({ answers: 2, impact: 14 })
  })

  it('carry over where a later round does not ask the pair again', () => {
    const later = [{ pacemaker: { genomics: { ann: yes(1) } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9) } }, { later })).toMatchObject({
      answers: 1,
      impact: 9,
      panellists: 1,
    })
  })

  it('leave out one that was withdrawn, and do not fall back on the one before it', () => {
    const later = [{ pacemaker: { cardiac: { ann: withdrawn } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9), ben: yes(5) } }, { later })).toMatchObject({
      answers: 1,
      impact: 5,
      panellists: 1,
    })
  })

  it('hold one that was given anew after it was withdrawn', () => {
    const later = [{ pacemaker: { cardiac: { ann: withdrawn } } }, { pacemaker: { cardiac: { ann: yes(3) } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9) } }, { later })).toMatchObject({ answers: 1, impact: 3 })
  })

  it('leave out an earlier yes of one who can no longer judge', () => {
    const later = [{ pacemaker: { cardiac: { ann: cannotJudge } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9) } }, { later })).toMatchObject({
      answers: 0,
      cannotJudge: 1,
      panellists: 0,
    })
  })

  it('are those up to the round that is asked about', () => {
    const later = [{ pacemaker: { cardiac: { ann: yes(2), ben: yes(5) } } }]
    expect(cardiacAfter({ cardiac: { ann: yes(9) } }, { later, asOfRound: 1 })).toMatchObject({ answers: 1, impact: 9 })
  })

  it('count a panel member of two specialisms as one person with two answers', () => {
    const input = givenPanel({
      specialisms,
      technologies: { pacemaker: { asked: { cardiac: { ann: yes(9) }, genomics: { ann: yes(1), ben: no } } } },
    })
    expect(input.tallies.panellists[0]).toBe(2)
    expect(input.tallies.answers.panellist.subarray(0, input.tallies.answerStart[1])).toHaveLength(3)
  })

  it('keep apart what is said of each technology', () => {
    const { tallies } = givenPanel({
      specialisms,
      technologies: {
        pacemaker: { asked: { cardiac: { ann: yes(9) } } },
        sequencing: { asked: { cardiac: { ann: yes(2) }, genomics: { ann: yes(4), ben: yes(5) } } },
        silent: { asked: { cardiac: {} } },
      },
    })
    expect(Array.from(tallies.pairStart)).toEqual([0, 1, 3, 4])
    expect(Array.from(tallies.answerStart)).toEqual([0, 1, 4, 4])
    expect(Array.from(tallies.pairs.impact)).toEqual([9, 2, 9, 0]) // 4 + 5
    expect(Array.from(tallies.panellists)).toEqual([1, 2, 0])
  })
})
