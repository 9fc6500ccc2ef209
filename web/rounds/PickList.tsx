import { useId, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Choice } from '../shared/choice.ts'
import { GroupFrame } from '../shared/forms/FieldFrame.tsx'
import { type FieldProps, useField } from '../shared/forms/use-field.ts'

/** Some of many, searched by their names; the field's value is a list. What is chosen stays in view. */
export function PickList({ name, label, hint, rules, choices }: FieldProps & { choices: Choice[] }) {
  const { registration, error } = useField({ name, hint, rules })
  const chosen: string[] = useFormContext().watch(name) ?? []
  const [sought, setSought] = useState('')
  const id = useId()
  const fits = (choice: Choice) =>
    chosen.includes(choice.value) || choice.label.toLocaleLowerCase('en-GB').includes(sought.toLocaleLowerCase('en-GB'))
  return (
    <GroupFrame name={name} label={label} hint={hint} error={error}>
      <label className="nhsuk-label" htmlFor={id}>
        Find by name
      </label>
      <input
        className="nhsuk-input nhsuk-input--width-20 nhsuk-u-margin-bottom-2"
        id={id}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small offing-pick-list">
        {choices.map((choice, i) => (
          <div className="nhsuk-checkboxes__item" key={choice.value} hidden={!fits(choice)}>
            <input
              className="nhsuk-checkboxes__input"
              id={i === 0 ? name : `${name}-${i}`}
              type="checkbox"
              value={choice.value}
              {...registration}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={i === 0 ? name : `${name}-${i}`}>
              {choice.label}
            </label>
          </div>
        ))}
      </div>
      <p className="offing-quiet" role="status">
        {chosen.length} chosen
      </p>
    </GroupFrame>
  )
}
