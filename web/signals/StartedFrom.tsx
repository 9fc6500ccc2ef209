import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Signal } from '../../api/contract/signals.ts'
import { lengths } from '../../api/contract/text.ts'
import { withQuery } from '../shared/address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { noTechnology, type TechnologyFields } from '../technologies/technology-fields.ts'
import { evidenceOfSignal } from './evidence-of-signal.ts'
import { useSignal } from './queries.ts'

interface Props {
  /** Id. */
  signal: string
  children: (start: TechnologyFields) => ReactNode
}

/** What a technology begins with that is started from a signal: its name, what it is, and its first evidence. */
export function StartedFrom({ signal: id, children }: Props) {
  const query = useSignal(id, true)
  return (
    <Loaded query={query} what="the signal" missing="signal" isPage>
      {(signal) => <Start signal={signal}>{children}</Start>}
    </Loaded>
  )
}

/** What the signal was when the form opened: what is being typed must not go because somebody else deals with it meanwhile. */
function Start({ signal, children }: { signal: Signal; children: Props['children'] }) {
  const [first] = useState(signal)
  return first.state === 'unread' ? children(startOf(first)) : <DealtWith signal={first} />
}

function startOf(signal: Signal): TechnologyFields {
  const today = new Date().toISOString().slice(0, 10)
  return {
    ...noTechnology,
    name: signal.title.slice(0, lengths.name),
    description: signal.text.slice(0, lengths.text),
    evidence: [evidenceOfSignal(signal, today)],
  }
}

function DealtWith({ signal }: { signal: Signal }) {
  return (
    <Empty title={`“${signal.title}” was dealt with already`} isPage>
      <p>
        {signal.triagedBy ?? 'Somebody'} has {signal.state === 'linked' ? 'linked' : 'dismissed'} it.{' '}
        <Link to={withQuery(pages.signals, { signal: signal.id, state: 'all' })}>Look at it in the inbox</Link>
      </p>
    </Empty>
  )
}
