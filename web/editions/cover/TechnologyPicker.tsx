import { useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { GroupFrame } from '../../shared/forms/FieldFrame.tsx'
import { useField } from '../../shared/forms/use-field.ts'
import { mostTechnologies } from './cover-fields.ts'
import type { PickedFrom } from './picked-from.ts'

/** Technologies of the ranking, added one by one. A list that adds by itself would add at every arrow key. */
export function TechnologyPicker({ name, from }: { name: string; from: PickedFrom }) {
  const { watch, setValue } = useFormContext()
  const { error } = useField({ name })
  const [next, setNext] = useState('')
  const list = useRef<HTMLSelectElement>(null)
  const chosen: string[] = watch(name) ?? []
  const left = from.choices.filter(({ value }) => !chosen.includes(value))
  const change = (slugs: string[]) => setValue(name, slugs, { shouldDirty: true })
  const add = () => {
    if (next !== '') change([...chosen, next])
    setNext('')
    list.current?.focus()
  }
  const remove = (slug: string) => {
    change(chosen.filter((one) => one !== slug))
    list.current?.focus()
  }
  return (
    <GroupFrame name={name} label="Which technologies is it about?" error={error}>
      <ul className="nhsuk-list offing-picked" aria-label="Chosen">
        {chosen.map((slug) => (
          <li key={slug}>
            {from.names.get(slug) ?? slug}{' '}
            <button type="button" className="offing-link-button" onClick={() => remove(slug)}>
              Remove<span className="nhsuk-u-visually-hidden"> {from.names.get(slug) ?? slug}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length < mostTechnologies ? (
        <div className="offing-row">
          <select
            id={name}
            ref={list}
            className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
            aria-label="Technology to add"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${name}-error` : undefined}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          >
            <option value="">Choose a technology</option>
            {left.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            aria-disabled={next === '' || undefined}
            onClick={add}
          >
            Add<span className="nhsuk-u-visually-hidden"> this technology</span>
          </button>
        </div>
      ) : (
        <p className="offing-quiet">No more than {mostTechnologies}.</p>
      )}
    </GroupFrame>
  )
}
