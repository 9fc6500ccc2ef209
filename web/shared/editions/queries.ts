import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Edition, EditionChecklist, EditionList, FrozenTechnology } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../address.ts'
import { keys, useJson, useTagged } from '../queries.ts'

// All under the first key of editions: whatever changes one has them read again.
const { editions } = keys

/** Editions, newest first, with the drafts that the reader may see. */
export const useEditions = (query: AddressChanges = {}, options: { enabled?: boolean } = {}) =>
  useJson<EditionList>([editions, 'list', query], withQuery(link(paths.editions, {}), query), {
    keep: true,
    ...options,
  })

/** An edition by number or id, with the tag that a change must name. */
export const useEdition = (edition: string) =>
  useTagged<Edition>([editions, 'one', edition], link(paths.edition, { edition }))

/** Not kept: it says how things stand now, and what it looks at is changed elsewhere. */
export const useChecklist = (edition: string) =>
  useJson<EditionChecklist>([editions, 'checklist', edition], link(paths.editionChecklist, { edition }), {
    staleTime: 0,
  })

/** A technology's texts as an edition holds them. */
export const useFrozenTechnology = (edition: string, technology: string) =>
  useJson<FrozenTechnology>(
    [editions, 'technology', edition, technology],
    link(paths.editionTechnology, { edition, technology }),
  )

/** After something of an edition was changed: all editions are read again, and rankings, whose head names theirs. */
export function useEditionsChanged() {
  const client = useQueryClient()
  return useCallback(
    () =>
      Promise.all(
        [editions, keys.ranking, keys.standing, keys.certainty].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
    [client],
  )
}
