import type { Answer } from '../../api/ratings/rating.ts'
import type { Chance } from './chance.ts'

export const startYear = 2026

const manners = 'Adaptive Ambient Automated Bedside Continuous Digital Handheld Implantable Portable Wearable'.split(
  ' ',
)
const means = 'acoustic cellular genomic magnetic molecular optical proteomic robotic thermal ultrasonic'.split(' ')
const ends = 'assay biosensor decision aid imaging monitor patch platform scanner sequencing test therapy'.split(' ')
const services = 'audiology cardiac genomics haematology imaging microbiology neurology respiratory sleep vascular'

export const searchWords = [...manners, ...means].map((word) => word.toLowerCase())

export function madeUpTechnology(number: number, chance: Chance): { name: string; description: string } {
  const manner = chance.pick(manners)
  const mean = chance.pick(means)
  const service = () => chance.pick(services.split(' '))
  return {
    name: `${manner} ${mean} ${chance.pick(ends)} ${number}`,
    description:
      `A ${manner.toLowerCase()} ${mean} technique, number ${number}, that could move work between ${service()}
      and ${service()} services, shorten the wait for a result and change who carries it out.`.replace(/\s+/g, ' '),
  }
}

/** One answer about a technology whose impact tends to `level` and whose arrival to `band`. */
export function madeUpAnswer(level: number, band: number, asksYears: boolean, chance: Chance): Answer {
  const stance = stanceOf(level, chance.next())
  if (stance !== 'rated') return { stance, impact: null, arrival: null, reason: null }
  const impact = Math.min(9, Math.max(1, level + chance.whole(-2, 2)))
  return { stance, impact, arrival: arrivalOf(band, asksYears, chance), reason: null }
}

function stanceOf(level: number, draw: number): Answer['stance'] {
  if (draw < 0.05) return 'cannot-judge'
  if (level === 0) return draw < 0.8 ? 'already' : 'rated'
  if (level === 10) return draw < 0.8 ? 'not-affected' : 'rated'
  return draw < 0.1 ? 'already' : draw < 0.2 ? 'not-affected' : 'rated'
}

function arrivalOf(band: number, asksYears: boolean, chance: Chance): Answer['arrival'] {
  if (chance.next() < 0.05) return { kind: 'cannot-say' }
  if (!asksYears || chance.next() < 0.5)
    return { kind: 'band', band: Math.min(3, Math.max(0, band + chance.whole(-1, 1))) }
  const p50 = startYear + chance.whole(1, 12)
  return { kind: 'years', p10: p50 - chance.whole(0, 3), p50, p90: p50 + chance.whole(0, 6) }
}
