import { describe, expect, it } from '@jest/globals'
import { countsIn, seatsProgress } from '../../api/progress/by-specialism.ts'
import { RoundCount } from '../../api/ratings/progress.ts'
import type { Stance } from '../../api/ratings/rating.ts'

const technologies = ['pacemaker', 'monitor', 'patch']
const panel = [
  { id: 'ann', specialisms: ['cardiac', 'audiology'] },
  { id: 'ben', specialisms: ['cardiac'] },
]

/** A round that asks three items of cardiac and two of audiology, after these answers: [who, technology, specialism]. */
function roundAfter(...answers: [string, string, string, Stance?][]): RoundCount {
  const count = new RoundCount()
  for (const technology of technologies) count.ask({ technology, specialism: 'cardiac' })
  for (const technology of technologies.slice(1)) count.ask({ technology, specialism: 'audiology' })
  for (const [panellist, technology, specialism, stance = 'rated'] of answers)
    count.hear({ panellist, technology, specialism, stance, version: 1 })
  return count
}

describe('how far a round has come', () => {
  it('is told for each panel member and each of their specialisms', () => {
    const round = roundAfter(['ann', 'pacemaker', 'cardiac'], ['ann', 'monitor', 'audiology'])

    expect(seatsProgress(panel, round, null)).toEqual([
      {
        id: 'ann',
        asked: 5,
        answered: 2,
        parts: [
          { specialism: 'cardiac', asked: 3, answered: 1 },
          { specialism: 'audiology', asked: 2, answered: 1 },
        ],
      },
      { id: 'ben', asked: 3, answered: 0, parts: [{ specialism: 'cardiac', asked: 3, answered: 0 }] },
    ])
  })

  it('is told for a specialism by how many were invited, have started and have finished', () => {
    const round = roundAfter(
      ['ann', 'pacemaker', 'cardiac'],
      ['ben', 'pacemaker', 'cardiac'],
      ['ben', 'monitor', 'cardiac'],
      ['ben', 'patch', 'cardiac'],
    )
    const seats = seatsProgress(panel, round, null)

    expect(countsIn('cardiac', seats)).toEqual({ invited: 2, started: 2, finished: 1, asked: 6, answered: 4 })
    expect(countsIn('audiology', seats)).toEqual({ invited: 1, started: 0, finished: 0, asked: 2, answered: 0 })
    expect(countsIn('genomics', seats)).toEqual({ invited: 0, started: 0, finished: 0, asked: 0, answered: 0 })
  })

  it.each<Stance>(['rated', 'not-affected', 'already', 'cannot-judge'])(
    'is the same, whatever was answered: %s',
    (stance) => {
      const seats = seatsProgress(panel, roundAfter(['ben', 'pacemaker', 'cardiac', stance]), null)
      expect(countsIn('cardiac', seats)).toEqual({ invited: 2, started: 1, finished: 0, asked: 6, answered: 1 })
    },
  )

  it('counts against their share where items are shared out, and leaves out who has none', () => {
    const shares = [
      { panellist: 'ann', specialism: 'cardiac', items: 2 },
      { panellist: 'ann', specialism: 'audiology', items: 1 },
    ]
    const seats = seatsProgress(panel, roundAfter(['ann', 'pacemaker', 'cardiac']), shares)

    expect(countsIn('cardiac', seats)).toEqual({ invited: 1, started: 1, finished: 0, asked: 2, answered: 1 })
    expect(seats[1]).toEqual({ id: 'ben', asked: 0, answered: 0, parts: [] })
  })

  it('does not count who has left, nor answers beyond what is asked of somebody now', () => {
    const round = roundAfter(
      ['ann', 'pacemaker', 'cardiac'],
      ['ann', 'monitor', 'cardiac'],
      ['gone', 'patch', 'cardiac'],
    )
    const seats = seatsProgress(panel, round, [{ panellist: 'ann', specialism: 'cardiac', items: 1 }])
    expect(countsIn('cardiac', seats)).toEqual({ invited: 1, started: 1, finished: 1, asked: 1, answered: 1 })
  })
})
