import type { Response } from 'supertest'
import type { Operation } from '../../api/contract/operation.ts'
import * as operations from '../../api/contract/operations.ts'
import { apiRoot } from '../../api/contract/paths.ts'
import { Problem } from '../../api/contract/problem.ts'

/** A literal address (`/technologies/near-names`) stands before a pattern that fits it too, as in the router. */
const all = (Object.values(operations) as unknown as Operation[]).toSorted((a, b) => parametersOf(a) - parametersOf(b))

/** Fails the test if an answer of the programming interface is not what its document says. Applied to every request. */
export function ensureAsDocumented(response: Response): void {
  const method = response.request.method.toLowerCase()
  const { pathname } = new URL(response.request.url)
  if (!pathname.startsWith(apiRoot)) return
  const operation = all.find((one) => one.method === method && patternOf(one).test(pathname.slice(apiRoot.length)))
  if (response.status >= 400) ensureProblem(response)
  if (response.status >= 400 || !operation) return
  const schema = operation.answers[response.status as 200]
  if (schema === undefined && response.status !== 304)
    throw new Error(`${operation.id} answered ${response.status}, which its document does not list.`)
  const result = schema?.safeParse(response.body)
  if (result && !result.success) throw new Error(`${operation.id} answered what it does not document: ${result.error}`)
}

function ensureProblem(response: Response): void {
  const type = response.headers['content-type'] ?? ''
  if (!type.startsWith('application/problem+json')) throw new Error(`A ${response.status} came as ${type}.`)
  if (response.request.method === 'HEAD') return
  const problem = Problem.parse(JSON.parse(response.text))
  if (problem.status !== response.status) throw new Error('The problem’s status is not the answer’s.')
  if (/\\n\s+at |node_modules|SQLITE_|select .* from/i.test(response.text))
    throw new Error(`A problem leaks inner detail: ${response.text}`)
}

function parametersOf({ path }: Operation): number {
  return path.split('/:').length
}

function patternOf(operation: Operation): RegExp {
  return new RegExp(`^${operation.path.replace(/:\w+/g, '[^/]+')}$`)
}
