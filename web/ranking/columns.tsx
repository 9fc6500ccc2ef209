import { createColumnHelper } from '@tanstack/react-table'
import type { PlaceRange } from '../../api/contract/certainty.ts'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { alphabetOf } from '../../api/ranking/order.ts'
import type { Features } from '../shared/table/features.ts'
import { BandCell, CategoryCell, NameCell, PlaceCell, RangeCell, ReachCell, ScoreCell, YearsCell } from './cells.tsx'

/** A row with where its place could be, where that can be said. */
export type RankedRow = RankedTechnology & { range: PlaceRange | undefined }

const helper = createColumnHelper<Features, RankedRow>()

export const rankedColumns = helper.columns([
  helper.accessor('place', {
    header: 'Place',
    meta: { number: true },
    enableHiding: false,
    sortDescFirst: true,
    cell: ({ row }) => <PlaceCell row={row.original} />,
  }),
  helper.accessor((row) => alphabetOf(row.name), {
    id: 'name',
    header: 'Technology',
    meta: { names: true },
    enableHiding: false,
    cell: ({ row }) => <NameCell row={row.original} />,
  }),
  helper.accessor((row) => row.range?.group, {
    id: 'group',
    header: 'Group',
    meta: { number: true },
    sortDescFirst: false,
    sortUndefined: 'last',
    cell: ({ row }) => row.original.range?.group,
  }),
  helper.accessor((row) => row.range?.low, {
    id: 'range',
    header: 'Place could be',
    sortDescFirst: false,
    sortUndefined: 'last',
    cell: ({ row }) => <RangeCell row={row.original} />,
  }),
  helper.accessor('score', {
    header: 'Change score',
    enableHiding: false,
    sortDescFirst: true,
    cell: ({ row }) => <ScoreCell row={row.original} />,
  }),
  helper.accessor((row) => row.years.middle, {
    id: 'years',
    header: 'Middle guess',
    sortDescFirst: false,
    cell: ({ row }) => <YearsCell row={row.original} />,
  }),
  helper.accessor('band', {
    header: 'When',
    sortDescFirst: false,
    cell: ({ row }) => <BandCell row={row.original} />,
  }),
  helper.accessor('affected', {
    header: 'How widespread',
    sortDescFirst: true,
    cell: ({ row }) => <ReachCell row={row.original} />,
  }),
  helper.accessor('category', {
    header: 'Category',
    cell: ({ row }) => <CategoryCell slug={row.original.category} />,
  }),
  helper.accessor((row) => row.readiness ?? undefined, {
    id: 'readiness',
    header: 'Stage',
    sortDescFirst: true,
    sortUndefined: 'last',
    cell: ({ row }) => (row.original.readiness === null ? 'not set' : `${row.original.readiness} of 9`),
  }),
  helper.accessor('meanImpact', {
    header: 'Mean impact',
    meta: { number: true },
    sortDescFirst: true,
    cell: ({ row }) => row.original.meanImpact.toFixed(1),
  }),
  helper.accessor('panellists', {
    header: 'Panel members',
    meta: { number: true },
    sortDescFirst: true,
    cell: ({ row }) => row.original.panellists,
  }),
  helper.accessor('answers', {
    header: 'Answers',
    meta: { number: true },
    sortDescFirst: true,
    cell: ({ row }) => row.original.answers,
  }),
])

/** Columns that hold something only once it is known how sure the places are. */
export const ofCertainty: readonly string[] = ['group', 'range']

/** Columns that may be shown or not, with what they are called in the list of them. */
export const choosable: readonly { id: string; title: string }[] = [
  { id: 'group', title: 'Group' },
  { id: 'range', title: 'Place could be' },
  { id: 'years', title: 'Middle guess' },
  { id: 'band', title: 'When' },
  { id: 'affected', title: 'How widespread' },
  { id: 'category', title: 'Category' },
  { id: 'readiness', title: 'Stage of development' },
  { id: 'meanImpact', title: 'Mean impact (1 to 9)' },
  { id: 'panellists', title: 'Panel members, in the whole scan' },
  { id: 'answers', title: 'Answers' },
]

export const shownAtFirst: readonly string[] = [
  'group',
  'range',
  'years',
  'affected',
  'category',
  'readiness',
  'panellists',
]
