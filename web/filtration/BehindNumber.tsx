import type { RefObject } from 'react'
import { Link } from 'react-router'
import type { FunnelItem, FunnelItemList } from '../../api/contract/filtration.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { type Fate, fates, type ParkedFor, type Stage, stages } from '../../api/filtration/stages.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'
import { count, dateLabel } from '../shared/words.ts'
import { useFunnelItems } from './queries.ts'
import { fateName, numberInWords, reasonName } from './words.ts'

const filters = ['stage', 'fate', 'reason', 'owner', 'origin', 'cursor'] as const

/** What is behind the number that the address names; nothing where it names none. */
export function BehindNumber({ scan }: { scan: string }) {
  const { get, parameters } = useAddress()
  const heading = useFocusOnChange<HTMLHeadingElement>(String(parameters))
  const stage = stages.find((one) => one === get('stage'))
  return stage ? <Behind scan={scan} stage={stage} heading={heading} /> : null
}

interface Props {
  scan: string
  stage: Stage
  heading: RefObject<HTMLHeadingElement | null>
}

function Behind({ scan, stage, heading }: Props) {
  const { get, linkWith } = useAddress()
  const query = Object.fromEntries(filters.map((name) => [name, get(name)]))
  const fate = fates.find((one) => one === get('fate'))
  const reason = (get('reason') || undefined) as ParkedFor | undefined
  const items = useFunnelItems(scan, query)
  return (
    <section className="offing-callout offing-behind" aria-labelledby="behind">
      <h3 className="nhsuk-heading-s" id="behind" tabIndex={-1} ref={heading}>
        {numberInWords({ stage, fate, reason })}
      </h3>
      <Loaded query={items} what="what is behind this number">
        {(list) => <Items list={list} stage={stage} fate={fate} />}
      </Loaded>
      <p className="offing-no-print">
        <Link to={linkWith(Object.fromEntries(filters.map((name) => [name, null])))} preventScrollReset>
          Close this list
        </Link>
      </p>
    </section>
  )
}

function Items({ list, stage, fate }: { list: FunnelItemList; stage: Stage; fate: Fate | undefined }) {
  const { has, linkWith } = useAddress()
  if (list.total === 0) return <p>Nothing is behind it any more: it has moved on since the numbers were read.</p>
  return (
    <>
      <p className="offing-quiet">
        {stage === 'spotted' ? count(list.total, 'signal') : count(list.total, 'technology', 'technologies')}
        {list.items.length < list.total && `, ${list.items.length} on this page`}
      </p>
      <ul className="offing-behind__items">
        {list.items.map((item) => (
          <li key={item.id}>
            <Name item={item} />
            <span className="offing-quiet offing-block">{aboutItem(item, fate)}</span>
          </li>
        ))}
      </ul>
      {(list.nextCursor || has('cursor')) && (
        <nav className="offing-row offing-no-print" aria-label="Pages">
          {has('cursor') && <Link to={linkWith({ cursor: null })}>First page</Link>}
          {list.nextCursor && <Link to={linkWith({ cursor: list.nextCursor })}>Next page</Link>}
        </nav>
      )}
    </>
  )
}

function Name({ item: { kind, id, slug, name } }: { item: FunnelItem }) {
  if (kind === 'signal' || slug === null) return <Link to={withQuery(pages.signals, { signal: id })}>{name}</Link>
  return <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>
}

/** Its fate only where the number does not say it. */
function aboutItem({ stage, fate: is, reason, note, origin, owner, since }: FunnelItem, fate?: Fate): string {
  const left = fate === undefined || fate === 'went-on' ? fateName(is, stage) : ''
  const parts = [left, reason && reasonName(reason), note, origin, owner ?? 'nobody’s', dateLabel(since)]
  return parts.filter(Boolean).join('; ')
}
