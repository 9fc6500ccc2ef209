import '../filtration.scss'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { OutsideList, OutsideMatched } from '../../../api/contract/outside-lists.ts'
import { link, pages, paths } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import type { Tagged } from '../../shared/api-client.ts'
import { keys } from '../../shared/queries.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { useWrite } from '../../shared/use-write.ts'
import { count, dateLabel } from '../../shared/words.ts'
import { WorkbenchTabs } from '../../shared/workbench/WorkbenchTabs.tsx'
import { ForScanTeam } from '../ForScanTeam.tsx'
import { Items } from './Items.tsx'
import { Progress } from './Progress.tsx'
import { useOutsideList } from './queries.ts'

/** One outside list: what of it is here, what is left out and why, and what waits for somebody. */
export default function OutsideListPage() {
  const { list = '' } = useParams()
  return (
    <ForScanTeam what="An outside list">
      <WorkbenchTabs />
      <Read list={list} />
    </ForScanTeam>
  )
}

function Read({ list }: { list: string }) {
  return (
    <Loaded query={useOutsideList(list)} what="this list" missing="list" isPage>
      {(tagged) => <Whole tagged={tagged} />}
    </Loaded>
  )
}

function Whole({ tagged }: { tagged: Tagged<OutsideList> }) {
  const list = tagged.value
  useTitle(list.name)
  return (
    <>
      <Link className="nhsuk-back-link offing-no-print" to={pages.outsideLists}>
        Outside lists
      </Link>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">
        {list.name} {list.archived && <strong className="nhsuk-tag nhsuk-tag--grey">Archived</strong>}
      </h1>
      <p className="offing-quiet">
        From{' '}
        {list.sourceUrl ? (
          <a href={list.sourceUrl} rel="noopener noreferrer">
            {list.sourceTitle}
          </a>
        ) : (
          list.sourceTitle
        )}
        {list.listedOn && `, of ${dateLabel(list.listedOn)}`}. Entered by {list.createdBy} on{' '}
        {dateLabel(list.createdAt)}.
      </p>
      <p>
        <Progress counts={list.counts} />
      </p>
      <Acts tagged={tagged} />
      <Items list={list} />
    </>
  )
}

function Acts({ tagged }: { tagged: Tagged<OutsideList> }) {
  const { id, archived } = tagged.value
  const client = useQueryClient()
  const match = useWrite<OutsideMatched>()
  const archive = useWrite<OutsideList>()
  const [said, setSaid] = useState('')
  const mayWrite = useMay('outside-lists.write')
  const again = () => client.invalidateQueries({ queryKey: [keys.outsideLists] })
  const matchAgain = async () => {
    if (match.sending) return
    const outcome = await match.write({ method: 'POST', url: link(paths.outsideMatch, { list: id }) })
    setSaid(
      outcome.kind === 'saved'
        ? matchedInWords(outcome.value.matched)
        : outcome.kind === 'refused'
          ? outcome.problem.detail
          : notConfirmed,
    )
    await again()
  }
  const setArchived = async () => {
    if (archive.sending) return
    const request = {
      url: link(paths.outsideListArchive, { list: id }),
      body: { archived: !archived },
      tag: tagged.tag ?? undefined,
    }
    const outcome = await archive.write({ method: 'PUT', ...request })
    const saved = archived ? 'The list is at work again.' : 'The list is archived. It can be brought back.'
    setSaid(outcome.kind === 'saved' ? saved : outcome.kind === 'refused' ? outcome.problem.detail : notConfirmed)
    await again()
  }
  return (
    <div className="offing-no-print">
      <p role="status">{said}</p>
      <div className="offing-row">
        {mayWrite && (
          <button
            type="button"
            className="offing-link-button"
            aria-disabled={match.sending}
            onClick={() => void matchAgain()}
          >
            {match.sending ? 'Looking …' : 'Look again for what has come since'}
          </button>
        )}
        <a href={link(paths.outsideListCsv, { list: id })} download>
          Take it with you as a CSV file
        </a>
        {mayWrite && (
          <button
            type="button"
            className="offing-link-button"
            aria-disabled={archive.sending}
            onClick={() => void setArchived()}
          >
            {archived ? 'Bring this list back' : 'Archive this list'}
          </button>
        )}
      </div>
    </div>
  )
}

const notConfirmed = 'Not confirmed. The server did not answer. You can safely press again.'
const matchedInWords = (matched: number) =>
  matched === 0 ? 'Nothing more was found by its name.' : `${count(matched, 'more item')} found here by name.`
