import { useQuery } from '@tanstack/react-query'
import type { PanelView } from '../../../api/contract/panel-view.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import type { Queue } from '../../../api/contract/ratings.ts'
import { getJson } from '../../shared/api-client.ts'
import { keys } from '../../shared/queries.ts'
import { keyOf } from '../queue.ts'
import type { Item } from '../sitting.ts'

/** Nobody sees the panel's answer before they have given one of their own, which the server has. */
export function maySeePanel({ askedBefore, earlier, saved }: Item): boolean {
  return askedBefore && [earlier, saved].some((one) => one !== null && isOpinion(one.stance))
}

const isOpinion = (stance: string) => stance !== 'withdrawn' && stance !== 'cannot-judge'

/** How the panel answered in the closed rounds. */
export function usePanelView(queue: Queue, item: Item) {
  const { technology, specialism } = item
  const at = { round: queue.round.id, technology: technology.slug, specialism: specialism.slug }
  return useQuery({
    queryKey: [keys.panelView, queue.round.id, keyOf(item)],
    queryFn: ({ signal }) => getJson<PanelView>(link(paths.panelView, at), signal),
    enabled: maySeePanel(item),
    // The rounds that it tells of are closed.
    staleTime: Number.POSITIVE_INFINITY,
  })
}
