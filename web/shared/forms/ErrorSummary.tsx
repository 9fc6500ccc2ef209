import { useEffect, useRef } from 'react'
import { type FieldErrors, useFormContext } from 'react-hook-form'

interface Wrong {
  name: string
  message: string
}

/** What is wrong with the form, at its top: it takes the focus after each attempt, and its links reach the fields. */
export function ErrorSummary() {
  const { errors, submitCount, isSubmitting } = useFormContext().formState
  const wrong = wrongIn(errors)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (submitCount > 0 && !isSubmitting) box.current?.focus()
  }, [submitCount, isSubmitting])

  if (wrong.length === 0) return null
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {wrong.map(({ name, message }) => (
              <li key={name}>{name.startsWith('root') ? message : <FieldLink name={name}>{message}</FieldLink>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

function FieldLink({ name, children }: { name: string; children: string }) {
  const reach = (event: React.MouseEvent) => {
    const field = nearestField(name)
    if (!field) return
    event.preventDefault()
    field.focus()
    field.scrollIntoView?.({ block: 'center' })
  }
  return (
    <a href={`#${name}`} onClick={reach}>
      {children}
    </a>
  )
}

/** The field itself, or the one it is part of: `/specialisms/2` is shown by the field `specialisms`. */
function nearestField(name: string): HTMLElement | null {
  const parts = name.split('.')
  while (parts.length > 0) {
    const field = document.getElementById(parts.join('.'))
    if (field) return field
    parts.pop()
  }
  return null
}

/** Every message in the tree of errors, with the name of its field. */
function wrongIn(errors: FieldErrors, under = ''): Wrong[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    const name = under ? `${under}.${key}` : key
    if (!error || typeof error !== 'object' || key === 'ref') return []
    const own = typeof error.message === 'string' && error.message ? [{ name, message: error.message }] : []
    return own.length > 0 ? own : wrongIn(error as FieldErrors, name)
  })
}
