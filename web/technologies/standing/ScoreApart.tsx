import { Fragment } from 'react'
import type { RankedTechnology, Standing } from '../../../api/contract/ranking.ts'
import { criteria } from '../../../api/scans/method.ts'
import { wholePoints, wholeScore } from '../../shared/points.ts'
import { ScoreBar } from '../../shared/ScoreBar.tsx'
import { criterionNames } from '../../shared/words.ts'
import type { Placed } from './placed.ts'
import { answeredInWords, percent } from './words.ts'

interface Props {
  standing: Standing
  ranked: RankedTechnology
  technology: Placed
}

/** The score as a bar and as a sum: what each criterion adds, and from what answer. */
export function ScoreApart({ standing, ranked, technology }: Props) {
  return (
    <section className="offing-section" aria-labelledby="score">
      <h2 className="nhsuk-heading-m" id="score">
        The score taken apart
      </h2>
      <div className="offing-apart__bar">
        <ScoreBar contributions={ranked.contributions} />
        <p className="offing-apart__scale" aria-hidden="true">
          <span>0</span>
          <span>100</span>
        </p>
      </div>
      <ScoreTable standing={standing} ranked={ranked} technology={technology} />
    </section>
  )
}

function ScoreTable({ standing, ranked, technology }: Props) {
  const points = wholePoints(ranked.contributions)
  const words = answeredInWords(standing, ranked, technology)
  return (
    <table className="offing-table offing-apart">
      <caption>
        {criteria.map((criterion, i) => (
          <Fragment key={criterion}>
            {i > 0 && ' + '}
            {points[criterion]}
          </Fragment>
        ))}{' '}
        = {wholeScore(ranked.score)} points
      </caption>
      <thead>
        <tr>
          <th scope="col">Criterion, and how it was answered</th>
          <th scope="col" className="offing-number">
            Weight
          </th>
          <th scope="col" className="offing-number">
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion}>
            <th scope="row">
              <span className={`offing-score-part offing-score-part--${criterion}`} aria-hidden="true" />{' '}
              {criterionNames[criterion]}
              <span className="offing-apart__words">{words[criterion]}</span>
            </th>
            <td className="offing-number">{percent(standing.shares[criterion])}</td>
            <td className="offing-number">{points[criterion]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Change score</th>
          <td className="offing-number">100%</td>
          <td className="offing-number">{wholeScore(ranked.score)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
