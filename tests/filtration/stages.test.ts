import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Counted, cameInAt, funnelOf, groupsOf, isAmong } from '../../api/filtration/funnel.ts'
import { fates, stages, standingOf, type TechnologyFacts, windowOf } from '../../api/filtration/stages.ts'

const scan = (id: string, frozenAt: string | null) => ({ id, frozenAt })
const [january, march, june, now] = [
  '2026-01-10T09:00:00.000Z',
  '2026-03-10T09:00:00.000Z',
  '2026-06-10T09:00:00.000Z',
  '2026-11-20T09:00:00.000Z',
]

describe('the window of a scan', () => {
  it.each([
    ['of the first scan begins with the registry', [scan('this', march)], { from: null, to: march }],
    [
      'begins when the scan before was frozen',
      [scan('this', march), scan('last', january)],
      { from: january, to: march },
    ],
    ['of one that is not frozen ends now', [scan('this', null), scan('last', january)], { from: january, to: now }],
    [
      'passes by a scan that was never frozen',
      [scan('this', march), scan('x', null), scan('last', january)],
      { from: january, to: march },
    ],
    ['passes by a scan that was frozen later', [scan('this', march), scan('x', june)], { from: null, to: march }],
    ['does not look at later scans', [scan('next', january), scan('this', march)], { from: null, to: march }],
  ])('%s', (_, scans, window) => {
    expect(windowOf(scans.find(({ id }) => id === 'this')!, scans, now)).toEqual(window)
  })
})

describe('how far a technology came', () => {
  const window = { from: january, to: march }
  const candidate: TechnologyFacts = {
    createdAt: '2026-02-01T09:00:00.000Z',
    archivedAt: null,
    archivedReason: null,
    inScan: false,
    inEdition: false,
    adoptedOn: null,
  }
  const standing = (facts: Partial<TechnologyFacts>, ended = false) =>
    standingOf({ ...candidate, ...facts }, window, ended)

  it.each([
    ['waits as a candidate', {}, false, { stage: 'candidate', fate: 'waiting', reason: null }],
    ['was not asked by a scan that has ended', {}, true, { stage: 'candidate', fate: 'not-asked', reason: null }],
    ['is in the scan, and so is asked', { inScan: true }, true, { stage: 'in-scan', fate: 'waiting', reason: null }],
    [
      'is in an edition',
      { inScan: true, inEdition: true },
      true,
      { stage: 'in-edition', fate: 'waiting', reason: null },
    ],
    [
      'was parked with its reason',
      { archivedAt: june, archivedReason: 'too-early' as const },
      false,
      { stage: 'candidate', fate: 'parked', reason: 'too-early' },
    ],
    [
      'was parked before reasons were asked for',
      { archivedAt: june },
      false,
      { stage: 'candidate', fate: 'parked', reason: 'not-given' },
    ],
    [
      'was adopted, though archived since',
      { inScan: true, adoptedOn: '2026-05-01', archivedAt: june },
      false,
      { stage: 'in-scan', fate: 'adopted', reason: null },
    ],
    [
      'was entered after the window but asked in a later round',
      { createdAt: june, inScan: true },
      false,
      { stage: 'in-scan', fate: 'waiting', reason: null },
    ],
  ])('%s', (_, facts, ended, expected) => {
    expect(standing(facts, ended)).toEqual(expected)
  })

  it.each([
    ['was entered after the window', { createdAt: march }],
    ['was archived before it', { archivedAt: '2025-12-01T09:00:00.000Z' }],
    ['was adopted before it', { adoptedOn: '2025-12-01' }],
  ])('is nothing to a scan where it %s', (_, facts) => {
    expect(standing(facts)).toBeNull()
  })
})

const technology = fc.record({
  stage: fc.constantFrom(...stages.slice(1)),
  fate: fc.constantFrom('adopted', 'parked', 'not-asked', 'waiting'),
})
const signal = fc.record({ stage: fc.constant('spotted'), fate: fc.constantFrom('went-on', 'parked', 'waiting') })
const counted = fc
  .tuple(
    fc.oneof(technology, signal),
    fc.constantFrom('too-early', 'other', 'not-given'),
    fc.nat(50),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([one, reason, count, origin, owner]) => ({
    ...one,
    reason: one.fate === 'parked' ? reason : null,
    count,
    origin: `origin ${origin}`,
    owner: owner === 0 ? null : `owner ${owner}`,
  })) as fc.Arbitrary<Counted>

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

describe('a funnel of anything', () => {
  it('adds up: what came in is what went on, what left and what still waits', () => {
    fc.assert(
      fc.property(fc.array(counted), (all) => {
        const funnel = funnelOf(all)
        for (const { cameIn, wentOn, adopted, parked, notAsked, waiting } of funnel)
          expect(wentOn + adopted + sum(parked.map(({ count }) => count)) + notAsked + waiting).toBe(cameIn)
        expect(funnel[2]!.cameIn).toBe(funnel[1]!.wentOn)
        expect(funnel[3]!.cameIn).toBe(funnel[2]!.wentOn)
      }),
    )
  })

  it('says behind each number as many as the number', () => {
    fc.assert(
      fc.property(fc.array(counted), (all) => {
        for (const { stage, parked, ...numbers } of funnelOf(all)) {
          const among = (asked: Partial<Parameters<typeof isAmong>[1]>) =>
            sum(all.filter((one) => isAmong(one, { stage, ...asked })).map(({ count }) => count))
          expect(among({})).toBe(numbers.cameIn)
          expect(fates.map((fate) => among({ fate }))).toEqual([
            numbers.wentOn,
            numbers.adopted,
            sum(parked.map(({ count }) => count)),
            numbers.notAsked,
            numbers.waiting,
          ])
          for (const { reason, count } of parked) expect(among({ fate: 'parked', reason })).toBe(count)
        }
      }),
    )
  })

  it('gives everything to one owner, or to nobody, and to one origin', () => {
    fc.assert(
      fc.property(fc.array(counted), (all) => {
        for (const groups of [groupsOf(all, ({ owner }) => owner), groupsOf(all, ({ origin }) => origin)])
          for (const { stage, cameIn } of funnelOf(all))
            expect(sum(groups.map((one) => one.cameIn[stage]))).toBe(cameIn)
      }),
    )
  })

  it('counts signals and technologies apart', () => {
    expect(stages.map((stage) => cameInAt(stage, 'spotted'))).toEqual([true, false, false, false])
    expect(stages.map((stage) => cameInAt(stage, 'in-scan'))).toEqual([false, true, true, false])
  })
})
