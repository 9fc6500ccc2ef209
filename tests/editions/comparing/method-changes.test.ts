import { describe, expect, it } from '@jest/globals'
import { type HowMade, methodChanges } from '../../../api/editions/comparing/method-changes.ts'
import { defaultMethod, type Method } from '../../../api/scans/method.ts'

const made = (method: Partial<Method> = {}, changes: Partial<HowMade> = {}): HowMade => ({
  method: { ...defaultMethod, ...method },
  horizonYears: 10,
  specialisms: ['Audiology', 'Genomics'],
  arithmeticVersion: 1,
  ...changes,
})

describe('what is different in how two editions were made', () => {
  it('is nothing between two scans with the same method, whatever their years', () => {
    expect(methodChanges(made(), made())).toEqual([])
  })

  it('is said weight by weight, in per cent', () => {
    const after = made({ weights: { impact: 5050, reach: 2950, imminence: 1000, readiness: 1000 } })

    expect(methodChanges(made(), after)).toEqual([
      { field: 'Weight of “How much services change”', before: '60%', after: '50.5%' },
      { field: 'Weight of “How widespread”', before: '20%', after: '29.5%' },
    ])
  })

  it('misses no parameter of the method', () => {
    const others: Record<keyof Method, Partial<Method>> = {
      weights: { weights: { impact: 10_000, reach: 0, imminence: 0, readiness: 0 } },
      reachFull: { reachFull: 0.3 },
      bandEnds: { bandEnds: [1, 5, 10] },
      afterYears: { afterYears: 5 },
      minimumPanel: { minimumPanel: 4 },
      minimumShown: { minimumShown: 4 },
      raterScale: { raterScale: 'adjusted' },
      consensusRule: { consensusRule: 'modal-third' },
      consensusThreshold: {},
      leaveOutInterested: { leaveOutInterested: true },
    }
    delete (others as Partial<typeof others>).consensusThreshold
    for (const [name, change] of Object.entries(others))
      expect({ name, changes: methodChanges(made(), made(change)).length > 0 }).toEqual({ name, changes: true })
    const agreement = (consensusThreshold: number) => made({ consensusRule: 'modal-third', consensusThreshold })
    expect(methodChanges(agreement(75), agreement(80))).toHaveLength(1)
  })

  it('says which specialisms came and went, though there are as many', () => {
    const after = made({}, { specialisms: ['Genomics', 'Imaging'], horizonYears: 12, arithmeticVersion: 2 })

    expect(methodChanges(made(), after)).toEqual([
      { field: 'The scan looks ahead', before: '10 years', after: '12 years' },
      { field: 'Version of the arithmetic', before: '1', after: '2' },
      { field: 'Specialisms asked', before: '2, with Audiology', after: '2, with Imaging' },
    ])
  })
})
