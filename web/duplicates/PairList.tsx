import { Link } from 'react-router'
import type { DuplicateList, DuplicatePair } from '../../api/contract/duplicates.ts'
import { useAddress } from '../shared/address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { useDuplicates } from './queries.ts'
import { Reasons } from './Reasons.tsx'

/** The pairs, likeliest first, a page at a time. */
export function PairList() {
  const { get } = useAddress()
  const query = useDuplicates({ cursor: get('cursor') })
  return (
    <>
      <h1 className="nhsuk-heading-l">Near-duplicates</h1>
      <Loaded query={query} what="the pairs">
        {(list) => (list.total === 0 ? <NoPair list={list} /> : <Pairs list={list} busy={query.isPlaceholderData} />)}
      </Loaded>
    </>
  )
}

function NoPair({ list }: { list: DuplicateList }) {
  return (
    <Empty title="No two technologies look alike">
      <p>
        {count(list.technologies, 'technology was', 'technologies were')} held against each other by name, other names,
        registration numbers and description.
      </p>
    </Empty>
  )
}

function Pairs({ list, busy }: { list: DuplicateList; busy: boolean }) {
  const { has, linkWith } = useAddress()
  return (
    <>
      <p className="offing-measure" role="status">
        {count(list.technologies, 'technology', 'technologies')} held against each other,{' '}
        {list.isCut ? `more than ${count(list.total, 'pair')} look` : count(list.total, 'pair looks', 'pairs look')}{' '}
        alike. Nothing is merged by itself.
      </p>
      <ul className="offing-pairs" aria-busy={busy || undefined}>
        {list.items.map((pair) => (
          <Pair key={`${pair.left.id} ${pair.right.id}`} pair={pair} />
        ))}
      </ul>
      {(list.nextCursor || has('cursor')) && (
        <nav className="offing-row" aria-label="Pages">
          {has('cursor') && <Link to={linkWith({ cursor: null })}>First page</Link>}
          {list.nextCursor && <Link to={linkWith({ cursor: list.nextCursor })}>Next page</Link>}
        </nav>
      )}
    </>
  )
}

function Pair({ pair: { left, right, reasons } }: { pair: DuplicatePair }) {
  const { linkWith } = useAddress()
  return (
    <li>
      <h2 className="nhsuk-heading-s">
        {left.name} <span className="offing-quiet">and</span> {right.name}
      </h2>
      <Reasons reasons={reasons} />
      <Link to={linkWith({ left: left.slug, right: right.slug })}>
        Compare<span className="nhsuk-u-visually-hidden"> {`${left.name} and ${right.name}`}</span> side by side
      </Link>
    </li>
  )
}
