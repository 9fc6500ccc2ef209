import { describe, expect, it } from '@jest/globals'
import { exp, ln, power } from '../../api/ranking/arithmetic.ts'
import { Chance } from '../../api/ranking/chance.ts'
import { sourcesOf, textOf } from '../support/imports.ts'

const bitsOf = (x: number) => Buffer.from(Float64Array.of(x).buffer).reverse().toString('hex')

describe('logarithms and powers of our own', () => {
  it('are those of the machine but for the last bits', () => {
    const chance = new Chance(1)
    let [ofLn, ofExp] = [0, 0]
    for (let i = 0; i < 100_000; i++) {
      const x = (chance.share() - 0.5) * 1400
      const near = 1 + (chance.share() - 0.5) / 5
      ofExp = Math.max(ofExp, Math.abs(exp(x) / Math.exp(x) - 1))
      for (const any of [near, Math.exp(x)]) ofLn = Math.max(ofLn, Math.abs(ln(any) / Math.log(any) - 1))
    }
    expect(ofExp).toBeLessThan(1e-15)
    expect(ofLn).toBeLessThan(1e-15)
    expect(power(7.5, 3)).toBeCloseTo(421.875, 10)
  })

  it('know the ends of their range', () => {
    expect([ln(0), ln(1), ln(-1), ln(Number.POSITIVE_INFINITY)]).toEqual([-Infinity, 0, Number.NaN, Infinity])
    expect([exp(0), exp(-800), exp(800), exp(Number.NaN)]).toEqual([1, 0, Infinity, Number.NaN])
    expect(ln(5e-324)).toBeCloseTo(-744.4400719213812, 12)
    expect(exp(-744.4400719213812)).toBe(5e-324)
  })

  it('have these very bits', () => {
    expect([ln(3), ln(1e-9), ln(0.75), exp(1), exp(-7.25), power(3, 0.4)].map(bitsOf)).toMatchInlineSnapshot(`
[
  "3ff193ea7aad030a",
  "c034b927f32bffb8",
  "bfd269621134db92",
  "4005bf0a8b14576a",
  "3f47455fe323fafe",
  "3ff8d45c06468a87",
]
`)
  })
})

describe('chance', () => {
  it('has these very bits', () => {
    const chance = new Chance(20_260_312, 4, 3)
    const drawn = [chance.bits(), chance.share(), chance.normal(), chance.gamma(0.3), chance.gamma(30)]
    expect(drawn.map(bitsOf)).toMatchInlineSnapshot(`
[
  "419ae7f5a0000000",
  "3fe5dc719e700000",
  "3fee99a32dff1e41",
  "3fc1796354dabe60",
  "4039d91798b6add7",
]
`)
  })

  it('fills a row with what it would have given one by one', () => {
    const row = new Float64Array(20_000)
    new Chance(5).fill(row)
    const one = new Chance(5)
    expect(row.every((normal) => normal === one.normal())).toBe(true)
  })

  it('is normal', () => {
    const row = new Float64Array(400_000)
    new Chance(6).fill(row)
    const moment = (power: number) => row.reduce((sum, z) => sum + z ** power, 0) / row.length
    expect([1, 2, 3, 4].map(moment).map((m, i) => Math.abs(m - [0, 1, 0, 3][i]!) < 0.03)).toEqual(Array(4).fill(true))
    expect(row.filter((z) => Math.abs(z) > 3.5).length / row.length).toBeCloseTo(0.000465, 4)
  })

  it('has independent streams', () => {
    const [one, two, three] = [new Chance(1, 2), new Chance(1, 3), new Chance(1, 2, 0)]
    expect(new Set([one.bits(), two.bits(), three.bits(), new Chance(1).bits()]).size).toBe(4)
  })
})

describe('the way to a certainty', () => {
  it('knows no logarithm, power or angle but these, since those of machines differ in the last bit', () => {
    const asks = /Math\.(log\w*|exp\w*|pow|sinh?|cosh?|tanh?|hypot|cbrt)\b|[^/*\s]\s\*\*\s/
    const asking = sourcesOf(['api/ranking']).filter((path) => asks.test(textOf(path)))
    // 2 to a whole power is exact.
    expect(asking).toEqual(['api/ranking/arithmetic.ts', 'api/ranking/chance.ts'])
  })
})
