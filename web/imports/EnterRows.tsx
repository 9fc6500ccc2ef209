import { useState } from 'react'
import { Link } from 'react-router'
import type { Import } from '../../api/contract/imports.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { Done } from '../shared/states/Done.tsx'
import { useWrite } from '../shared/use-write.ts'
import { count } from '../shared/words.ts'
import { useImportChanged } from './queries.ts'
import { counted } from './words.ts'

/** The one press that enters the rows that can be used, or says why there is none. */
export function EnterRows({ it }: { it: Import }) {
  const { write, state, sending } = useWrite<Import>()
  const [refused, setRefused] = useState('')
  const [whole, setWhole] = useState(false)
  const [done, setDone] = useState(false)
  const changed = useImportChanged()
  if (it.state === 'entered') return <Entered it={it} asDone={done} />
  if (it.missing.length > 0) return it.radar ? null : <Missing it={it} />
  if (it.counts.good === 0) return <p>Nothing in this file is new, so there is nothing to enter.</p>
  const enter = async () => {
    if (sending) return
    setRefused('')
    const url = link(paths.importEnter, { import: it.id })
    const outcome = await write({ method: 'POST', url, body: { whole }, tag: `"${it.version}"` })
    if (outcome.kind === 'refused') setRefused(outcome.problem.detail)
    if (outcome.kind === 'saved') setDone(true)
    await changed(outcome.kind === 'saved')
  }
  return (
    <section aria-label="Enter" className="offing-no-print">
      {it.counts.bad > 0 && <Choice it={it} whole={whole} onChange={setWhole} />}
      {refused && (
        <div className="offing-callout offing-callout--warning" role="alert">
          <h2 className="nhsuk-heading-s">Nothing was entered</h2>
          <p>{refused}</p>
        </div>
      )}
      {state === 'not-confirmed' && <NotConfirmed />}
      <button type="button" className="nhsuk-button" aria-disabled={sending} onClick={() => void enter()}>
        Enter {counted(it.kind, it.counts.good)}
        {it.counts.bad > 0 && !whole && `, leaving out ${count(it.counts.bad, 'row')}`}
      </button>
      <div role="status">
        {sending && (
          <p>
            Entering {counted(it.kind, it.counts.good)} … <progress aria-label="Entering" />
          </p>
        )}
      </div>
    </section>
  )
}

function Choice({ it, whole, onChange }: { it: Import; whole: boolean; onChange: (whole: boolean) => void }) {
  const choices = [
    { value: false, label: `Enter the ${counted(it.kind, it.counts.good)} that can be used, and leave the rest out` },
    { value: true, label: 'All or none: enter nothing as long as a row cannot be used' },
  ]
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group offing-imports__choice">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {count(it.counts.bad, 'row')} cannot be used
      </legend>
      <div className="nhsuk-radios nhsuk-radios--small">
        {choices.map(({ value, label }) => (
          <div className="nhsuk-radios__item" key={label}>
            <input
              className="nhsuk-radios__input"
              type="radio"
              name="whole"
              id={`whole-${value}`}
              checked={whole === value}
              onChange={() => onChange(value)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`whole-${value}`}>
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Missing({ it }: { it: Import }) {
  return (
    <div className="offing-callout offing-callout--warning">
      <h2 className="nhsuk-heading-s">Say which column holds: {it.missing.join(', ')}</h2>
      <p>Every row needs it. Choose below what each column holds, then check the file again.</p>
    </div>
  )
}

function Entered({ it, asDone }: { it: Import; asDone: boolean }) {
  const said = (
    <p>
      {counted(it.kind, it.counts.good)} {it.counts.good === 1 ? 'is' : 'are'} in the registry now.{' '}
      {it.kind === 'technologies' && <Link to={pages.technologies}>See all technologies</Link>}
      {it.kind === 'ratings' && it.scan && (
        <Link to={pageLink(pages.scan, { scan: it.scan.slug })}>See the imported round of {it.scan.name}</Link>
      )}
      {it.kind === 'signals' && <Link to={pages.signals}>Read them in the inbox</Link>}
    </p>
  )
  return asDone ? <Done>{said}</Done> : <div className="offing-callout offing-callout--done">{said}</div>
}
