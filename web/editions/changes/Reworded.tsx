import type { ComparedTechnology, Comparison } from '../../../api/contract/comparison.ts'
import { count, dateLabel } from '../../shared/words.ts'
import { BeforeAndAfter } from './BeforeAndAfter.tsx'
import { TechnologyLink } from './ChangeTable.tsx'

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
          <LongTexts item={item} comparison={comparison} />
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
function LongTexts({ item, comparison }: { item: ComparedTechnology; comparison: Comparison }) {
  const changes = item.reworded.filter((change) => !isShort(change))
  if (changes.length === 0) return null
  const caption = `What was reworded of ${item.name}`
  return <BeforeAndAfter {...{ changes, comparison, caption }} className="offing-changes__reworded" />
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
