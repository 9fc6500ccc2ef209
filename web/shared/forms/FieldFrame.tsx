import type { ReactNode } from 'react'

interface Props {
  name: string
  label: string
  hint?: string
  error?: string
  children: ReactNode
}

/** Label, hint and error around one control. */
export function FieldFrame({ name, label, hint, error, children }: Props) {
  return (
    <div className={groupClass(error)}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <Notes name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** A question with several controls: the legend is its name. `#name` is its first control. */
export function GroupFrame({ name, label, hint, error, children }: Props) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={groupClass(error)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described || undefined}>
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        <Notes name={name} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

function Notes({ name, hint, error }: { name: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={`${name}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
    </>
  )
}

function groupClass(error?: string) {
  return error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'
}
