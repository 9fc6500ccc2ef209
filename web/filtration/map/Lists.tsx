import { Link } from 'react-router'
import { useAddress } from '../../shared/address.ts'
import { count } from '../../shared/words.ts'
import { cellInWords } from './cells.ts'
import type { ViewProps } from './Grid.tsx'

/** The same map where a table has no room: each specialism with its categories. */
export function Lists({ coverage, rows, columns }: ViewProps) {
  const { linkWith } = useAddress()
  return (
    <div className="offing-coverage-lists">
      {rows.map(({ specialism, cells }) => {
        const empty = columns.filter((c) => cells[c]!.state === 'nothing').length
        return (
          <details className="offing-small-details" key={specialism.slug}>
            <summary>
              {specialism.name}: {count(specialism.technologies, 'technology', 'technologies')}
              {empty > 0 && `, nothing looked at in ${count(empty, 'category', 'categories')}`}
            </summary>
            <ul className="nhsuk-list">
              {columns.map((c) => {
                const { slug, name } = coverage.categories[c]!
                return (
                  <li key={slug}>
                    <Link to={linkWith({ specialism: specialism.slug, category: slug })} preventScrollReset>
                      {name}
                    </Link>
                    : {cellInWords(cells[c]!)}
                  </li>
                )
              })}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
