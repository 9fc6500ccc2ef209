import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Taxon, TaxonVersion } from '../../api/contract/taxonomy.ts'
import { useJson, useTagged } from '../shared/queries.ts'

const key = 'taxonomy'

interface List<T> {
  items: T[]
  total: number
}

export const useTaxonomy = () => useJson<List<Taxon>>([key, 'list'], link(paths.taxonomy, {}))

/** With the tag that a change must name. */
export const useTaxon = (taxon: string) => useTagged<Taxon>([key, 'one', taxon], link(paths.taxon, { taxon }))

export const useTaxonVersions = (taxon: string) =>
  useJson<List<TaxonVersion>>([key, 'versions', taxon], link(paths.taxonVersions, { taxon }))

/** The words of the taxonomy stand on nearly every page: all of them are asked for again. */
export function useTaxonomyChanged() {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries(), [client])
}
