import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Queue } from '../../api/contract/ratings.ts'
import { withQuery } from '../shared/address.ts'

interface Place {
  /** `technology/specialism`. */
  item?: string
  view?: 'list' | 'stopped' | 'done'
}

export type Go = ReturnType<typeof useGo>

/** The ways within the queue: each item and each view has its address, so a link or a reload comes back to it. */
export function useGo(queue: Queue) {
  const navigate = useNavigate()
  const { slug } = queue.scan
  return useMemo(() => {
    const link = (place: Place) => withQuery(pages.myAnswers, { scan: slug, ...place })
    return { link, to: (place: Place) => void navigate(link(place)) }
  }, [navigate, slug])
}
