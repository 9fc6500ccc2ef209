import type { Comparison, TechnologyHistory } from '../../../api/contract/comparison.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { withQuery } from '../address.ts'
import { keys, useJson } from '../queries.ts'

/** Two editions held together; read again until the chances have been drawn. Without `other`, the edition and the one before it. */
export const useEditionComparison = (edition: string, other = '', options: { enabled?: boolean } = {}) =>
  useJson<Comparison>(
    [keys.editions, 'comparison', edition, other],
    withQuery(link(paths.editionComparison, { edition }), { with: other }),
    { keep: true, again: (comparison) => comparison?.chances.state === 'working' && 1_500, ...options },
  )

/** A technology through the editions that stand. */
export const useTechnologyHistory = (technology: string) =>
  useJson<TechnologyHistory>([keys.editions, 'history', technology], link(paths.technologyHistory, { technology }))
