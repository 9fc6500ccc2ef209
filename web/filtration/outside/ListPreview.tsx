import type { ReadList } from '../../../api/filtration/outside/list.ts'
import { count } from '../../shared/words.ts'

const shown = 5

/** What a list was read as, before it is entered. */
export function ListPreview({ read }: { read: ReadList | { problem: string } }) {
  if ('problem' in read) return <p role="status">{read.problem}</p>
  const { columns, items, repeated, shortened } = read
  return (
    <section className="offing-callout" aria-label="What was read">
      <p role="status">
        <strong>{count(items.length, 'name')}</strong>
        {columns && `, from the column “${columns.name}”`}
        {columns?.description && `, with what it is from “${columns.description}”`}.
        {repeated > 0 && ` ${count(repeated, 'line')} named what stood there already.`}
        {shortened > 0 && ` ${count(shortened, 'description')} cut to 500 characters.`}
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {items.slice(0, shown).map(({ row, name, description }) => (
          <li key={row}>
            {name}
            {description && <span className="offing-quiet offing-block">{description}</span>}
          </li>
        ))}
        {items.length > shown && <li>and {items.length - shown} more</li>}
      </ul>
    </section>
  )
}
