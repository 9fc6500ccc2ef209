import { useState } from 'react'
import type { ToldApartList } from '../../api/contract/duplicates.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useWrite } from '../shared/use-write.ts'
import { dateLabel } from '../shared/words.ts'
import { useToldApart } from './queries.ts'
import { useMergesChanged } from './use-merges-changed.ts'

/** The pairs that were found to be different, read once somebody wants to see them. */
export function ToldApart() {
  const [isOpen, setOpen] = useState(false)
  const query = useToldApart(isOpen)
  return (
    <details className="offing-small-details" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Found to be different</summary>
      {isOpen && (
        <Loaded query={query} what="the pairs found to be different">
          {({ items }) =>
            items.length === 0 ? (
              <p>No pair yet.</p>
            ) : (
              <ul className="nhsuk-list nhsuk-list--bullet">
                {items.map((item) => (
                  <Item key={`${item.left.slug} ${item.right.slug}`} item={item} />
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </details>
  )
}

function Item({ item: { left, right, reason, by, at } }: { item: ToldApartList['items'][number] }) {
  const mayMerge = useMay('technologies.merge')
  const changed = useMergesChanged()
  const { write, state } = useWrite()
  const takeBack = async () => {
    const pair = { technology: left.slug, other: right.slug }
    const result = await write({ method: 'DELETE', url: link(paths.toldApart, pair) })
    if (result.kind === 'saved') await changed()
  }
  return (
    <li>
      {left.name} and {right.name}{' '}
      <span className="offing-quiet">
        {by ?? 'Somebody who has left'}, {dateLabel(at)}
        {reason && `: ${reason}`}
      </span>{' '}
      {mayMerge && (
        <button type="button" className="offing-link-button" onClick={takeBack}>
          Take back
          <span className="nhsuk-u-visually-hidden">{` that ${left.name} and ${right.name} are different`}</span>
        </button>
      )}
      {state === 'not-confirmed' && <span role="alert"> Not confirmed. You can safely press again.</span>}
      {state === 'refused' && <span role="alert"> It could not be taken back.</span>}
    </li>
  )
}
