import { lazy } from 'react'
import type { RankedTechnology, Standing } from '../../../api/contract/ranking.ts'
import type { Milestone } from '../../../api/contract/technologies.ts'
import { enoughForSpread } from '../../../api/ranking/median-year.ts'
import type { BarOf } from '../../shared/charts/Bars.tsx'
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx'
import { bandLabel, count, listed, milestoneNames } from '../../shared/words.ts'

const Bars = lazy(() => import('../../shared/charts/Bars.tsx'))

interface Props {
  standing: Standing
  ranked: RankedTechnology
  milestone: Milestone
}

/** When the panel expects it: the middle guess, how early and late it could be, and how the answers fall. */
export function Arrival({ standing, ranked, milestone }: Props) {
  const bars = barsOf(standing)
  return (
    <section className="offing-section" aria-labelledby="arrival">
      <h2 className="nhsuk-heading-m" id="arrival">
        When it is expected
      </h2>
      <p className="offing-quiet offing-measure">The panel was asked when {milestoneNames[milestone]}.</p>
      <Guess years={ranked.years} />
      {bars ? (
        <ChartFigure says={sentence(bars)} chart={<Bars bars={bars} />} table={<ArrivalTable bars={bars} />} />
      ) : (
        <p className="offing-measure">
          {count(ranked.years.answers, 'answer says', 'answers say')} when. How they fall over the years is shown from{' '}
          {enoughForSpread} answers up.
        </p>
      )}
    </section>
  )
}

function Guess({ years: { middle, early, late } }: Pick<RankedTechnology, 'years'>) {
  return (
    <dl className="offing-guess">
      <div>
        <dt>Middle guess</dt>
        <dd>{middle}</dd>
      </div>
      {early !== null && late !== null && (
        <>
          <div>
            <dt>Could be as early as</dt>
            <dd>{early}</dd>
          </div>
          <div>
            <dt>Could be as late as</dt>
            <dd>{late}</dd>
          </div>
        </>
      )}
    </dl>
  )
}

function barsOf({ byBand, bands }: Standing): BarOf[] | null {
  return byBand && bands.map((band) => ({ name: bandLabel(band), value: byBand[band.index] ?? 0 }))
}

function sentence(bars: BarOf[]): string {
  return `Answers by years: ${listed(bars.map(({ name, value }) => `${name}, ${count(value, 'answer')}`))}.`
}

function ArrivalTable({ bars }: { bars: BarOf[] }) {
  return (
    <table className="offing-table">
      <caption className="nhsuk-u-visually-hidden">How the answers fall over the years</caption>
      <thead>
        <tr>
          <th scope="col">Years</th>
          <th scope="col" className="offing-number">
            Answers
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="offing-number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
