import type { ConsensusRule, RaterScale } from '../../../api/scans/method.ts'

/** What each choice in a method means, in a sentence that somebody who chooses and somebody who reads both understand. */
export const raterScaleMeans: Record<RaterScale, string> = {
  raw: 'Every answer counts as it was given.',
  adjusted:
    'Some people mark high and some low. How much each panel member does so is estimated from all their answers and taken off, and the result is kept between 1 and 9. Somebody who answered little hardly moves. Where a specialism has one panel member, nobody can tell a high marker from a service that changes much.',
}

export { consensusNames } from '../../../api/scans/names.ts'

export function consensusMeans(rule: ConsensusRule, threshold: number): string {
  return rule === 'disagreement'
    ? 'The panel of a specialism disagrees about a technology if its answers are spread more widely than the RAND/UCLA Appropriateness Method allows (the range from the 30th to the 70th percentile, against one that depends on how far the answers lie from the middle of the scale); otherwise it agrees. About when, it disagrees if its middle does not fit into two neighbouring spans of years.'
    : `The panel of a specialism agrees about a technology if at least ${threshold}% of its answers fall into the same third of the scale: 1 to 3, 4 to 6 or 7 to 9; about when, into one span of years.`
}

export const interestsMean = (leaveOut: boolean) =>
  leaveOut
    ? 'Answers on a technology in which their giver has declared an interest are left out of every figure. What had been declared when a round closed decides.'
    : 'Answers count whether or not their giver has declared an interest in the technology.'
