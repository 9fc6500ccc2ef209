import { get, useFormContext } from 'react-hook-form'
import { GroupFrame } from '../shared/forms/FieldFrame.tsx'
import { useField } from '../shared/forms/use-field.ts'

const parts = [
  { part: 'low', label: 'Lowest' },
  { part: 'best', label: 'Likeliest' },
  { part: 'high', label: 'Highest' },
] as const

/** A share of the workforce as three whole per cents. */
export function ShareField({ name, label }: { name: string; label: string }) {
  const { register, formState } = useFormContext()
  const { error } = useField({ name })
  return (
    <GroupFrame name={name} label={label} error={error}>
      <div className="nhsuk-date-input">
        {parts.map(({ part, label: says }) => {
          const id = part === 'low' ? name : `${name}.${part}`
          const isWrong = Boolean(get(formState.errors, `${name}.${part}`))
          return (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                {says} %
              </label>
              <input
                id={id}
                inputMode="numeric"
                aria-invalid={isWrong || undefined}
                className={`nhsuk-input nhsuk-input--width-3${error ? ' nhsuk-input--error' : ''}`}
                {...register(`${name}.${part}`)}
              />
            </div>
          )
        })}
      </div>
    </GroupFrame>
  )
}
