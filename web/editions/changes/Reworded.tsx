import type { ComparedTechnology, Comparison } from '../../../api/contract/comparison.ts'
import { count, dateLabel } from '../../shared/words.ts'
import { TechnologyLink } from './ChangeTable.tsx'
import { shortNames } from './words.ts'

/** Texts and facts as they were and as they are, and the evidence that came. */
export function Reworded({ items, comparison }: { items: readonly ComparedTechnology[]; comparison: Comparison }) {
  return (
    <ul className="offing-changes__told">
      {items.map((item) => (
        <li key={item.id}>
          <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
            <TechnologyLink item={item} comparison={comparison} />
          </h3>
          {item.reworded.filter(isShort).map(({ field, before, after }) => (
            <p key={field} className="nhsuk-u-margin-bottom-1">
              <strong>{field}</strong>: was {before || 'nothing'}; now {after || 'nothing'}.
            </p>
          ))}
          <BeforeAndAfter item={item} comparison={comparison} />
          <Evidence item={item} />
        </li>
      ))}
    </ul>
  )
}

type Change = ComparedTechnology['reworded'][number]

/** Fits into one sentence. */
const isShort = ({ before, after }: Change) => before.length + after.length < 120

/** Longer texts side by side. */
function BeforeAndAfter({ item, comparison }: { item: ComparedTechnology; comparison: Comparison }) {
  const names = shortNames(comparison)
  const long = item.reworded.filter((change) => !isShort(change))
  if (long.length === 0) return null
  return (
    <table className="offing-table offing-table--stack offing-changes__reworded">
      <caption className="nhsuk-u-visually-hidden">What was reworded of {item.name}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{names.from}</th>
          <th scope="col">{names.to}</th>
        </tr>
      </thead>
      <tbody>
        {long.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td data-label={names.from}>{before || 'nothing'}</td>
            <td data-label={names.to}>{after || 'nothing'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Evidence({ item: { newEvidence, goneEvidence } }: { item: ComparedTechnology }) {
  return (
    <>
      {newEvidence.length > 0 && (
        <>
          <p className="nhsuk-u-margin-bottom-1">{count(newEvidence.length, 'new piece', 'new pieces')} of evidence:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {newEvidence.map(({ id, text, date, sourceTitle, sourceUrl }) => (
              <li key={id}>
                {date && `${dateLabel(date)}: `}
                {text}{' '}
                <span className="offing-quiet">
                  {sourceUrl ? (
                    <a href={sourceUrl} rel="noopener noreferrer">
                      {sourceTitle}
                    </a>
                  ) : (
                    sourceTitle
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {goneEvidence > 0 && <p>{count(goneEvidence, 'piece', 'pieces')} of evidence no longer given.</p>}
    </>
  )
}
