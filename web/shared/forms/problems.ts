import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Problem } from '../../../api/contract/problem.ts'

/** Puts a refusal of the server where it belongs: each error beside its field, the rest in the summary. */
export function showProblem<V extends FieldValues>(
  form: UseFormReturn<V>,
  problem: Problem,
  { pointers = {}, signedIn = true }: { pointers?: Record<string, string> | undefined; signedIn?: boolean } = {},
) {
  const errors = problem.errors ?? []
  errors.forEach((error, i) => {
    const field = error.pointer === undefined ? '' : (pointers[error.pointer] ?? fieldOf(error.pointer))
    const name = field || `root.server${i}`
    form.setError(name as Path<V>, { type: 'server', message: sentence(error.detail) })
  })
  if (problem.status === 401 && signedIn) form.setError('root.signedOut', { type: 'server', message: notSaved })
  else if (problem.status === 412) form.setError('root.stale', { type: 'server', message: problem.detail })
  else if (errors.length === 0) form.setError('root.server', { type: 'server', message: problem.detail })
}

const notSaved = 'You have been signed out, so this was not saved'

/** `/evidence/0/date` is the field `evidence.0.date`. */
export function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

function sentence(detail: string) {
  return detail.charAt(0).toUpperCase() + detail.slice(1)
}
