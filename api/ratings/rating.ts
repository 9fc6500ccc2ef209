/** Does this affect your service? Only `cannot-judge` is not an answer; `withdrawn` takes an answer back. */
export const stances = ['rated', 'not-affected', 'already', 'cannot-judge', 'withdrawn'] as const
export type Stance = (typeof stances)[number]

/** When the milestone will be reached in services like the panellist's own. Years are calendar years. */
export type Arrival =
  | { kind: 'band'; band: number }
  | { kind: 'years'; p10: number; p50: number; p90: number }
  | { kind: 'cannot-say' }

/** What a panellist says of one technology for one specialism. Impact (1–9) and arrival belong to `rated` alone. */
export interface Answer {
  stance: Stance
  impact: number | null
  arrival: Arrival | null
  reason: string | null
}

/** One version of an answer as the registry keeps it: each change adds a version, none is overwritten. */
export interface Rating extends Answer {
  round: string
  technology: string
  specialism: string
  version: number
  recordedAt: string
  /** Typed in by the scan team from paper. */
  typed: boolean
}

export const impactScale = { from: 1, to: 9 } as const
/** A year may lie from ten before the start of the scan to fifty after it. */
export const yearsFromStart = { from: -10, to: 50 } as const

/** Whether two answers say the same, whatever their versions. */
export function saysTheSame(a: Answer, b: Answer): boolean {
  return (
    a.stance === b.stance &&
    a.impact === b.impact &&
    a.reason === b.reason &&
    JSON.stringify(a.arrival) === JSON.stringify(b.arrival)
  )
}

export interface AnswerProblem {
  pointer: string
  detail: string
}

/** What is wrong with an answer beyond its shape, given the scan's start and what the round asks; empty when sound. */
export function problemsOfAnswer(answer: Answer, round: { startYear: number; asksYears: boolean }): AnswerProblem[] {
  if (answer.stance !== 'rated') {
    return [
      ...(answer.impact === null ? [] : [refuse('/impact', 'Impact belongs to an answer of Yes only.', answer.impact)]),
      ...(answer.arrival === null
        ? []
        : [refuse('/arrival', 'A year belongs to an answer of Yes only.', answer.arrival)]),
    ]
  }
  return [
    ...(answer.impact === null
      ? [refuse('/impact', 'Say how much it would change your service, from 1 to 9.', null)]
      : []),
    ...(answer.arrival === null ? [refuse('/arrival', 'Say when, or choose “I can’t say”.', null)] : []),
    ...(answer.arrival?.kind === 'years' ? problemsOfYears(answer.arrival, round) : []),
  ]
}

function problemsOfYears(
  years: { p10: number; p50: number; p90: number },
  round: { startYear: number; asksYears: boolean },
): AnswerProblem[] {
  if (!round.asksYears) return [refuse('/arrival', 'This round asks for a span of years, not for three years.', years)]
  const from = round.startYear + yearsFromStart.from
  const to = round.startYear + yearsFromStart.to
  const outside = (['p10', 'p50', 'p90'] as const)
    .filter((name) => years[name] < from || years[name] > to)
    .map((name) => refuse(`/arrival/${name}`, `The year must be from ${from} to ${to}.`, years[name]))
  const inOrder = years.p10 <= years.p50 && years.p50 <= years.p90
  return inOrder ? outside : [...outside, refuse('/arrival', 'The years must run: early, middle, late.', years)]
}

function refuse(pointer: string, detail: string, sent: unknown): AnswerProblem {
  return { pointer, detail: `${detail} You sent ${JSON.stringify(sent)}.` }
}
