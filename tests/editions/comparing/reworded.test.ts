import { describe, expect, it } from '@jest/globals'
import { changesOf } from '../../../api/editions/comparing/reworded.ts'
import { evidence, frozen } from './made-up.ts'

const nothing = { reworded: [], newEvidence: [], goneEvidence: 0 }

describe('what two editions tell differently of a technology', () => {
  it('is nothing where nothing has changed', () => {
    expect(changesOf(frozen({ evidence: [evidence('e')] }), frozen({ evidence: [evidence('e')] }))).toEqual(nothing)
  })

  it('is each text and fact, as it was and as it is, in words', () => {
    const before = frozen({ readiness: null, milestonePlaces: 150 })
    const after = frozen({
      description: 'What A has become.',
      category: { slug: 'genomics', name: 'Genomics' },
      readiness: 7,
      milestone: 'most',
      milestonePlaces: 1,
    })

    expect(changesOf(before, after).reworded).toEqual([
      { field: 'Description', before: 'What A is.', after: 'What A has become.' },
      { field: 'Category', before: 'Wearables and sensors', after: 'Genomics' },
      { field: 'Stage of development', before: 'not set', after: 'tested at one clinical site (7 of 9)' },
      {
        field: 'Milestone',
        before: 'one in five of the places that could use it do so, of 150 places',
        after: 'most of the places that could use it do so, of 1 place',
      },
    ])
  })

  it('is evidence that came and evidence that went, by its id and not by its words', () => {
    const before = frozen({ evidence: [evidence('gone'), evidence('kept', 'As it was worded.')] })
    const after = frozen({ evidence: [evidence('kept', 'As it is worded.'), evidence('new')] })

    const changes = changesOf(before, after)

    expect(changes.newEvidence.map(({ id }) => id)).toEqual(['new'])
    expect(changes.goneEvidence).toBe(1)
  })

  it('is nothing where one of them does not hold it', () => {
    expect(changesOf(undefined, frozen({ evidence: [evidence('e')] }))).toEqual(nothing)
    expect(changesOf(frozen(), undefined)).toEqual(nothing)
  })
})
