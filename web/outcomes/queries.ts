import type { OutcomeList } from '../../api/contract/outcomes.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { keys, useJson } from '../shared/queries.ts'

/** What then happened to a technology, newest first. */
export const useOutcomes = (technology: string) =>
  useJson<OutcomeList>([keys.outcomes, technology], link(paths.outcomes, { technology }))
