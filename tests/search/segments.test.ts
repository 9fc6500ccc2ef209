import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { firstMarkedName, marks, segmentsOf, textOf } from '../../api/search/segments.ts'

const { open, close } = marks

describe('a text with marked places', () => {
  it('is taken apart into what is marked and what is not', () => {
    expect(segmentsOf(`A ${open}heart${close} monitor`)).toEqual([
      { text: 'A ', marked: false },
      { text: 'heart', marked: true },
      { text: ' monitor', marked: false },
    ])
    expect(segmentsOf('')).toEqual([])
  })

  it('is the text again when joined, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(open, close))), (pieces) => {
        const text = pieces.join('')
        expect(textOf(segmentsOf(text))).toBe(text.replaceAll(open, '').replaceAll(close, ''))
      }),
    )
  })

  it('may be one of many names', () => {
    const names = JSON.stringify(['First “name”', 'ECG reader']).replace('ECG', `${open}ECG${close}`)
    expect(firstMarkedName(names)).toEqual([
      { text: 'ECG', marked: true },
      { text: ' reader', marked: false },
    ])
    expect(firstMarkedName('[]')).toBeNull()
  })
})
