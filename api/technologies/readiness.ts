export const kinds = ['diagnostic', 'device', 'software', 'therapy', 'service'] as const
export type Kind = (typeof kinds)[number]

/** Technology readiness level: 1, an idea, to 9, in use at several sites. */
export const readinessScale = { from: 1, to: 9 } as const

type Stages = readonly [string, string, string, string, string, string, string, string, string]

/** The nine levels in the words of each kind of technology: each says what has been done, so that it can be checked. */
const stages: Record<Kind, Stages> = {
  diagnostic: [
    'an idea from basic research',
    'a test described on paper',
    'shown to work in principle in a laboratory',
    'tried on stored samples in one laboratory',
    'tried on samples as they come from patients',
    'tested beside the usual test, without affecting care',
    'tested at one clinical site',
    'approved, and first used in routine care',
    'validated and used at several sites',
  ],
  device: [
    'an idea from basic research',
    'a device described on paper',
    'shown to work in principle on the bench',
    'a prototype that works in a laboratory',
    'a prototype that works in a setting like a clinic',
    'tried with a few people',
    'tested at one clinical site',
    'approved, and first used in routine care',
    'used routinely at several sites',
  ],
  software: [
    'an idea from basic research',
    'a method described on paper',
    'shown to work in principle on prepared data',
    'tested on past data from one place',
    'tested on past data from several places',
    'run beside practice, without affecting care',
    'tested at one clinical site',
    'approved, and first used in routine care',
    'used routinely at several sites',
  ],
  therapy: [
    'an idea from basic research',
    'a treatment described on paper',
    'shown to work in principle in cells',
    'shown to work in animals',
    'ready for a first trial in people',
    'tested for safety in a few people',
    'tested for benefit in patients',
    'approved after large trials, and first used in routine care',
    'used routinely at several sites',
  ],
  service: [
    'an idea',
    'a way of working described on paper',
    'parts of it tried out by staff',
    'all of it tried out in a simulation',
    'tried with a few patients and staff',
    'piloted by one team',
    'tested at one clinical site',
    'adopted and evaluated at one site',
    'used routinely at several sites',
  ],
}

/** All nine stages of a kind, first to last. */
export const stagesOf = (kind: Kind): Stages => stages[kind]

/** What a readiness of 1 to 9 means for this kind of technology: "tested at one clinical site". */
export function stageOf(kind: Kind, level: number): string {
  const stage = stages[kind][level - 1]
  if (stage === undefined) throw new RangeError(`Readiness must be a whole number from 1 to 9. It is ${level}.`)
  return stage
}

/** "tested at one clinical site (7 of 9)". */
export function stageWithLevel(kind: Kind, level: number): string {
  return `${stageOf(kind, level)} (${level} of ${readinessScale.to})`
}
