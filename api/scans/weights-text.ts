import { criteria, type Weights, wholeWeight } from './method.ts'

/** Weights in basis points as an address holds them. */
export const weightsPattern = /^impact:\d{1,5},reach:\d{1,5},imminence:\d{1,5},readiness:\d{1,5}$/

/** Of a text that fits the pattern. */
export function weightsFrom(text: string): Weights {
  return Object.fromEntries(text.split(',').map((part) => [part.split(':')[0], Number(part.split(':')[1])])) as Weights
}

/** `impact:6000,reach:2000,imminence:1000,readiness:1000`. */
export function textOfWeights(weights: Weights): string {
  return criteria.map((criterion) => `${criterion}:${weights[criterion]}`).join()
}

/** The weights of an address; null where they are none, or do not add up. */
export function weightsIn(text: string): Weights | null {
  if (!weightsPattern.test(text)) return null
  const weights = weightsFrom(text)
  return sumOfWeights(weights) === wholeWeight ? weights : null
}

export function sumOfWeights(weights: Weights): number {
  return criteria.reduce((sum, criterion) => sum + weights[criterion], 0)
}
