import type { ConsensusRule, Criterion, RaterScale } from './method.ts'

/** What parts of a method are called on pages and papers. */
export const criterionNames: Record<Criterion, string> = {
  impact: 'How much services change',
  reach: 'How widespread',
  imminence: 'How soon',
  readiness: 'Stage of development',
}

export const raterScaleNames: Record<RaterScale, string> = {
  raw: 'As given',
  adjusted: 'Allowing for strict and generous markers',
}

export const consensusNames: Record<ConsensusRule, string> = {
  disagreement: 'The RAND/UCLA test of disagreement',
  'modal-third': 'Enough answers in one third of the scale',
}
