import type { HeldScan } from '../ranking/held-scan.ts'
import { arrivalCode, stanceNumber } from '../ratings/answer-log.ts'
import { type Arrival, type Stance, stances } from '../ratings/rating.ts'
import type { FrozenAnswer, FrozenPair } from './frozen.ts'

/**
 * The pairs asked up to a closed round, in the order of the arithmetic, with each panel member's latest answer on them up to that
 * round: what the ranking as of it is made from, and no more. Withdrawn answers are left out with all that they replaced.
 */
export function freezePairs(held: HeldScan, round: number, pseudonymOf: (panellist: string) => string): FrozenPair[] {
  const { log } = held
  const { pairStart, pairs, technologies } = held.talliesAsOf(round)
  const answersOf = latestAnswers(held, round, pseudonymOf)
  const frozen: FrozenPair[] = []
  for (let k = 0; k < technologies; k++)
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) {
      const s = pairs.specialism[p]!
      const answers = answersOf.get(keyOf(k, s)) ?? []
      frozen.push({ n: p, technology: log.technologies.ids[k]!, specialism: log.specialisms.ids[s]!, answers })
    }
  return frozen
}

/** By pair, in the order of writing. */
function latestAnswers(held: HeldScan, round: number, pseudonymOf: (panellist: string) => string) {
  const { log } = held
  const latest = new Map<string, number>()
  for (let i = 0; i < log.length; i++) {
    if (log.round[i]! > round) continue
    const key = `${keyOf(log.technology[i]!, log.specialism[i]!)} ${log.panellist[i]}`
    // Deleted first, so that the order is that of the latest ones.
    latest.delete(key)
    latest.set(key, i)
  }
  const byPair = new Map<number, FrozenAnswer[]>()
  for (const i of latest.values()) {
    if (log.stance[i] === stanceNumber.withdrawn) continue
    const key = keyOf(log.technology[i]!, log.specialism[i]!)
    byPair.set(key, [...(byPair.get(key) ?? []), answerAt(held, i, pseudonymOf)])
  }
  return byPair
}

const keyOf = (technology: number, specialism: number) => technology * 65_536 + specialism

function answerAt({ log }: HeldScan, i: number, pseudonymOf: (panellist: string) => string): FrozenAnswer {
  const stance: Stance = stances[log.stance[i]!]!
  return {
    by: pseudonymOf(log.panellists.ids[log.panellist[i]!]!),
    stance,
    impact: stance === 'rated' ? log.impact[i]! : null,
    arrival: stance === 'rated' ? arrivalAt(log, i) : null,
    typist: log.typist[i]!,
  }
}

function arrivalAt(log: HeldScan['log'], i: number): Arrival | null {
  const code = log.arrival[i]!
  if (code === arrivalCode.none) return null
  if (code === arrivalCode.cannotSay) return { kind: 'cannot-say' }
  if (code !== arrivalCode.years) return { kind: 'band', band: code }
  const year = (after: number) => log.startYear + after
  return { kind: 'years', p10: year(log.p10[i]!), p50: year(log.p50[i]!), p90: year(log.p90[i]!) }
}
