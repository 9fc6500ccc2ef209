import { useEffect, useRef } from 'react'
import type { Clash } from '../merge.ts'
import { listed } from '../words.ts'

interface Props<F> {
  /** What was changed, as it stands in a sentence: "this technology". */
  what: string
  clashes: Clash<F>[]
  /** Fields changed by somebody else only: theirs stand in the form already. */
  taken: (keyof F & string)[]
  labels: Record<keyof F & string, string>
  /** A field's value in words; nothing where it is empty. */
  inWords: (clash: Clash<F>, value: F[keyof F]) => string
  onTake: (clash: Clash<F>) => void
}

/** After somebody else has saved: what is there now beside what was typed, field by field, to decide. */
export function Clashes<F>({ what, clashes, taken, labels, inWords, onTake }: Props<F>) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="offing-callout offing-callout--warning offing-clashes" ref={box} tabIndex={-1} role="alert">
      <h2 className="nhsuk-heading-s">Somebody else has changed {what}</h2>
      <p>
        {clashes.length === 0
          ? 'You have changed different fields, so nothing clashes.'
          : 'Nothing of yours is lost, and nothing is saved yet. You both changed these fields: yours stand in the form below.'}{' '}
        {taken.length > 0 && `Theirs were taken over for: ${listed(taken.map((field) => labels[field]))}.`} Look it
        over, then save again.
      </p>
      {clashes.length > 0 && (
        <div className="offing-scroll">
          <table className="offing-table">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">There now</th>
                <th scope="col">What you entered</th>
                <th scope="col">Decide</th>
              </tr>
            </thead>
            <tbody>
              {clashes.map((clash) => (
                <tr key={clash.field}>
                  <th scope="row">{labels[clash.field]}</th>
                  <td>{inWords(clash, clash.there) || '(empty)'}</td>
                  <td>{inWords(clash, clash.typed) || '(empty)'}</td>
                  <td>
                    <button type="button" className="offing-link-button" onClick={() => onTake(clash)}>
                      Take theirs
                      <span className="nhsuk-u-visually-hidden"> for {labels[clash.field]}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
