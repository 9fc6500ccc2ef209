import { Link } from 'react-router'
import type { SearchHit } from '../../api/contract/search.ts'
import { Marked } from './Marked.tsx'
import { addressOf } from './words.ts'

/** One find with the words around it. */
export function Hit({ hit }: { hit: SearchHit }) {
  const { found, title, alias, by, excerpt, technology, archived } = hit
  const isTechnology = found !== 'evidence' && found !== 'signal'
  const name = title.map(({ text }) => text).join('')
  return (
    <li>
      <Link to={addressOf(hit)}>
        <Marked segments={title} />
      </Link>{' '}
      {archived && <span className="nhsuk-tag nhsuk-tag--grey">{found === 'signal' ? 'Dismissed' : 'Archived'}</span>}
      {by.length > 0 && (
        <span className="offing-quiet">
          {' '}
          <Marked segments={by} />
        </span>
      )}
      {isTechnology && technology && technology.name !== name && (
        <p className="offing-quiet">Merged into {technology.name}</p>
      )}
      {alias && (
        <p>
          Also called <Marked segments={alias} />
        </p>
      )}
      <p>
        <Marked segments={excerpt} />
      </p>
      {!isTechnology && technology && (
        <p className="offing-quiet">
          {found === 'evidence' ? 'Evidence on' : 'Linked to'} {technology.name}
        </p>
      )}
    </li>
  )
}
