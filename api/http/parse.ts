import type { Request } from 'express'
import type { z } from 'zod'
import type { ProblemError } from '../contract/problem.ts'
import { Refusal, repeated } from '../refusal.ts'

type Place = 'body' | 'query' | 'params'

/** Validates one part of a request. Throws a refusal that names each wrong field and repeats what was sent. */
export function parse<S extends z.ZodType>(schema: S, req: Request, place: Place): z.infer<S> {
  const sent: unknown = req[place]
  const result = schema.safeParse(sent)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap((issue) => problemsFrom(issue, sent, place))
  throw new Refusal(place === 'params' ? 'not-found' : 'invalid', errors[0]!.detail, { errors })
}

function problemsFrom(issue: z.core.$ZodIssue, sent: unknown, place: Place): ProblemError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => named([...issue.path, key], place, `There is no field ${repeated(key)} here.`))
  const value = issue.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    sent,
  )
  const name = issue.path.length > 0 ? String(issue.path.at(-1)) : 'This'
  const message = issue.message.replace(/^Invalid input: /, '').replace(/^(Too|Invalid)/, (word) => word.toLowerCase())
  const said = `${name} is not right: ${message}.`
  // A body of the wrong shape as a whole may hold a password at any place.
  const isSecret = issue.path.length === 0 || issue.path.some((key) => /password|token|^code$/i.test(String(key)))
  return [named(issue.path, place, isSecret ? said : `${said} You sent ${repeated(value)}.`)]
}

function named(path: readonly PropertyKey[], place: Place, detail: string): ProblemError {
  if (place !== 'body') return { parameter: path.map(String).join('.') || place, detail }
  const pointer = path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
  return { pointer, detail }
}
