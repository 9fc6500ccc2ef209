import { Link } from 'react-router'
import { keyOf } from './queue.ts'
import { StandingTag } from './StandingTag.tsx'
import type { Item } from './sitting.ts'
import { useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

/** Every item by specialism, with where it stands. */
export function ItemList() {
  const { items } = useSitting()
  const specialisms = new Map(items.map(({ specialism }) => [specialism.slug, specialism.name]))
  return [...specialisms].map(([slug, name]) => (
    <section key={slug} aria-labelledby={`items-${slug}`}>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-2" id={`items-${slug}`}>
        {name}
      </h3>
      <ul className="offing-items">
        {items
          .filter(({ specialism }) => specialism.slug === slug)
          .map((item) => (
            <ItemRow key={keyOf(item)} item={item} />
          ))}
      </ul>
    </section>
  ))
}

function ItemRow({ item }: { item: Item }) {
  const { queue } = useSitting()
  return (
    <li>
      <Link to={useGo(queue).link({ item: keyOf(item) })}>{item.technology.name}</Link>
      <span>
        {item.unsent && <span className="offing-quiet">Not sent yet </span>}
        <StandingTag item={item} notYet />
      </span>
    </li>
  )
}
