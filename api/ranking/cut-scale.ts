import { impactScale } from '../ratings/rating.ts'
import { exp } from './arithmetic.ts'

/** Standard normal, in steps of a 32nd: where it stands, and how much of it. */
const steps = Float64Array.from({ length: 257 }, (_, i) => (i - 128) / 32)
const weights = steps.map((z) => exp(-0.5 * z * z))
const whole = weights.reduce((sum, weight) => sum + weight, 0)

/** Far more than needed: each brings mean and variance closer to what was answered. */
const rounds = 40
/** However much is cut, variances are not taken for more than twice of what they seem. */
const mostStretch = 2

/**
 * How many times as large the variances of what people think are as those of what they answer, since nobody can answer beyond the ends
 * of the scale. What they think is taken as normal, then rounded and cut, with the mean and variance of these answers. Covariances
 * shrink by the square of how steeply answers rise with thoughts on average (the first term of the series of H. O. Lancaster,
 * Biometrika 44, 1957); the residue, which shrinks a little less, is taken alike.
 */
export function stretchOf(answers: Float64Array): number {
  const { mean, variance } = momentsOf(answers)
  if (!(variance > 0)) return 1
  const thought = { mean, variance }
  let slope = 1
  for (let round = 0; round < rounds; round++) {
    const cut = cutMoments(thought.mean, Math.sqrt(thought.variance))
    slope = cut.slope
    thought.mean += mean - cut.mean
    thought.variance *= variance / cut.variance
    if (!(slope * slope * mostStretch > 1)) return mostStretch
  }
  return Math.max(1, 1 / (slope * slope))
}

function momentsOf(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length }
}

/** Of answers by people who think so: mean and variance, and how steeply they rise with what is thought. */
function cutMoments(mean: number, deviation: number) {
  const { from, to } = impactScale
  let [sum, squares, rise] = [0, 0, 0]
  for (let i = 0; i < steps.length; i++) {
    const answer = Math.min(to, Math.max(from, Math.floor(mean + deviation * steps[i]! + 0.5)))
    rise += weights[i]! * steps[i]! * answer
    sum += weights[i]! * answer
    squares += weights[i]! * answer * answer
  }
  const average = sum / whole
  return { mean: average, variance: squares / whole - average * average, slope: rise / whole / deviation }
}
