import type { FieldChange } from '../../../api/contract/technology-changes.ts'
import { type Stretch, wordMarks } from '../../../api/technologies/history/word-marks.ts'
import { fieldNames, valueInWords } from './field-words.ts'

interface Props {
  changes: readonly FieldChange[]
  caption: string
  names?: { before: string; after: string }
}

/** Fields before and after; in a text that was reworded, the words that went and those that came are marked. */
export function FieldChanges({ changes, caption, names = { before: 'Before', after: 'After' } }: Props) {
  const isNew = changes.every(({ before }) => before === null)
  // That something new is not archived goes without saying.
  const shown = isNew ? changes.filter(({ field, after }) => field !== 'archived' || after !== false) : changes
  return (
    <table className="offing-table offing-table--stack offing-field-changes">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          {!isNew && <th scope="col">{names.before}</th>}
          <th scope="col">{names.after}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((change) => (
          <Row key={change.field} change={change} names={names} isNew={isNew} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { change: FieldChange; names: Required<Props>['names']; isNew: boolean }

function Row({ change: { field, before, after }, names, isNew }: RowProps) {
  const [was, is] = [valueInWords(field, before), valueInWords(field, after)]
  const marks = was && is && isProse(before, after) ? wordMarks(was, is) : undefined
  return (
    <tr>
      <th scope="row">{fieldNames[field] ?? field}</th>
      {!isNew && <td data-label={names.before}>{marks ? <Marked marks={marks} without="new" /> : was || 'nothing'}</td>}
      <td data-label={names.after}>{marks ? <Marked marks={marks} without="gone" /> : is || 'nothing'}</td>
    </tr>
  )
}

/** Several words on both sides: a single one is changed as a whole. */
const isProse = (before: FieldChange['before'], after: FieldChange['after']) =>
  [before, after].every((value) => Array.isArray(value) || (typeof value === 'string' && /\s/.test(value)))

function Marked({ marks, without }: { marks: readonly Stretch[]; without: Stretch['kind'] }) {
  let at = 0
  return marks.map(({ kind, text }) => {
    const key = at
    at += text.length
    if (kind === without) return null
    if (kind === 'same') return <span key={key}>{text}</span>
    return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
  })
}
