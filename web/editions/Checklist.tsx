import { Link } from 'react-router'
import type { Edition, EditionChecklist } from '../../api/contract/editions.ts'
import { useChecklist } from '../shared/editions/queries.ts'
import { referenceOf } from '../shared/editions/words.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { type ChecklistLine, checklistLines, type LineState } from './checklist-lines.ts'

/** What to look at before a draft is approved; a published edition has none. */
export function Checklist({ edition }: { edition: Edition }) {
  return (
    <section className="offing-section offing-no-print" aria-labelledby="checklist">
      <h2 className="nhsuk-heading-m" id="checklist">
        Before it is approved
      </h2>
      <Loaded query={useChecklist(referenceOf(edition))} what="the checklist">
        {(checklist) => (
          <>
            <p>{verdictOn(checklist)}</p>
            <ChecklistLines edition={edition} checklist={checklist} />
          </>
        )}
      </Loaded>
    </section>
  )
}

const verdictOn = ({ stops }: EditionChecklist) =>
  stops.length > 0
    ? `${count(stops.length, 'thing stops', 'things stop')} its approval.`
    : 'Nothing stops its approval. What is marked “Look at it” is for you to judge.'

const states: Record<LineState, { name: string; colour: string }> = {
  held: { name: 'Held', colour: 'green' },
  look: { name: 'Look at it', colour: 'yellow' },
  stops: { name: 'Stops approval', colour: 'red' },
}

interface Props {
  edition: Edition
  checklist: EditionChecklist
  /** Only the lines that stand so. */
  only?: LineState
}

export function ChecklistLines({ edition, checklist, only }: Props) {
  const lines = checklistLines(edition, checklist).filter(({ state }) => !only || state === only)
  return (
    <ul className="offing-checklist">
      {lines.map((line) => (
        <li key={line.what}>
          <strong className={`nhsuk-tag nhsuk-tag--${states[line.state].colour}`}>{states[line.state].name}</strong>
          <Says line={line} />
        </li>
      ))}
    </ul>
  )
}

function Says({ line: { what, says, items = [], mend } }: { line: ChecklistLine }) {
  return (
    <div>
      <p>
        <b>{what}.</b> {says} {mend && <Link to={mend.to}>{mend.name}</Link>}
      </p>
      {items.length > 0 && (
        <details className="offing-small-details">
          <summary>
            Which?<span className="nhsuk-u-visually-hidden"> {what}</span>
          </summary>
          <ul className="nhsuk-list">
            {items.map(({ name, to }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
