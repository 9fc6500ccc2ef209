import '../scans/scans.scss'
import './rounds.scss'
import './discussion.scss'
import { Link, useParams } from 'react-router'
import type { Discussion } from '../../api/contract/panel-view.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { lastClosed } from '../../api/scans/round.ts'
import { useAddress } from '../shared/address.ts'
import { useScan } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import NotFound from '../shared/states/NotFound.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { DiscussionSheet } from './DiscussionSheet.tsx'
import { useDiscussion } from './queries.ts'

/** Sheets for the discussion between two rounds: one technology a page on paper, in black and white. */
export default function DiscussionPage() {
  const { scan = '', number = '' } = useParams()
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => {
        const round = value.rounds.find((one) => String(one.number) === number)
        return round ? <Whole scan={value} round={round} /> : <NotFound what="round" />
      }}
    </Loaded>
  )
}

function Whole({ scan, round }: { scan: Scan; round: Round }) {
  const title = `Discussion sheets for round ${round.number}`
  const last = lastClosed(scan.rounds)
  useTitle(title)
  return (
    <div className="offing-discussion">
      <div className="offing-no-print">
        <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
          {scan.name}
        </Link>
        <h1 className="nhsuk-heading-l">{title}</h1>
      </div>
      {last && round.state === 'closed' && round.id !== last.id ? (
        <Later scan={scan} last={last} />
      ) : round.state === 'closed' ? (
        <Sheets scan={scan} round={round} />
      ) : (
        <Empty title="This round has not closed yet">
          <p>While a round is open, its figures are shown to nobody.</p>
        </Empty>
      )}
    </div>
  )
}

/** What is discussed is how the panel stands now. */
function Later({ scan, last }: { scan: Scan; last: Round }) {
  return (
    <Empty title={`Round ${last.number} has closed since`}>
      <p>Its sheets hold everybody’s latest answers on what it asks, also those that were given earlier.</p>
      <p>
        <Link to={pageLink(pages.discussion, { scan: scan.slug, number: String(last.number) })}>
          Discussion sheets for round {last.number}
        </Link>
      </p>
    </Empty>
  )
}

/** Which technologies: those that the panel disagrees on, all, or those that the address names. */
function Sheets({ scan, round }: { scan: Scan; round: Round }) {
  const { all, get } = useAddress()
  const named = all('technology')
  return (
    <Loaded query={useDiscussion(round, named)} what="the round’s answers">
      {(discussion) => {
        const items =
          named.length > 0 || get('show') === 'all' ? discussion.items : discussion.items.filter((one) => one.disputed)
        return (
          <>
            <Which discussion={discussion} named={named.length > 0} />
            {items.length === 0 && (
              <Empty title="Nothing to discuss">
                <p>On no technology does the panel disagree as far as its answers may be shown.</p>
              </Empty>
            )}
            {items.map((item) => (
              <DiscussionSheet key={item.technology.id} scan={scan} round={round} item={item} />
            ))}
          </>
        )
      }}
    </Loaded>
  )
}

function Which({ discussion, named }: { discussion: Discussion; named: boolean }) {
  const { get, linkWith } = useAddress()
  const shown = named ? 'named' : get('show') === 'all' ? 'all' : 'disputed'
  const disputed = discussion.items.filter((one) => one.disputed).length
  const link = (value: string, text: string) => (
    <Link
      className="offing-chip"
      to={linkWith({ show: value === 'all' ? 'all' : null, technology: null })}
      aria-current={shown === value ? 'true' : undefined}
    >
      {text}
    </Link>
  )
  return (
    <div className="offing-no-print">
      <p className="nhsuk-u-reading-width">
        One sheet a technology, without a name beside any answer. Notes that you keep here are shown with the item in
        the next round.
      </p>
      <nav className="offing-row" aria-label="Which technologies">
        {!named && link('disputed', `Worth discussing (${disputed})`)}
        {named
          ? link('all', 'All technologies')
          : link('all', `All (${count(discussion.total, 'technology', 'technologies')})`)}
        {(shown !== 'disputed' || disputed > 0) && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            onClick={() => window.print()}
          >
            Print the sheets
          </button>
        )}
      </nav>
    </div>
  )
}
