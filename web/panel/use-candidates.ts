import { link, paths } from '../../api/contract/paths.ts'
import { keys, useJson } from '../shared/queries.ts'

export interface Candidate {
  id: string
  name: string
  email: string
}

/** Accounts of specialism leads, who may take a seat or stand in for one. */
export const useCandidates = (scan: string) =>
  useJson<{ items: Candidate[] }>([keys.candidates, scan], link(paths.panelCandidates, { scan }))

export function asChoices(people: readonly Candidate[]) {
  return people
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))
}

/** The choice of somebody who has no account yet. */
export const somebodyNew = 'new'
