import { describe, expect, it } from '@jest/globals'
import { nearNames } from '../../api/technologies/near-names.ts'
import { readTechnologies } from '../../seed/data.ts'

const technologies = readTechnologies()

const namesNear = (name: string, candidates = technologies.map((it) => it.name)) =>
  nearNames(
    name,
    candidates.map((it) => ({ slug: it, name: it })),
  ).map((it) => it.name)

describe('a name about to be entered', () => {
  it.each([
    ['the same name', 'Photon-counting CT', 'Photon-counting CT'],
    ['other case and punctuation', 'photon counting ct', 'Photon-counting CT'],
    ['words joined', 'Photoncounting CT', 'Photon-counting CT'],
    ['words parted', 'Tele medicine', 'Telemedicine'],
    ['a word more', 'Photon counting CT scanner', 'Photon-counting CT'],
    ['a word less', 'Xenon MRI', 'Hyperpolarised xenon MRI of the lung'],
    ['a plural', 'Liquid biopsies', 'Circulating tumour DNA liquid biopsy'],
    ['a typing error', 'Telemedecine', 'Telemedicine'],
    ['two letters swapped', 'Online adpative radiotherapy', 'Online adaptive radiotherapy'],
    ['half a word', 'AI spirom', 'AI interpretation of spirometry'],
    ['another ending', 'Robotic surgery', 'Robot-assisted surgery'],
    ['other weak words', 'AI-supported spirometry', 'AI interpretation of spirometry'],
    ['an abbreviation written out', 'Artificial intelligence for chest X-ray', 'AI analysis of chest X-rays'],
    ['another word of several', 'Brain machine interface', 'Implanted brain-computer interface'],
  ])('is near with %s: "%s"', (_, name, known) => {
    expect(namesNear(name)[0]).toBe(known)
  })

  it('is near to one that has its words in another order, before one that shares fewer', () => {
    expect(namesNear('Apnoea sleep home test')).toEqual([
      'Home testing for sleep apnoea',
      'Wearable detection of sleep apnoea',
    ])
  })

  it('is near to one with accents', () => {
    expect(namesNear('Elastographie', ['Élastographie du foie'])).toEqual(['Élastographie du foie'])
    expect(namesNear('Élastographie', ['Elastographie'])).toEqual(['Elastographie'])
  })

  it.each(['Leadless pacemaker', 'AI', 'ECG', 'Wearable', 'Testing at home', 'Quantum dots', '…'])(
    'is near to none of the real ones: "%s"',
    (name) => {
      expect(namesNear(name)).toEqual([])
    },
  )

  it('is not near to one that differs in a number', () => {
    expect(namesNear('CYP2C9', ['CYP2C19'])).toEqual([])
    expect(namesNear('Interleukin 6', ['Interleukin 8', 'Interleukin 6'])).toEqual(['Interleukin 6', 'Interleukin 8'])
  })
})

describe('the names of a real scan', () => {
  it('are near to one another only where somebody entering one would want to see the other', () => {
    const pairs = technologies.flatMap(({ name }) =>
      namesNear(name)
        .filter((other) => other > name)
        .map((other) => [name, other]),
    )
    expect(pairs).toEqual([
      ['Newborn whole genome sequencing', 'Whole genome sequencing in routine care'],
      ['National pathogen-agnostic metagenomic surveillance', 'Wastewater pathogen surveillance'],
      ['Home testing for sleep apnoea', 'Wearable detection of sleep apnoea'],
    ])
  })

  it('are each nearest to themselves', () => {
    for (const { name } of technologies) expect(namesNear(name)[0]).toBe(name)
  })
})

describe('near names', () => {
  it('are at most five', () => {
    expect(
      namesNear('Sequencer', ['Sequencer', 'Sequencers', ...'BCDEFG'.split('').map((it) => `Sequencer ${it}`)]),
    ).toEqual(['Sequencer', 'Sequencers', 'Sequencer B', 'Sequencer C', 'Sequencer D'])
  })

  it('come in the same order whatever the order of the candidates', () => {
    const candidates = ['Gene therapy A', 'Gene therapy B', 'Gene therapy', 'Genes therapy'].map((name, i) => ({
      slug: `t${i}`,
      name,
    }))
    expect(nearNames('Gene therapy', candidates.toReversed())).toEqual(nearNames('Gene therapy', candidates))
  })

  it('put equal names by their addresses', () => {
    const twins = [
      { slug: 'b', name: 'Telemedicine' },
      { slug: 'a', name: 'Telemedicine' },
    ]
    expect(nearNames('Telemedicine', twins).map(({ slug }) => slug)).toEqual(['a', 'b'])
  })

  it('are found among 20,000 in a few times what it takes to part these into words', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      slug: `t${i}`,
      name: `${technologies[i % 101]!.name} ${technologies[(i * 7) % 101]!.name.split(' ')[0]} ${i}`,
    }))
    const part = quickestOf(() =>
      many.map(({ name }) =>
        name
          .normalize('NFKD')
          .toLowerCase()
          .split(/[^a-z0-9]+/),
      ),
    )
    const look = quickestOf(() => nearNames('AI-supported spirometry in primary care', many))
    expect(look / part).toBeLessThan(40) // 30 ms against 12 ms by itself, ten times as much under jest
  })
})

function quickestOf(act: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    act()
    return performance.now() - begun
  })
  return Math.min(...times)
}

describe('two names', () => {
  it.each([
    ['Photon-counting CT', 'photon counting  ct', true],
    ['Élastography', 'elastography', true],
    ['Telemedicine', 'Tele-medicine', true],
    ['Telemedicine', 'Telemedicines', false],
    ['Photon-counting CT', 'Photon-counting CT scanner', false],
  ])('"%s" and "%s" are the same: %s', (a, b, same) => {
    expect(nearNames(a, [{ slug: 'b', name: b }])).toMatchObject([{ slug: 'b', name: b, same }])
  })
})
