import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Candidate, inOrder, notToldApart, type Pair, pairsAmong } from '../../api/duplicates/pairs.ts'

const candidate = (id: string, name: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name,
  aliases: [],
  text: '',
  identifiers: [],
  ...more,
})

function found(candidates: readonly Candidate[], most = 100): Pair[] {
  const work = pairsAmong(candidates, most)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

const kindsOf = (pairs: readonly Pair[]) => pairs.map(({ reasons }) => reasons.map(({ kind }) => kind))

describe('pairs of technologies that look like one', () => {
  it('have names that are alike', () => {
    const pairs = found([
      candidate('a', 'Polygenic risk scores'),
      candidate('b', 'Polygenic risk-score'),
      candidate('c', 'Leadless pacemaker'),
    ])

    expect(pairs).toMatchObject([{ left: 'a', right: 'b', reasons: [{ kind: 'name' }] }])
  })

  it('say where names are the same but for case, accents and spaces', () => {
    const [pair] = found([candidate('a', 'Télé-medicine'), candidate('b', 'telemedicine')])

    expect(pair!.reasons).toEqual([{ kind: 'name', likeness: 1, same: true }])
  })

  it('have another name that is like a name of the other, and say which', () => {
    const [pair] = found([
      candidate('a', 'Handheld spirometer', { aliases: ['Pocket lung meter'] }),
      candidate('b', 'Pocket lung meter'),
    ])

    expect(pair!.reasons).toEqual([
      { kind: 'alias', likeness: 1, left: 'Pocket lung meter', right: 'Pocket lung meter' },
    ])
  })

  it('share an identifier, unless so many do that it is a report on all of them', () => {
    const trial = { identifiers: ['NCT01234567'] }

    expect(found([candidate('a', 'One thing', trial), candidate('b', 'Quite another', trial)])).toMatchObject([
      { reasons: [{ kind: 'identifier', identifiers: ['NCT01234567'] }] },
    ])
    const names =
      'Anemometer Barometer Calorimeter Densitometer Ergometer Fluorometer Goniometer Hygrometer Inclinometer'
    const cited = names.split(' ').map((name, i) => candidate(String(i), name, trial))
    expect(found(cited)).toEqual([])
  })

  it('share words of their descriptions that few others hold', () => {
    const others = 'abcdefgh'.split('').map((letter) =>
      candidate(`z${letter}`, `Unlike ${letter}${letter}`, {
        text: `A device for clinics, ${letter.repeat(5)} kind.`,
      }),
    )
    const pairs = found([
      candidate('a', 'Breath test', {
        text: 'A device for clinics that smells volatile compounds of tumours in breath.',
      }),
      candidate('b', 'Electronic nose', {
        text: 'Smells volatile compounds in breath, a device for clinics against tumours.',
      }),
      ...others,
    ])

    expect(pairs).toMatchObject([{ left: 'a', right: 'b', reasons: [{ kind: 'text' }] }])
    expect(pairs[0]!.reasons[0]).toMatchObject({ words: expect.arrayContaining(['volatile', 'compound']) })
  })

  it('are not proposed for one word that their names share', () => {
    const names = 'Sensor patch;Sensor gown;Sensor floor;Sensor chair;Sensor dress'.split(';')

    expect(found(names.map((name, i) => candidate(String(i), name)))).toEqual([])
  })

  it('come with every reason apart, the one with more reasons first', () => {
    const same = { identifiers: ['doi:10.1/x'], text: 'Counts exosomes in urine.' }
    const pairs = found([
      candidate('a', 'Exosome counter', same),
      candidate('b', 'Exosome counters', same),
      candidate('c', 'Robot pharmacy'),
      candidate('d', 'Robotic pharmacy'),
    ])

    expect(pairs.map(({ left, right }) => left + right)).toEqual(['ab', 'cd'])
    expect(kindsOf(pairs)[0]).toEqual(['name', 'identifier', 'text'])
  })
})

describe('whatever there is', () => {
  const word = fc.constantFrom('heart', 'hart', 'monitor', 'AI', 'patch', 'genome', 'wearable', 'x')
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const candidates = fc
    .array(
      fc.record({
        name,
        aliases: fc.array(name, { maxLength: 2 }),
        text: name,
        identifiers: fc.subarray(['NCT1', 'K2']),
      }),
    )
    .map((all) => all.map((one, i) => ({ ...one, id: String(i).padStart(3, '0') })))

  it('each pair is proposed once, with the smaller id first and a reason', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const pairs = found(all)
        expect(new Set(pairs.map(({ left, right }) => `${left} ${right}`)).size).toBe(pairs.length)
        for (const { left, right, reasons, strength } of pairs) {
          expect(left < right).toBe(true)
          expect(reasons.length).toBeGreaterThan(0)
          expect(strength).toBeGreaterThan(0)
          expect(strength).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('the order in which technologies come changes nothing', () => {
    fc.assert(fc.property(candidates, (all) => expect(found(all.toReversed())).toEqual(found(all))))
  })

  it('what was told apart is never proposed, and everything else still is', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 50 }), (all, at) => {
        const pairs = found(all)
        const told = pairs[at]
        const left = notToldApart(pairs, new Set(told ? [inOrder(told.right, told.left).join(' ')] : []))
        expect(left).toEqual(pairs.filter((pair) => pair !== told))
      }),
    )
  })

  it('no more than asked for come back, the likeliest', () => {
    fc.assert(fc.property(candidates, (all) => expect(found(all, 3)).toEqual(found(all).slice(0, 3))))
  })
})
