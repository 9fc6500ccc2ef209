import type { FunnelGroup } from '../../api/contract/filtration.ts'
import { stages } from '../../api/filtration/stages.ts'
import { stageNames } from '../../api/filtration/words.ts'
import { NumberLink } from './NumberLink.tsx'

interface Props {
  groups: readonly FunnelGroup[]
  by: 'owner' | 'origin'
  heading: string
}

/** How many of each stage belong to whom, or came from where. */
export function GroupTable({ groups, by, heading }: Props) {
  if (groups.length === 0) return <p>Nothing came in.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label={heading} tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">{heading}, by stage</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col" className="offing-number">
                {stageNames[stage]}
              </th>
            ))}
            <th scope="col" className="offing-number">
              Of these wait
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, name, cameIn, waiting }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {stages.map((stage) => (
                <td key={stage} className="offing-number">
                  <NumberLink value={cameIn[stage]} asked={{ stage, [by]: key }} />
                </td>
              ))}
              <td className="offing-number">{waiting.toLocaleString('en-GB')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
