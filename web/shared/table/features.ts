import {
  columnVisibilityFeature,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table'

/** What our columns say beyond the table library's own words. */
interface Meta {
  /** Numbers stand to the right, digit under digit. */
  number?: boolean
  /** The column that names its row: it stays in view when the table is moved sideways. */
  names?: boolean
}

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
  columnMeta: metaHelper<Meta>(),
})

export type Features = typeof features
