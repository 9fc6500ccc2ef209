import { type FieldErrors, type FieldValues, get, type ResolverResult, set } from 'react-hook-form'
import type { z } from '../../api/contract/z.ts'

/** What to do about a field, by its name; a number in it stands as `*`: `evidence.*.text`. */
export type Words = Record<string, string>

/**
 * Checks what was typed with a schema of the contract, so that the page and the server agree. `words` says, in the order
 * of the page, what each field is asked for where it is empty or cannot be read; other messages follow it. `under` leads to
 * the fields where the form holds them under a name of their own: `evidence.`.
 */
export function checkWith<V extends FieldValues>(
  schema: z.ZodType,
  request: (values: V) => unknown,
  words: Words,
  under = '',
) {
  return (values: V): ResolverResult<V> => {
    const checked = schema.safeParse(request(values))
    if (checked.success) return { values, errors: {} }
    const errors: FieldErrors<V> = {}
    const order = Object.keys(words)
    for (const issue of checked.error.issues.toSorted((a, b) => place(order, a) - place(order, b))) {
      const name = under + issue.path.join('.')
      if (!get(errors, name)) set(errors, name, { type: issue.code, message: messageOf(issue, words) })
    }
    return { values: {}, errors }
  }
}

type Issue = z.core.$ZodIssue

const nameOf = (issue: Issue) => issue.path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.')

function place(order: string[], issue: Issue): number {
  const at = order.indexOf(nameOf(issue))
  return at < 0 ? order.length : at
}

/** The contract's own messages begin with "must …"; those that say more than the words do follow them. */
function messageOf(issue: Issue, words: Words): string {
  const asked = words[nameOf(issue)] ?? 'Look at this again'
  const saysMore = /^must (?:be at most|have at least|be a date that exists|be an address|not hold)/.test(issue.message)
  return saysMore ? `${asked}: it ${issue.message}` : asked
}
