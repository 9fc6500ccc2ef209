import './score.scss'
import { type Criterion, criteria } from '../../api/scans/method.ts'
import { criterionNames } from './words.ts'

/** The parts of a score as lengths, always in the same order; the numbers stand elsewhere, so it is hidden from speech. */
export function ScoreBar({ contributions }: { contributions: Record<Criterion, number> }) {
  return (
    <span className="offing-score-bar" aria-hidden="true">
      {criteria.map((criterion) => (
        <span
          key={criterion}
          className={`offing-score-part offing-score-part--${criterion}`}
          style={{ width: `${contributions[criterion]}%` }}
        />
      ))}
    </span>
  )
}

/** What the parts of the bars are, in the order in which they stand. */
export function ScoreKey() {
  return (
    <p className="offing-score-key offing-quiet">
      <span>The bar, from the left: </span>
      {criteria.map((criterion) => (
        <span key={criterion}>
          <span className={`offing-score-part offing-score-part--${criterion}`} aria-hidden="true" />{' '}
          {criterionNames[criterion].toLowerCase()}
        </span>
      ))}
    </p>
  )
}
