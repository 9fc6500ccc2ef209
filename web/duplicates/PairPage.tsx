import { Link } from 'react-router'
import type { DuplicateDetail } from '../../api/contract/duplicates.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { useTechnology } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel } from '../shared/words.ts'
import { Decision } from './Decision.tsx'
import { useDuplicate } from './queries.ts'
import { Reasons } from './Reasons.tsx'
import type { Said } from './SaidBar.tsx'
import { SideBySide } from './SideBySide.tsx'

interface Props {
  left: string
  right: string
  onDone: (said: Said) => void
}

/** Two technologies side by side, with why they look like one and what can be done about it. */
export function PairPage({ left, right, onDone }: Props) {
  const { linkWith } = useAddress()
  const [one, other, detail] = [useTechnology(left), useTechnology(right), useDuplicate(left, right)]
  return (
    <>
      <p className="offing-no-print">
        <Link to={linkWith({ left: null, right: null })}>All pairs</Link>
      </p>
      <Loaded query={one} what="the first technology" missing="technology" isPage>
        {(a) => (
          <Loaded query={other} what="the second technology" missing="technology" isPage>
            {(b) => (
              <Loaded query={detail} what="this pair" isPage>
                {(pair) => <Pair pair={pair} one={a} other={b} onDone={onDone} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface PairProps {
  pair: DuplicateDetail
  one: Tagged<Technology>
  other: Tagged<Technology>
  onDone: (said: Said) => void
}

function Pair({ pair, one, other, onDone }: PairProps) {
  const mayMerge = useMay('technologies.merge')
  // The detail stands in the order of ids, the address in any.
  const [left, right] = one.value.id < other.value.id ? [one, other] : [other, one]
  return (
    <>
      <h1 className="nhsuk-heading-l">Are these the same?</h1>
      {pair.reasons.length > 0 ? (
        <Reasons reasons={pair.reasons} />
      ) : (
        <p>Nothing in their texts makes them look alike.</p>
      )}
      {pair.toldApart && (
        <p className="offing-callout">
          {pair.toldApart.by ?? 'Somebody'} found them to be different on {dateLabel(pair.toldApart.at)}.{' '}
          {pair.toldApart.reason}
        </p>
      )}
      <SideBySide left={left.value} right={right.value} pair={pair} />
      {mayMerge && <Decision left={left} right={right} pair={pair} onDone={onDone} />}
    </>
  )
}
