import { describe, expect, it } from '@jest/globals'
import { Chance } from '../../api/ranking/chance.ts'
import { LaneProduct, LaneSolution, lanes } from '../../api/ranking/lane-kernels.ts'

/** The same by a plain loop, which says what is meant. */
function solved(upper: Float64Array, size: number, z: Float64Array): Float64Array {
  const x = z.slice()
  for (let i = size - 1; i >= 0; i--)
    for (let lane = 0; lane < lanes; lane++) {
      let rest = x[i * lanes + lane]!
      for (let j = i + 1; j < size; j++) rest -= upper[i * size + j]! * x[j * lanes + lane]!
      x[i * lanes + lane] = rest / upper[i * size + i]!
    }
  return x
}

describe('what is worked out in lanes', () => {
  it.each([1, 2, 9, 70])('solves a triangle of %i rows to the very bits of a plain loop', (size) => {
    const chance = new Chance(size)
    const upper = new Float64Array(size * size)
    const z = new Float64Array(size * lanes)
    chance.fill(upper)
    chance.fill(z)
    for (let i = 0; i < size; i++) upper[i * size + i] = 3 + i
    const solution = new LaneSolution(upper, size)
    solution.z.set(z)
    solution.run()
    expect(solution.z).toEqual(solved(upper, size, z))
  })

  it('multiplies rows of few entries, empty ones too, to the very bits of a plain loop', () => {
    const chance = new Chance(4)
    const start = Uint32Array.of(0, 3, 3, 4, 9)
    const column = Uint32Array.of(5, 0, 2, 1, 0, 1, 2, 3, 5)
    const value = new Float64Array(9)
    chance.fill(value)
    const product = new LaneProduct({ start, column, value }, 6)
    for (let again = 0; again < 2; again++) {
      chance.fill(product.input)
      product.run()
      for (let row = 0; row < 4; row++)
        for (let lane = 0; lane < lanes; lane++) {
          let sum = 0
          for (let i = start[row]!; i < start[row + 1]!; i++)
            sum += value[i]! * product.input[column[i]! * lanes + lane]!
          expect(product.output[row * lanes + lane]).toBe(sum)
        }
    }
  })

  it('takes nothing at all', () => {
    const empty = new LaneProduct({ start: Uint32Array.of(0), column: new Uint32Array(), value: new Float64Array() }, 0)
    expect(() => empty.run()).not.toThrow()
  })
})
