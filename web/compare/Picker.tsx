import { useState } from 'react'
import type { TechnologySummary } from '../../api/contract/technologies.ts'
import { useTechnologies } from '../shared/queries.ts'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { mostCompared } from './lines.ts'
import { useChosen } from './use-compared.ts'

/** Finds technologies by name or description and adds them to the comparison. */
export function Picker() {
  const [words, setWords] = useState('')
  const { isFull } = useChosen()
  if (isFull)
    return <p className="offing-quiet">No more than {mostCompared} can be compared. Remove one to add another.</p>
  return (
    <form className="offing-picker" aria-label="Add to the comparison" onSubmit={stay}>
      <SearchField label="Find a technology to add" value={words} onSearch={setWords} />
      {words && <Found words={words} />}
    </form>
  )
}

const most = 8

function Found({ words }: { words: string }) {
  const query = useTechnologies({ q: words, limit: most })
  return (
    <Loaded query={query} what="what matches">
      {({ items, total }) => (
        <>
          <p className="offing-quiet" role="status">
            {total === 0 ? 'No technology matches. Try fewer or other words.' : foundWords(total)}
          </p>
          <ul className="offing-picker__found">
            {items.map((technology) => (
              <Candidate key={technology.id} technology={technology} />
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}

const foundWords = (total: number) =>
  `${count(total, 'technology', 'technologies')} found${total > most ? `, the first ${most} shown` : ''}.`

function Candidate({ technology: { slug, name } }: { technology: TechnologySummary }) {
  const { chosen, add } = useChosen()
  const isChosen = chosen.includes(slug)
  return (
    <li>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-disabled={isChosen || undefined}
        onClick={() => isChosen || add(slug)}
      >
        {isChosen ? 'Added' : 'Add'}
        <span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
      <span>{name}</span>
    </li>
  )
}
