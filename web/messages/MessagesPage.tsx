import '../panel/panel.scss'
import '../scans/scans.scss'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MessageList } from '../../api/contract/messages.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { getJson } from '../shared/api-client.ts'
import { keys, useScan } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { CopySection } from './CopySection.tsx'
import { FailedSection } from './FailedSection.tsx'
import { MessageTable } from './MessageTable.tsx'
import { WriteForm } from './WriteForm.tsx'
import { statesInWords } from './words.ts'

/** Messages to a scan's panel: to write them, to see whether they are sent, and to copy them where nothing sends them. */
export default function MessagesPage() {
  const { scan = '' } = useParams()
  return useMay('messages.read') ? <ForScanTeam scan={scan} /> : <NotForYou scan={scan} />
}

function NotForYou({ scan }: { scan: string }) {
  return (
    <Empty title="Messages to the panel are for the scan team" isPage>
      <p>
        <Link to={pageLink(pages.scan, { scan })}>See the scan</Link>
      </p>
    </Empty>
  )
}

function ForScanTeam({ scan }: { scan: string }) {
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => <OfScan scan={value} />}
    </Loaded>
  )
}

/** While messages are on their way, their states are read again every few seconds. */
const useMessages = (scan: string) =>
  useQuery({
    queryKey: [keys.messages, scan],
    queryFn: ({ signal }) => getJson<MessageList>(link(paths.messages, { scan }), signal),
    refetchInterval: ({ state }) =>
      state.data && state.data.states.queued + state.data.states.sending > 0 ? 4_000 : false,
  })

function OfScan({ scan }: { scan: Scan }) {
  useTitle(`Messages of ${scan.name}`)
  return (
    <>
      <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l">Messages to the panel</h1>
      <Loaded query={useMessages(scan.slug)} what="the messages">
        {(list) => <Messages scan={scan} list={list} />}
      </Loaded>
    </>
  )
}

function Messages({ scan, list }: { scan: Scan; list: MessageList }) {
  const [said, setSaid] = useState('')
  const may = useMay('messages.send')
  return (
    <>
      {said && (
        <Done key={said}>
          <p>{said}</p>
        </Done>
      )}
      <p className="nhsuk-u-reading-width">
        {list.delivery === 'smtp'
          ? 'The registry sends these messages by email itself. Each is put together for its receiver when it is sent.'
          : 'No mail server is set up, so you copy these messages into your own mail program, or use the mail-merge file.'}
      </p>
      <p role="status">{statesInWords(list.states)}</p>
      {may && list.states.failed > 0 && <FailedSection scan={scan} list={list} onDone={setSaid} />}
      {may && list.delivery === 'to-copy' && list.states['to-copy'] > 0 && (
        <CopySection scan={scan} list={list} onDone={setSaid} />
      )}
      {may && <WriteForm scan={scan} list={list} onDone={setSaid} />}
      {list.total > 0 && <MessageTable list={list} />}
    </>
  )
}
