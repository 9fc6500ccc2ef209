import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Coverage } from '../../../api/contract/filtration.ts'
import { useAddress } from '../../shared/address.ts'
import { usePrinting } from '../../shared/table/use-printing.ts'
import { count } from '../../shared/words.ts'
import type { Row } from './cells.ts'

interface Props {
  coverage: Coverage
  rows: Row[]
}

/** All places at which nothing was looked at, by specialism and by category. */
export function NothingLooked({ coverage, rows }: Props) {
  const { categories } = coverage
  const empty = rows.flatMap(({ specialism, cells }) =>
    cells.flatMap(({ state }, c) => (state === 'nothing' ? [{ specialism, category: categories[c]! }] : [])),
  )
  const of = rows.length * categories.length
  return (
    <section aria-labelledby="nothing-looked">
      <h2 className="nhsuk-heading-m" id="nothing-looked">
        Nothing looked at
      </h2>
      {empty.length === 0 ? (
        <p>Somebody has looked everywhere: at each specialism in each category.</p>
      ) : (
        <>
          <p>
            {count(empty.length, 'place')} of {of}. That may be right: not every category touches every specialism.
            Where you have looked and found nothing, say so.
          </p>
          <h3 className="nhsuk-heading-s">By specialism</h3>
          <Places
            of={rows.map(({ specialism }) => ({
              ...specialism,
              places: empty
                .filter((one) => one.specialism === specialism)
                .map((one) => ({ ...one, name: one.category.name })),
            }))}
          />
          <h3 className="nhsuk-heading-s">By category</h3>
          <Places
            of={categories.map((category) => ({
              ...category,
              places: empty
                .filter((one) => one.category === category)
                .map((one) => ({ ...one, name: one.specialism.name })),
            }))}
          />
        </>
      )}
    </section>
  )
}

interface Place {
  specialism: { slug: string }
  category: { slug: string }
  name: string
}

function Places({ of }: { of: { slug: string; name: string; places: Place[] }[] }) {
  const { linkWith } = useAddress()
  const link = ({ specialism, category, name }: Place): ReactNode => (
    <li key={`${specialism.slug} ${category.slug}`}>
      <Link to={linkWith({ specialism: specialism.slug, category: category.slug })} preventScrollReset>
        {name}
      </Link>
    </li>
  )
  const printing = usePrinting()
  return (
    <div className="offing-nothing">
      {of
        .filter(({ places }) => places.length > 0)
        .map(({ slug, name, places }) => (
          <details className="offing-small-details" key={slug} open={printing || undefined}>
            <summary>
              {name}: {places.length}
            </summary>
            <ul className="nhsuk-list">{places.map(link)}</ul>
          </details>
        ))}
    </div>
  )
}
