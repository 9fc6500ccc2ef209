import { link, paths } from '../../../api/contract/paths.ts'
import type { RatingResponse } from '../../../api/contract/ratings.ts'
import type { Session } from '../../../api/contract/session.ts'
import { getJson, RequestProblem, send } from '../../shared/api-client.ts'
import { isStatus } from '../../shared/queries.ts'
import type { Unsent } from './unsent.ts'

export type Sent =
  | { kind: 'saved'; rating: RatingResponse }
  | { kind: 'clash'; current: RatingResponse | null; detail: string }
  | { kind: 'nothing-to-withdraw' }
  | { kind: 'refused'; detail: string }

/** Refusals that say nothing of the answer itself: it stays, and is sent again. */
const passing = [401, 408, 429, 507]

/** Sends an answer. Throws NoAnswer where nobody can tell, and RequestProblem where it is worth trying again. */
export async function sendAnswer(unsent: Unsent): Promise<Sent> {
  const { body } = unsent
  try {
    if (body.stance === 'withdrawn' && unsent.seen === null) return await withdrawWhatIsThere(unsent)
    return { kind: 'saved', rating: await put(unsent, unsent.seen) }
  } catch (error) {
    if (!(error instanceof RequestProblem) || passing.includes(error.status)) throw error
    const { status, detail, current } = error.problem
    if (status === 412) return { kind: 'clash', current: (current ?? null) as RatingResponse | null, detail }
    return { kind: 'refused', detail }
  }
}

/** Takes back an answer of an earlier round, or one of which nobody knows whether it ever arrived. */
async function withdrawWhatIsThere(unsent: Unsent): Promise<Sent> {
  const { carried } = unsent
  const present = (await presentOf(unsent)) ?? (carried && (await put({ ...unsent, body: carried }, null)))
  if (!present || present.stance === 'withdrawn') return { kind: 'nothing-to-withdraw' }
  return { kind: 'saved', rating: await put(unsent, present.version) }
}

async function presentOf({ round, technology, specialism }: Unsent): Promise<RatingResponse | null> {
  try {
    return await getJson<RatingResponse>(link(paths.rating, { round, technology, specialism }))
  } catch (error) {
    if (isStatus(error, 404)) return null
    throw error
  }
}

async function put({ round, technology, specialism, body }: Unsent, seen: number | null): Promise<RatingResponse> {
  const url = link(paths.rating, { round, technology, specialism })
  return (await send<RatingResponse>({ method: 'PUT', url, body, tag: seen === null ? 'new' : `"${seen}"` })).value
}

/** Whether it is still this account that is signed in. Throws NoAnswer where nobody answers. */
export async function signedInAs(account: string): Promise<boolean> {
  try {
    return (await getJson<Session>(link(paths.session, {}))).account.id === account
  } catch (error) {
    if (isStatus(error, 401)) return false
    throw error
  }
}
