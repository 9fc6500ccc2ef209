import { describe, expect, it } from '@jest/globals'
import { Kind } from '../../api/contract/technologies.ts'
import { kinds, stageOf, stagesOf, stageWithLevel } from '../../api/technologies/readiness.ts'

describe('the stage of development', () => {
  it.each([
    ['diagnostic', 7, 'tested at one clinical site (7 of 9)'],
    ['diagnostic', 9, 'validated and used at several sites (9 of 9)'],
    ['software', 4, 'tested on past data from one place (4 of 9)'],
    ['therapy', 6, 'tested for safety in a few people (6 of 9)'],
    ['device', 1, 'an idea from basic research (1 of 9)'],
    ['service', 6, 'piloted by one team (6 of 9)'],
  ] as const)('of a %s at %i is "%s"', (kind, level, stage) => {
    expect(stageWithLevel(kind, level)).toBe(stage)
  })

  it.each(kinds)('of a %s has nine different wordings that fit in a sentence', (kind) => {
    const stages = stagesOf(kind)
    expect(new Set(stages).size).toBe(9)
    for (const stage of stages) expect(stage).toMatch(/^[a-z][a-z ,]+[a-z]$/)
  })

  it('is worded for every kind that a technology may have', () => {
    expect([...kinds].toSorted()).toEqual([...Kind.options].toSorted())
  })

  it.each([0, 10, 1.5])('is refused for a readiness of %f', (level) => {
    expect(() => stageOf('device', level)).toThrow(`from 1 to 9. It is ${level}.`)
  })
})
