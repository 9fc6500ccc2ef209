import { Link } from 'react-router'
import type { Queue, QueueItem } from '../../api/contract/ratings.ts'
import { keyOf } from './queue.ts'
import { StandingTag } from './StandingTag.tsx'
import { useGo } from './use-go.ts'

/** Every item by specialism, with where it stands. */
export function ItemList({ queue }: { queue: Queue }) {
  const specialisms = new Map(queue.items.map(({ specialism }) => [specialism.slug, specialism.name]))
  return [...specialisms].map(([slug, name]) => (
    <section key={slug} aria-labelledby={`items-${slug}`}>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-2" id={`items-${slug}`}>
        {name}
      </h3>
      <ul className="offing-items">
        {queue.items
          .filter(({ specialism }) => specialism.slug === slug)
          .map((item) => (
            <Item key={keyOf(item)} queue={queue} item={item} />
          ))}
      </ul>
    </section>
  ))
}

function Item({ queue, item }: { queue: Queue; item: QueueItem }) {
  return (
    <li>
      <Link to={useGo(queue).link({ item: keyOf(item) })}>{item.technology.name}</Link>
      <StandingTag item={item} notYet />
    </li>
  )
}
