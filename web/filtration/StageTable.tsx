import type { Funnel, FunnelStage } from '../../api/contract/filtration.ts'
import type { Fate, ParkedFor } from '../../api/filtration/stages.ts'
import { stageNames } from '../../api/filtration/words.ts'
import { NumberLink } from './NumberLink.tsx'
import { fateName, reasonName } from './words.ts'

/** Each stage with what came in, what went on, what left and why, and what waits; every number leads to its list. */
export function StageTable({ funnel: { stages, ended } }: { funnel: Funnel }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label="What became of it" tabIndex={0}>
      <table className="offing-table offing-stages">
        <caption className="nhsuk-u-visually-hidden">What came in at each stage, and what became of it</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col" className="offing-number">
              Came in
            </th>
            <th scope="col" className="offing-number">
              Went on
            </th>
            <th scope="col">Left</th>
            <th scope="col">Waits</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageRow key={stage.stage} stage={stage} ended={ended} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StageRow({ stage: row, ended }: { stage: FunnelStage; ended: boolean }) {
  const { stage, cameIn, wentOn, adopted, parked, notAsked, waiting } = row
  const number = (value: number, fate?: Fate, reason?: ParkedFor) => (
    <NumberLink value={value} asked={{ stage, fate, reason }} />
  )
  const hasLeft = adopted + notAsked + parked.length > 0
  return (
    <tr>
      <th scope="row">{stageNames[stage]}</th>
      <td className="offing-number">{number(cameIn)}</td>
      <td className="offing-number">{stage === 'in-edition' ? '–' : number(wentOn, 'went-on')}</td>
      <td>
        {hasLeft ? (
          <ul className="offing-stages__left">
            {adopted > 0 && (
              <li>
                {number(adopted, 'adopted')} {fateName('adopted', stage).toLowerCase()}
              </li>
            )}
            {parked.map(({ reason, count }) => (
              <li key={reason}>
                {number(count, 'parked', reason)} {fateName('parked', stage).toLowerCase()}:{' '}
                {reasonName(reason).toLowerCase()}
              </li>
            ))}
            {notAsked > 0 && (
              <li>
                {number(notAsked, 'not-asked')} {fateName('not-asked', stage).toLowerCase()}
              </li>
            )}
          </ul>
        ) : (
          'Nothing'
        )}
      </td>
      <td>
        {stage === 'candidate' && ended ? (
          'Nothing'
        ) : (
          <>
            {number(waiting, 'waiting')} {fateName('waiting', stage).toLowerCase()}
          </>
        )}
      </td>
    </tr>
  )
}
