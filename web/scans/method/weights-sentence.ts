import { criteria, type Weights } from '../../../api/scans/method.ts'
import { criterionNames, listed } from '../../shared/words.ts'
import { percentOf } from './percent.ts'

/** "Weights: how much services change 60%, how widespread 20%, …" */
export function weightsSentence(weights: Weights): string {
  const parts = criteria.map(
    (criterion) => `${criterionNames[criterion].toLowerCase()} ${percentOf(weights[criterion])}%`,
  )
  return `Weights: ${listed(parts)}.`
}
