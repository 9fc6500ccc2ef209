import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { CodeField } from './CodeField.tsx'

interface Props<T> {
  method: 'POST' | 'PUT'
  url: string
  takesRecovery?: boolean
  takesFocus?: boolean
  /** What the button says. */
  act: string
  isWarning?: boolean
  onSaved: (saved: T) => void
  onCancel?: () => void
  children?: ReactNode
}

/** One act that a code allows. */
export function CodeForm<T>({
  method,
  url,
  takesRecovery,
  takesFocus,
  act,
  isWarning,
  onSaved,
  onCancel,
  children,
}: Props<T>) {
  const form = useForm({ defaultValues: { code: '' }, shouldFocusError: false })
  return (
    <div className="offing-account__form">
      <Form form={form} request={(body) => ({ method, url, body })} onSaved={(saved: T) => onSaved(saved)}>
        {children}
        <CodeField takesRecovery={takesRecovery} takesFocus={takesFocus} />
        <div className="offing-account__buttons">
          <SubmitButton sending="Looking at the code …" isWarning={isWarning}>
            {act}
          </SubmitButton>
          {onCancel && (
            <button type="button" className="offing-link-button" onClick={onCancel}>
              Cancel
            </button>
          )}
        </div>
      </Form>
    </div>
  )
}
