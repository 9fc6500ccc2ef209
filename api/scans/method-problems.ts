import { criteria, fewestShown, type Horizon, type Method, wholeWeight } from './method.ts'

/** One thing that is wrong with a method, by the name of its parameter. */
export interface MethodProblem {
  parameter: keyof Method
  detail: string
}

/** What is wrong with a method, each problem naming its parameter; empty when it can work. */
export function problemsOfMethod(method: Method, horizon: Horizon): MethodProblem[] {
  return [...problemsOfWeights(method), ...problemsOfBands(method, horizon), ...problemsOfMinima(method)]
}

function problemsOfWeights({ weights, reachFull }: Method): MethodProblem[] {
  const problems: MethodProblem[] = []
  const refuse = (parameter: keyof Method, detail: string) => problems.push({ parameter, detail })
  const sum = criteria.reduce((total, criterion) => total + weights[criterion], 0)
  if (sum !== wholeWeight) refuse('weights', `Weights must sum to ${wholeWeight} basis points. They sum to ${sum}.`)
  else if (criteria.some((criterion) => !isWhole(weights[criterion], 0, wholeWeight)))
    refuse('weights', 'Each weight must be a whole number of basis points from 0 to 10,000.')
  // With one specialism in view reach carries no weight, and readiness is set by the scan team.
  else if (weights.impact === 0 && weights.imminence === 0)
    refuse(
      'weights',
      'Impact or imminence must carry some weight: without them, no answer would count where one specialism is shown by itself.',
    )
  if (!(reachFull > 0 && reachFull <= 1))
    refuse('reachFull', 'reachFull must be above 0 and at most 1: beyond that, no technology could reach it.')
  return problems
}

function problemsOfBands({ bandEnds, afterYears }: Method, horizon: Horizon): MethodProblem[] {
  const problems: MethodProblem[] = []
  const refuse = (parameter: keyof Method, detail: string) => problems.push({ parameter, detail })
  const last = bandEnds[2]
  const rising = bandEnds.every((end, i) => isWhole(end, 0, 50) && end > (bandEnds[i - 1] ?? -1))
  if (!rising)
    refuse('bandEnds', `Band ends must be whole years that rise, so that bands do not overlap. ${saidOf(bandEnds)}`)
  else if (last > horizon.years)
    refuse(
      'bandEnds',
      `The last band must end within the horizon of ${horizon.years} years, or part of it could not be reached. ${saidOf(bandEnds)}`,
    )
  // "After" counts as no sooner than the end of the horizon, so nothing inside the horizon may belong to it.
  else if (last < horizon.years)
    refuse(
      'bandEnds',
      `The last band must end with the horizon of ${horizon.years} years: what is after it counts as not soon at all. ${saidOf(bandEnds)}`,
    )
  if (!isWhole(afterYears, 1, 40)) refuse('afterYears', 'afterYears must be a whole number of years from 1 to 40.')
  return problems
}

function problemsOfMinima(method: Method): MethodProblem[] {
  const problems: MethodProblem[] = []
  const refuse = (parameter: keyof Method, detail: string) => problems.push({ parameter, detail })
  // A figure of one is an answer, and of two each knows their own (design 4, rule 1).
  if (!isWhole(method.minimumShown, fewestShown, 100))
    refuse(
      'minimumShown',
      `minimumShown must be from ${fewestShown} to 100: from a figure of fewer people, one could work out another’s answer. You sent ${method.minimumShown}.`,
    )
  if (!(isWhole(method.minimumPanel, 1, 100) && method.minimumPanel >= method.minimumShown))
    refuse(
      'minimumPanel',
      'minimumPanel must be from 1 to 100 and not below minimumShown, or a rank would show too few.',
    )
  if (!isWhole(method.consensusThreshold, 51, 100))
    refuse('consensusThreshold', 'The consensus threshold must be from 51 to 100 per cent.')
  return problems
}

const saidOf = (ends: Method['bandEnds']) => `You sent ${ends.join(', ')}.`

function isWhole(value: number, from: number, to: number) {
  return Number.isInteger(value) && value >= from && value <= to
}
