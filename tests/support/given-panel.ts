import { alphabetOf } from '../../api/ranking/order.ts'
import type { RankingInput } from '../../api/ranking/rank.ts'
import { tally } from '../../api/ranking/tally.ts'
import { AnswerLog } from '../../api/ratings/answer-log.ts'
import type { Answer, Arrival } from '../../api/ratings/rating.ts'
import { defaultMethod, type Horizon, type Method } from '../../api/scans/method.ts'

/** Answers by specialism, then by panel member. A specialism with nobody in it was asked and is silent. */
export type Asked = Record<string, Record<string, Answer>>

/** A scan's panel in literals: what decides the outcome of a test, and nothing else. */
export interface GivenPanel {
  /** Grouping by specialism, or grouping and headcount. */
  specialisms: Record<string, string | { grouping: string; headcount: number }>
  /** By id. The name is the id unless given; the readiness is 5. */
  technologies: Record<string, { name?: string; readiness?: number | null; asked: Asked }>
  /** What rounds 2, 3, … asked and heard, by technology. All are closed. */
  later?: Record<string, Asked>[]
  method?: Partial<Method>
  /** Who (panel members) has an interest in which technology. */
  interests?: Record<string, string[]>
  /** The newest round that counts; without it all do. */
  asOfRound?: number
}

export const horizon: Horizon = { startYear: 2026, years: 10 }

/** "Yes": how much, and when, which is a band, three calendar years, or null for "can't say". */
export function yes(impact: number, when: number | [number, number, number] | null = 1): Answer {
  return { stance: 'rated', impact, arrival: arrivalOf(when), reason: null }
}

function arrivalOf(when: number | [number, number, number] | null): Arrival {
  if (when === null) return { kind: 'cannot-say' }
  if (typeof when === 'number') return { kind: 'band', band: when }
  return { kind: 'years', p10: when[0], p50: when[1], p90: when[2] }
}

const without = (stance: Answer['stance']): Answer => ({ stance, impact: null, arrival: null, reason: null })
export const no = without('not-affected')
export const already = without('already')
export const cannotJudge = without('cannot-judge')
export const withdrawn = without('withdrawn')

export const givenPanel = (given: GivenPanel): RankingInput => givenLog(given).input

/** The same, with what it was counted from. */
export function givenLog(given: GivenPanel) {
  const method = { ...defaultMethod, ...given.method }
  const log = new AnswerLog(horizon.startYear)
  const specialisms = Object.entries(given.specialisms).map(([id, it]) =>
    typeof it === 'string' ? { id, grouping: it, headcount: null } : { id, ...it },
  )
  const candidates = Object.entries(given.technologies).map(([id, { name = id, readiness = 5 }]) => ({
    id,
    name,
    alphabet: alphabetOf(name),
    readiness,
  }))
  for (const { id } of specialisms) log.specialisms.numberOf(id)
  for (const { id } of candidates) log.technologies.numberOf(id)

  const rounds = [mapValues(given.technologies, ({ asked }) => asked), ...(given.later ?? [])]
  const firstRounds = new Map<string, { technology: string; specialism: string; round: number }>()
  rounds.forEach((technologies, i) => {
    for (const [technology, asked] of Object.entries(technologies))
      for (const [specialism, answers] of Object.entries(asked)) {
        const pair = { technology, specialism, round: i + 1 }
        const key = `${technology} ${specialism}`
        if (!firstRounds.has(key)) firstRounds.set(key, pair)
        for (const [panellist, answer] of Object.entries(answers)) log.append({ ...pair, panellist, ...answer })
      }
  })
  const pairs = [...firstRounds.values()]
  const asked = {
    technology: Uint32Array.from(pairs, (pair) => log.technologies.numberOf(pair.technology)),
    specialism: Uint16Array.from(pairs, (pair) => log.specialisms.numberOf(pair.specialism)),
    firstRound: Uint16Array.from(pairs, (pair) => pair.round),
  }
  const interests = new Map(Object.entries(mapValues(given.interests ?? {}, (names) => new Set(names))))
  const asOfRound = given.asOfRound ?? rounds.length
  const tallies = tally(log, asked, asOfRound, method, horizon, interests)
  const input: RankingInput = { tallies, candidates, specialisms, method, horizon }
  return { input, log, asOfRound, interests }
}

function mapValues<A, B>(record: Record<string, A>, of: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))
}
