import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { AskedTechnologies, AskedWhy, AskResponse, Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useWrite } from '../shared/use-write.ts'
import { count, listed } from '../shared/words.ts'
import { useAskedTechnologies } from './queries.ts'
import { roundName } from './summary.ts'
import { WholesAndParts } from './WholesAndParts.tsx'
import { WideTable } from './WideTable.tsx'

export const whyNames: Record<AskedWhy, string> = {
  shortlist: 'shortlist',
  disputed: 'disputed',
  saved: 'saved by a lead',
  asked: 'asked by the scan team',
}

/** What the round asks, by technology; before it opens, with ways to add and to take back. */
export function AskedSection({ scan, round }: { scan: Scan; round: Round }) {
  const may = useMay('rounds.prepare') && round.state === 'prepared' && !isPilot(round)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const tookBack = (what: string) => {
    setSaid(what)
    // Its row goes, and the button that was pressed with it.
    heading.current?.focus()
  }
  return (
    <section aria-labelledby="asked">
      <h2 className="nhsuk-heading-m offing-step-title" id="asked" tabIndex={-1} ref={heading}>
        What it asks
      </h2>
      <p role="status">{said}</p>
      {may && <AskAll scan={scan} round={round} onSaid={setSaid} />}
      <Loaded query={useAskedTechnologies(round)} what="what this round asks">
        {({ items }) =>
          items.length === 0 ? (
            <p>Nothing yet.</p>
          ) : (
            <>
              <WholesAndParts items={items} />
              <Shown round={round} items={items} onSaid={may ? tookBack : undefined} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

/** One press that fills a round from what there is. */
function AskAll({ scan, round, onSaid }: { scan: Scan; round: Round; onSaid: (said: string) => void }) {
  const { write, sending, state } = useWrite<AskResponse>()
  const changed = useScanChanged()
  const ask = async (all: 'in-registry' | 'in-scan') => {
    if (sending) return
    const url = link(paths.roundTechnologies, { round: round.id })
    const outcome = await write({ method: 'POST', url, body: { all } })
    if (outcome.kind === 'not-confirmed') return
    await changed()
    if (outcome.kind === 'refused') return onSaid(outcome.problem.detail)
    const { technologies, withoutPanel, leftOut } = outcome.value
    const nobody = withoutPanel.length > 0 ? ` Nobody is on the panel for ${listed(withoutPanel)}.` : ''
    const unsourced = leftOut.length > 0 ? ` Left out, having no dated source: ${listed(leftOut)}.` : ''
    onSaid(
      `${roundName(round)} now asks about ${count(technologies, 'technology', 'technologies')}.${nobody}${unsourced}`,
    )
  }
  const button = 'nhsuk-button nhsuk-button--small nhsuk-button--secondary'
  return (
    <>
      {state === 'not-confirmed' && <NotConfirmed />}
      <div className="offing-row offing-no-print">
        <button
          type="button"
          className={button}
          aria-disabled={sending || undefined}
          onClick={() => void ask('in-registry')}
        >
          Ask about all in the registry that may affect these specialisms
        </button>
        {scan.technologies > 0 && (
          <button
            type="button"
            className={button}
            aria-disabled={sending || undefined}
            onClick={() => void ask('in-scan')}
          >
            Ask about the {count(scan.technologies, 'technology', 'technologies')} of this scan
          </button>
        )}
      </div>
    </>
  )
}

/** So many say what kind of round it is; a longer list is shown whole by one press. */
const first = 25

function Shown({ items, ...props }: TableProps) {
  const { get, linkWith } = useAddress()
  const shown = get('asked') === 'all' ? items : items.slice(0, first)
  return (
    <>
      <Table items={shown} total={items.length} {...props} />
      {shown.length < items.length && (
        <p className="offing-no-print">
          <Link to={linkWith({ asked: 'all' })} preventScrollReset>
            Show all {count(items.length, 'technology', 'technologies')}
          </Link>
        </p>
      )}
    </>
  )
}

interface TableProps {
  round: Round
  items: AskedTechnologies['items']
  onSaid: ((said: string) => void) | undefined
}

function Table({ round, items, total, onSaid }: TableProps & { total: number }) {
  return (
    <WideTable label="Technologies asked">
      <table className="offing-table">
        <caption>
          {count(total, 'technology', 'technologies')}
          {items.length < total && `, of which the first ${items.length}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Technology</th>
            <th scope="col">Why</th>
            <th scope="col">Specialisms</th>
            <th scope="col" className="offing-number">
              People
            </th>
            {onSaid && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {items.map(({ technology, why, specialisms, panellists, noted }) => (
            <tr key={technology.id}>
              <th scope="row">
                <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link>
                {noted && <span className="offing-quiet"> discussion noted</span>}
              </th>
              <td>{listed(why.map((one) => whyNames[one]))}</td>
              <td>{specialisms.map(({ name }) => name).join(', ')}</td>
              <td className="offing-number">{panellists}</td>
              {onSaid && (
                <td>
                  <TakeBack round={round} technology={technology} onSaid={onSaid} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

interface TakeBackProps {
  round: Round
  technology: { slug: string; name: string }
  onSaid: (said: string) => void
}

function TakeBack({ round, technology, onSaid }: TakeBackProps) {
  const { write, sending } = useWrite<Round>()
  const changed = useScanChanged()
  const takeBack = async () => {
    if (sending) return
    const url = link(paths.roundTechnology, { round: round.id, technology: technology.slug })
    const outcome = await write({ method: 'DELETE', url })
    if (outcome.kind === 'saved') onSaid(`${roundName(round)} no longer asks about ${technology.name}.`)
    else if (outcome.kind === 'refused') onSaid(outcome.problem.detail)
    else onSaid('Not confirmed: the server did not answer. You can safely try again.')
    await changed()
  }
  return (
    <button type="button" className="offing-link-button" onClick={() => void takeBack()}>
      Take back<span className="nhsuk-u-visually-hidden"> {technology.name}</span>
    </button>
  )
}
