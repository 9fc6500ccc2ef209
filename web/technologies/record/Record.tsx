import './record.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { Technology } from '../../../api/contract/technologies.ts'
import { exitReasonNames } from '../../shared/exit-words.ts'
import { dateLabel, listed } from '../../shared/words.ts'

/** What else a technology is called, belongs to and is made of, and whose it is. */
export function Belongings({ technology }: { technology: Technology }) {
  const { aliases, partOf, parts, owner } = technology
  return (
    <>
      {aliases.length > 0 && (
        <p>
          <strong>Also called:</strong> {aliases.join(', ')}
        </p>
      )}
      {partOf && (
        <p>
          <strong>Part of:</strong> <To technology={partOf} />
        </p>
      )}
      {parts.length > 0 && (
        <p>
          <strong>Its parts:</strong>{' '}
          {parts.map((part, i) => (
            <span key={part.slug}>
              {i > 0 && ', '}
              <To technology={part} />
            </span>
          ))}
        </p>
      )}
      {owner && (
        <p>
          <strong>In the team it is with:</strong> {owner.name}
        </p>
      )}
    </>
  )
}

function To({ technology: { slug, name } }: { technology: { slug: string; name: string } }) {
  return <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>
}

/** Why a technology was archived, by whom and when; for the scan team. */
export function WhyArchived({ technology: { archive, mergedInto } }: { technology: Technology }) {
  if (!archive) return null
  const { reason, note, by, at } = archive
  const who = [by && `by ${by}`, at && `on ${dateLabel(at.slice(0, 10))}`].filter((part) => part !== null)
  return (
    <div className="offing-callout">
      <p>
        <strong>Archived{who.length > 0 && ` ${who.join(' ')}`}:</strong>{' '}
        {reason ? exitReasonNames[reason] : 'no reason was given'}.{note && ` ${note}`}
      </p>
      {mergedInto && (
        <p>
          It was merged into <To technology={mergedInto} />.
        </p>
      )}
    </div>
  )
}

/** The items of national policy to which it is mapped, by frame. */
export function Policy({ technology: { policyItems } }: { technology: Technology }) {
  const frames = [...new Set(policyItems.map(({ frame }) => frame))]
  if (frames.length === 0) return null
  return (
    <>
      <dt>Serves in national policy</dt>
      <dd>
        {frames.map((frame) => (
          <span className="offing-block" key={frame}>
            {listed(policyItems.filter((one) => one.frame === frame).map(({ name }) => name))}{' '}
            <span className="offing-quiet">({frame})</span>
          </span>
        ))}
      </dd>
    </>
  )
}
