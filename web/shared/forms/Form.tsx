import './forms.scss'
import { type ReactNode, useContext } from 'react'
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form'
import type { Problem } from '../../../api/contract/problem.ts'
import { SessionContext } from '../account.ts'
import type { WriteRequest } from '../api-client.ts'
import { useWrite } from '../use-write.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Conflict, NotConfirmed, SendingContext, SignedOut } from './outcomes.tsx'
import { showProblem } from './problems.ts'

interface Props<V extends FieldValues, T> {
  form: UseFormReturn<V>
  /** What to send, made from what was entered. */
  request: (values: V) => Omit<WriteRequest, 'key'>
  onSaved: (saved: T, tag: string | null) => void
  /** With a 412: what is there now. Left out, the form says that the page must be loaded again. */
  onConflict?: (current: unknown, problem: Problem) => void
  /** Any other refusal that the page has better words for: true where it has said them. */
  onRefused?: (problem: Problem) => boolean
  /** Field names by the pointer of the request, where they differ: `{ '/specialisms': 'chosen' }`. */
  pointers?: Record<string, string>
  children: ReactNode
}

/**
 * A form that sends one request. What is wrong stands beside its field and in a summary at the top, whether the page or
 * the server found it; what was typed stays; an unconfirmed write can be sent again without saving twice.
 */
export function Form<V extends FieldValues, T>({
  form,
  request,
  onSaved,
  onConflict,
  onRefused,
  pointers,
  children,
}: Props<V, T>) {
  const { write, state, sending } = useWrite<T>()
  const signedIn = useContext(SessionContext) !== null
  const submit = form.handleSubmit(async (values) => {
    if (sending) return
    const outcome = await write(request(values))
    if (outcome.kind === 'saved') return onSaved(outcome.value, outcome.tag)
    if (outcome.kind === 'not-confirmed') return
    if (outcome.problem.status === 412 && onConflict) return onConflict(outcome.problem.current, outcome.problem)
    if (onRefused?.(outcome.problem)) return
    showProblem(form, outcome.problem, { pointers, signedIn })
  })
  return (
    <FormProvider {...form}>
      <SendingContext value={sending}>
        <form
          noValidate
          onSubmit={(event) => {
            form.clearErrors()
            void submit(event)
          }}
        >
          <ErrorSummary />
          {state === 'not-confirmed' && <NotConfirmed />}
          {form.formState.errors.root?.signedOut && <SignedOut />}
          {form.formState.errors.root?.stale && <Conflict />}
          {children}
        </form>
      </SendingContext>
    </FormProvider>
  )
}
