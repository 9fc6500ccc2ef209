import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isStatus } from '../queries.ts'
import { Failed } from './Failed.tsx'
import { Loading } from './Loading.tsx'
import NotFound from './NotFound.tsx'

interface Props<T> {
  query: UseQueryResult<T>
  /** What is loaded, as it stands in a sentence: "the ranking", "this technology". */
  what: string
  /** What is not here, with a 404: "technology". Left out, a 404 is a failure like another. */
  missing?: string
  /** The page has no other heading than what is loaded. */
  isPage?: boolean
  children: (data: T) => ReactNode
}

/** A query's answer, or the state that stands in for it: loading, failed, not found. */
export function Loaded<T>({ query, what, missing, isPage, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Loading what={what} />
  if (missing && isStatus(query.error, 404)) return <NotFound what={missing} />
  return <Failed what={what} isPage={isPage} error={query.error} onRetry={() => void query.refetch()} />
}
