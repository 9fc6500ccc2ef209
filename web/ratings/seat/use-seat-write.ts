import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { link, paths } from '../../../api/contract/paths.ts'
import type { QueueList } from '../../../api/contract/ratings.ts'
import type { Declaration, DeclareInterestsRequest, Seat } from '../../../api/contract/seats.ts'
import { keys } from '../../shared/queries.ts'
import { useWrite } from '../../shared/use-write.ts'

/** Writes of one's own seat. Each gives true once the server has confirmed it; `failure` says why it has not. */
export function useSeatWrite(seat: Seat) {
  const client = useQueryClient()
  const { write, sending, state } = useWrite<Seat>()
  const [refusal, setRefusal] = useState('')
  const { scan } = seat
  const took = (now: Seat) =>
    client.setQueryData<QueueList>(
      [keys.myAnswers],
      (list) =>
        list && { ...list, items: list.items.map((one) => (one.scan.slug === scan ? { ...one, seat: now } : one)) },
    )
  const put = async (path: Parameters<typeof link>[0], body: unknown) => {
    if (sending) return false
    const url = link(path as typeof paths.mySeat, { scan })
    const outcome = await write({ method: 'PUT', url, body, tag: `"${seat.version}"` })
    if (outcome.kind === 'saved') took(outcome.value)
    if (outcome.kind === 'refused') {
      // Changed in another window: what is there now is shown, and the button is there to press again.
      if (outcome.problem.status === 412) took(outcome.problem.current as Seat)
      setRefusal(outcome.problem.detail)
    }
    return outcome.kind === 'saved'
  }
  return {
    readNotice: () => put(paths.myNotice, { read: true }),
    consent: (consentToBeNamed: boolean) => put(paths.myConsent, { consentToBeNamed }),
    declare: (request: DeclareInterestsRequest) => put(paths.myDeclaration, request),
    sending,
    failure:
      state === 'not-confirmed'
        ? 'Not confirmed: the server did not answer. You can safely press it again.'
        : state === 'refused'
          ? refusal
          : '',
  }
}

export const noInterests: DeclareInterestsRequest = { kind: 'none', statement: '', technologies: [] }

/** The declaration with one more technology in it. */
export function withInterestIn(declaration: Declaration | null, technology: string): DeclareInterestsRequest {
  const slugs = (declaration?.technologies ?? []).map(({ slug }) => slug)
  return { kind: 'some', statement: declaration?.statement ?? '', technologies: [...new Set([...slugs, technology])] }
}
