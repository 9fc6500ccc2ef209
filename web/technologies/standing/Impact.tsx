import { lazy } from 'react'
import type { SpecialismStanding, Standing } from '../../../api/contract/ranking.ts'
import type { BarOf } from '../../shared/charts/Bars.tsx'
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx'
import { listed } from '../../shared/words.ts'
import { ImpactTable } from './ImpactTable.tsx'
import { oneDecimal, whyWithheld } from './words.ts'

const Bars = lazy(() => import('../../shared/charts/Bars.tsx'))

const thirds = [0, 3, 6, 9]

/** With fewer bars to be seen a table says it better. */
const fewestBars = 2

/** How much it would change each specialism of the lens, where its figures may be shown. */
export function Impact({ standing }: { standing: Standing }) {
  const rows = standing.specialisms.filter((one) => one.inLens)
  if (rows.length === 0) return null
  const shown = rows.flatMap(({ name, meanImpact }) => (meanImpact === null ? [] : [{ name, value: meanImpact }]))
  const table = <ImpactTable rows={rows} />
  return (
    <section className="offing-section" aria-labelledby="impact">
      <h2 className="nhsuk-heading-m" id="impact">
        How much it would change each specialism
      </h2>
      <p className="offing-quiet offing-measure">
        Mean answer by {standing.scan.endYear}, “no change” counted as 0. From 1 to 3: a few tasks. From 4 to 6: some
        roles, rooms or equipment. From 7 to 9: the service would be organised or staffed differently. For better or
        worse alike.
      </p>
      {shown.filter(({ value }) => value > 0).length >= fewestBars ? (
        <ChartFigure says={sentence(shown)} chart={<Bars bars={shown} ticks={thirds} decimals={1} />} table={table} />
      ) : (
        table
      )}
      <NotShown rows={rows} minimumShown={standing.minimumShown} />
    </section>
  )
}

function sentence(shown: BarOf[]) {
  return `Mean change from 0 to 9: ${listed(shown.map(({ name, value }) => `${name} ${oneDecimal(value)}`))}.`
}

function NotShown({ rows, minimumShown }: { rows: SpecialismStanding[]; minimumShown: number }) {
  const withheld = rows.filter((one) => one.withheld).map((one) => one.name)
  const silent = rows.filter((one) => one.answers === 0 && !one.withheld).map((one) => one.name)
  const unable = rows.reduce((sum, one) => sum + (one.cannotJudge ?? 0), 0)
  return (
    <ul className="nhsuk-list nhsuk-list--bullet offing-notes">
      {withheld.length > 0 && (
        <li>
          {listed(withheld)}: {whyWithheld(minimumShown)}.
        </li>
      )}
      {silent.length > 0 && <li>{listed(silent)}: no answer.</li>}
      {unable > 0 && <li>“I can’t judge this” was said {times(unable)}. It does not count as an answer.</li>}
    </ul>
  )
}

const times = (number: number) => (number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`)
