import { describe, expect, it } from '@jest/globals'
import { coverageOf } from '../simulation/coverage.ts'
import { grid } from '../simulation/settings.ts'

/** A small version of `npm run simulate`, whose table stands in docs/certainty.md. */
describe('ranges of nine chances in ten', () => {
  const small = grid.filter(
    ({ simulation: { technologies, asked, leaning } }) => technologies === 30 && asked === 3 && leaning !== 1,
  )

  it('hold the true place about nine times in ten, on panels whose truth is known', async () => {
    const found: number[] = []
    for (const setting of small) {
      const { covered, oracle, width, unsaid } = await coverageOf({ ...setting, panels: 4 }, 240, 77)
      expect(unsaid).toBe(0)
      expect(width).toBeLessThan(1.4 * oracle.width)
      found.push(covered)
    }
    expect(Math.min(...found)).toBeGreaterThan(0.84)
    const average = found.reduce((sum, covered) => sum + covered, 0) / found.length
    expect(average).toBeGreaterThan(0.88)
    expect(average).toBeLessThan(0.97)
  }, 60_000)
})
