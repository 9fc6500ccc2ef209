import type { Ranking } from '../contract/ranking.ts'
import { criteria } from '../scans/method.ts'
import { criterionNames, raterScaleNames } from '../scans/names.ts'
import { count, listed } from './words.ts'

/** How the order was made, in about three lines. */
export function methodInWords({ scan, weights, minimumPanel, raterScale }: Ranking): string {
  const parts = criteria
    .filter((criterion) => weights[criterion] > 0)
    .map((criterion) => `${weights[criterion] / 100}% ${criterionNames[criterion].toLowerCase()}`)
  return [
    `Method: panel members said, first unseen by others, how much each technology would change their own service by ${scan.endYear}, from 1 to 9, and when.`,
    `The change score puts them in order: ${listed(parts)}; 60 is not twice 30. A technology is ranked once ${count(minimumPanel, 'panel member')} have answered on it.`,
    raterScale === 'adjusted' ? `${raterScaleNames.adjusted}.` : '',
    'A place lies in its range nine times in ten, given how much panel members differ and that weights are a choice; a new group starts where one stands above another with nine chances in ten.',
  ]
    .filter(Boolean)
    .join(' ')
}
