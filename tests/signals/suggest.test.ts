import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { identifiersIn, plainIdentifiers } from '../../api/signals/identifiers.ts'
import { experienceOf, likelihoodOf, percentOf, sentencesOf } from '../../api/signals/likelihood.ts'
import { sentenceOf, suggest } from '../../api/signals/suggest.ts'
import { indexTechnologies, type KnownTechnology, wordsOf } from '../../api/signals/technology-index.ts'

const known = (name: string, more: Partial<KnownTechnology> = {}): KnownTechnology => ({
  slug: name.toLowerCase().replace(/\W+/g, '-'),
  name,
  aliases: [],
  identifiers: [],
  ...more,
})

const signal = (title: string, more: { text?: string; identifiers?: string[]; about?: string } = {}) => ({
  title: wordsOf(title),
  text: wordsOf(more.text ?? ''),
  identifiers: more.identifiers ?? [],
  about: more.about ?? null,
})

const registry = indexTechnologies([
  known('Leadless pacemaker'),
  known('AI interpretation of spirometry', { aliases: ['AI-spiro', 'AI'] }),
  known('Wearable seizure detection', { identifiers: ['NCT01234567', '10.1000/xyz'] }),
  known('Liquid biopsy', { aliases: ['Circulating tumour DNA', 'ctDNA'] }),
])

const said = (one: ReturnType<typeof signal>) =>
  suggest(one, registry).map(({ technology, reasons }) => [technology.name, ...reasons.map(sentenceOf)])

describe('technologies suggested for a signal', () => {
  it.each([
    [
      signal('Leadless pacemakers in children'),
      [['Leadless pacemaker', 'Its title holds the name “Leadless pacemaker”.']],
    ],
    [signal('ctDNA finds relapse early'), [['Liquid biopsy', 'Its title holds the alias “ctDNA”.']]],
    [
      signal('Finding relapse', { text: 'By circulating tumour DNA, it says.' }),
      [['Liquid biopsy', 'Its text holds the alias “Circulating tumour DNA”.']],
    ],
    [
      signal('A trial of a watch', { identifiers: ['nct01234567'] }),
      [['Wearable seizure detection', 'The same registration number: NCT01234567.']],
    ],
    [
      signal('Spirometry: interpretation at home'),
      [['AI interpretation of spirometry', 'Words in common: spirometry, interpretation.']],
    ],
    [signal('Stage', { about: 'liquid-biopsy' }), [['Liquid biopsy', 'It was sent about this technology.']]],
    [signal('AI reads chest films'), []],
    [signal('Pacemaker batteries'), []],
    [signal(''), []],
  ])('%#: with the reasons apart', (one, expected) => {
    expect(said(one)).toEqual(expected)
  })

  it('stand in the order of how strong their reasons are, together', () => {
    const one = signal('Liquid biopsy or a leadless pacemaker', { identifiers: ['NCT01234567'], text: 'ctDNA' })
    expect(suggest(one, registry).map(({ technology }) => technology.name)).toEqual([
      'Liquid biopsy', // 80 for the name in its title and 40 for an alias in its text
      'Wearable seizure detection', // 100 for the number
      'Leadless pacemaker', // 80
    ])
  })

  it('are the same in whatever order the registry is read, at most five, each once and each with a reason', () => {
    const word = fc.constantFrom('breath', 'test', 'sensor', 'sepsis', 'robot', 'of', 'ai', 'gait')
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const technologies = fc.uniqueArray(name, { maxLength: 20 }).map((names) => names.map((one) => known(one)))
    fc.assert(
      fc.property(technologies, name, name, (all, title, text) => {
        const one = signal(title, { text })
        const found = suggest(one, indexTechnologies(all))
        expect(suggest(one, indexTechnologies(all.toReversed()))).toEqual(found)
        expect(found.length).toBeLessThanOrEqual(5)
        expect(new Set(found.map(({ technology }) => technology.slug)).size).toBe(found.length)
        for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })

  it('come of any text at all without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, text) => {
        suggest(signal(title, { text, identifiers: [text] }), registry)
      }),
    )
  })
})

describe('registration numbers in a text', () => {
  it('are found in one way of writing each', () => {
    const text =
      'See nct01234567, ISRCTN12345678; https://doi.org/10.1000/AbC.12. K123456, PMID: 12345, 2019-001234-28 and K12.'
    expect(identifiersIn(text).toSorted()).toEqual(
      ['NCT01234567', 'ISRCTN12345678', '10.1000/abc.12', 'K123456', 'PMID 12345', '2019-001234-28'].toSorted(),
    )
    expect(identifiersIn('DEN230041, at https://example.org/?doi=10.1000%2FAbC')).toEqual(['DEN230041', '10.1000/abc'])
    expect(plainIdentifiers(['doi:10.1000/AbC', 'ukri:EP/X012345/1', 'fda:Q99', 'nct:NCT01234567', ' '])).toEqual([
      '10.1000/abc',
      'EP/X012345/1',
      'Q99',
      'NCT01234567',
    ])
  })
})

describe('how likely a signal is to be of use', () => {
  const titles = (title: string, isLinked: boolean, times: number) =>
    Array.from({ length: times }, () => ({ title: wordsOf(title), isLinked }))
  const experience = experienceOf([...titles('Sepsis alarm', true, 4), ...titles('Cosmetic filler', false, 4)])
  const of = (title: string, holds: Parameters<typeof likelihoodOf>[1] = []) =>
    likelihoodOf(wordsOf(title), holds, experience)

  it('begins even, where nothing is known', () => {
    const fresh = likelihoodOf(wordsOf('Anything'), [], experienceOf([]))
    expect(percentOf(fresh.logOdds)).toBe(50)
  })

  it('says which words the team linked before, and which it dismissed', () => {
    const one = of('Sepsis filler')
    expect(one).toMatchObject({ speakFor: ['sepsis'], speakAgainst: ['filler'] })
    expect(one.logOdds).toBeCloseTo(0) // ln((5/6)/(1/6)) is 1.6, held to 1.4, and as much against
    expect(sentencesOf(one)).toEqual([
      'Words that you linked before rather than dismissed: sepsis.',
      'Words that you dismissed before rather than linked: filler.',
    ])
  })

  it('is better by eight where its title names a technology, by twenty where its number is the same', () => {
    const { logOdds } = of('New')
    expect(of('New', ['title-name']).logOdds - logOdds).toBeCloseTo(Math.log(8))
    expect(of('New', ['text-name', 'identifier']).logOdds - logOdds).toBeCloseTo(Math.log(20))
    expect(of('New', ['common-words']).logOdds).toBe(logOdds)
  })

  it('learns nothing from a word met once or twice', () => {
    const seldom = experienceOf(titles('Quokka', true, 2))
    expect(likelihoodOf(['quokka'], [], seldom).speakFor).toEqual([])
  })

  it('is never quite none or all', () => {
    expect([percentOf(-100), percentOf(0), percentOf(100)]).toEqual([1, 50, 99])
  })
})
