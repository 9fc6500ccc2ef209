import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { NearName } from '../../api/contract/technologies.ts'
import { withQuery } from '../shared/address.ts'
import { getJson } from '../shared/api-client.ts'
import { useSettled } from '../shared/use-settled.ts'

/** Technologies whose name is near to the one being typed, so that nothing is entered twice. `except` is the one at hand. */
export function NearNames({ except }: { except?: string }) {
  const name: string = useWatch({ name: 'name' })
  const sought = useSettled(name.trim().slice(0, 120))
  const near = useQuery({
    queryKey: ['near-names', sought],
    queryFn: ({ signal }) =>
      getJson<{ items: NearName[] }>(withQuery(link(paths.nearNames, {}), { name: sought }), signal),
    enabled: sought.length >= 3,
    retry: false,
  })
  const items = sought.length >= 3 ? (near.data?.items ?? []).filter(({ slug }) => slug !== except) : []
  return <div role="status">{items.length > 0 && <Found items={items} />}</div>
}

function Found({ items }: { items: NearName[] }) {
  return (
    <div className="offing-callout offing-callout--warning">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">
        {items.length === 1 ? 'A near name is' : 'Near names are'} in the registry already
      </h2>
      <p>If it is the same technology, open that one instead of entering it twice.</p>
      <ul className="nhsuk-list">
        {items.map(({ slug, name, alias, description, archived }) => (
          <li key={slug}>
            <a href={pageLink(pages.technology, { technology: slug })} target="_blank" rel="noreferrer">
              {name} (opens in a new tab)
            </a>{' '}
            {archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
            {alias && <span className="offing-quiet offing-block">Also called {alias}</span>}
            <span className="offing-quiet offing-block">{description}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
