import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Import, ImportList, ImportRowList } from '../../api/contract/imports.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'

/** How long a page waits before it asks again how far a file was read. */
const againMs = 400

export const useImports = (query: AddressChanges) =>
  useJson<ImportList>([keys.imports, 'list', query], withQuery(link(paths.imports, {}), query), {
    keep: true,
    again: (list) => (list?.items.some(isBusy) ? 4 * againMs : false),
  })

export const useImport = (id: string) =>
  useJson<Import>([keys.imports, id], link(paths.import, { import: id }), {
    again: (it) => (it && isBusy(it) ? againMs : false),
  })

/** `version` is that of the import: its rows are others once it was checked again. */
export const useImportRows = (id: string, version: number, query: AddressChanges) =>
  useJson<ImportRowList>(
    [keys.imports, id, 'rows', version, query],
    withQuery(link(paths.importRows, { import: id }), query),
    { keep: true },
  )

const isBusy = ({ state }: Import) => state === 'reading' || state === 'entering'

/** What a page calls when it has changed an import: `entered` where the registry has changed with it. */
export function useImportChanged() {
  const client = useQueryClient()
  return useCallback(
    async (entered = false) => {
      const changed = entered ? [keys.imports, keys.technologies, keys.technology, keys.signals] : [keys.imports]
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
    [client],
  )
}
