import { get, type RegisterOptions, useFormContext } from 'react-hook-form'

/** What every field says about itself. `name` is also its id; dots lead into lists: `evidence.0.date`. */
export interface FieldProps {
  name: string
  label: string
  hint?: string
  /** The page's own checks; the server checks everything again. `required: 'Enter a name'` is the usual one. */
  rules?: RegisterOptions
}

/** Joins a field to the form around it: its registration, what is wrong with it, and what describes it. */
export function useField({ name, hint, rules }: Pick<FieldProps, 'name' | 'hint' | 'rules'>) {
  const { register, formState } = useFormContext()
  const error = messageIn(get(formState.errors, name))
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return {
    registration: register(name, rules),
    error,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
  }
}

/** A field's own message, or the first of its parts': an error at `/specialisms/2` belongs to `specialisms`. */
function messageIn(error: unknown): string | undefined {
  if (!error || typeof error !== 'object') return undefined
  if ('message' in error && typeof error.message === 'string') return error.message
  return Object.values(error).map(messageIn).find(Boolean)
}
