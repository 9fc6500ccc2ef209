import type { ReasonKind } from './suggest.ts'

/** What the team did with signals before: how many it linked and dismissed, and by how much each word that tells something moves the log odds. */
export interface Experience {
  linked: number
  dismissed: number
  weights: ReadonlyMap<string, number>
}

const { log, max, min, abs, exp, round } = Math

/** A word tells something once it stood in so many titles that were dealt with. */
const leastSeen = 3
const mostWords = 5
/** No single word makes the odds more than some four times better or worse. */
const mostOfOneWord = 1.4

export function experienceOf(triaged: readonly { title: readonly string[]; isLinked: boolean }[]): Experience {
  const words = new Map<string, { linked: number; dismissed: number }>()
  const totals = { linked: 0, dismissed: 0 }
  for (const { title, isLinked } of triaged) {
    const became = isLinked ? 'linked' : 'dismissed'
    totals[became]++
    for (const word of new Set(title)) {
      const counts = words.get(word) ?? { linked: 0, dismissed: 0 }
      counts[became]++
      words.set(word, counts)
    }
  }
  return { ...totals, weights: new Map([...words].flatMap(([word, seen]) => weightOf(word, seen, totals))) }
}

type Counts = Pick<Experience, 'linked' | 'dismissed'>

function weightOf(word: string, seen: Counts, all: Counts): [string, number][] {
  if (seen.linked + seen.dismissed < leastSeen) return []
  const ratio = log((seen.linked + 1) / (all.linked + 2)) - log((seen.dismissed + 1) / (all.dismissed + 2))
  return ratio === 0 ? [] : [[word, max(-mostOfOneWord, min(mostOfOneWord, ratio))]]
}

export interface Likelihood {
  /** Natural logarithm of the odds that the signal is of use. */
  logOdds: number
  /** Words of its title that were in linked signals rather than in dismissed ones, and the reverse; the strongest first. */
  speakFor: string[]
  speakAgainst: string[]
}

/** By how much each of these makes the odds better; only the best of them counts. */
const odds: Partial<Record<ReasonKind, number>> = {
  about: 20,
  identifier: 20,
  'title-name': 8,
  'title-alias': 8,
  'text-name': 3,
  'text-alias': 3,
}

/**
 * How likely a signal is to be of use to the team, as odds that can be said in words. They begin at the share of signals that the team linked
 * before. Each word of the title that the team has met in three or more titles makes them better or worse by how much more often it stood in
 * linked signals than in dismissed ones (naive Bayes with one added to each count; the five words that tell most, each held to four times).
 * Naming a technology makes them better too: eight times in its title, three times in its text, twenty times by a registration number or
 * because the signal was sent about it. `holds` are the kinds of reason that were found. It is for putting in order, and nothing follows from it.
 */
export function likelihoodOf(
  title: readonly string[],
  holds: readonly ReasonKind[],
  experience: Experience,
): Likelihood {
  const { linked, dismissed, weights } = experience
  const telling: { word: string; weight: number }[] = []
  for (const [i, word] of title.entries()) {
    const weight = weights.get(word)
    if (weight !== undefined && title.indexOf(word) === i) telling.push({ word, weight })
  }
  telling.sort((a, b) => abs(b.weight) - abs(a.weight) || (a.word < b.word ? -1 : 1))
  telling.length = min(telling.length, mostWords)
  const base = log((linked + 1) / (dismissed + 1))
  const named = log(max(1, ...holds.map((kind) => odds[kind] ?? 1)))
  return {
    logOdds: base + named + telling.reduce((sum, { weight }) => sum + weight, 0),
    speakFor: telling.filter(({ weight }) => weight > 0).map(({ word }) => word),
    speakAgainst: telling.filter(({ weight }) => weight < 0).map(({ word }) => word),
  }
}

/** Odds as hundredths, never quite none or all. */
export function percentOf(logOdds: number): number {
  return max(1, min(99, round(100 / (1 + exp(-logOdds)))))
}

/** What the team's own experience says of a signal, in sentences. */
export function sentencesOf({ speakFor, speakAgainst }: Likelihood): string[] {
  return [
    ...(speakFor.length > 0 ? [`Words that you linked before rather than dismissed: ${speakFor.join(', ')}.`] : []),
    ...(speakAgainst.length > 0
      ? [`Words that you dismissed before rather than linked: ${speakAgainst.join(', ')}.`]
      : []),
  ]
}
