import { createColumnHelper } from '@tanstack/react-table'
import type { ComparedTechnology } from '../../../api/contract/comparison.ts'
import { alphabetOf } from '../../../api/ranking/order.ts'
import type { Features } from '../../shared/table/features.ts'
import { ordinal } from '../../shared/words.ts'
import { type Movement, movementIn, movementNames, rangeWords } from './words.ts'

const helper = createColumnHelper<Features, ComparedTechnology>()

/** The clearest first. */
const order: readonly Movement[] = ['up', 'down', 'new', 'adopted', 'dropped', 'no-clear-change']

type Side = 'from' | 'to'

const place = (side: Side, header: string) =>
  helper.accessor((item) => item[side]?.place, {
    id: `${side}-place`,
    header,
    meta: { number: true },
    sortUndefined: 'last',
    sortDescFirst: false,
    cell: ({ getValue }) => {
      const value = getValue()
      return value === undefined ? 'Not ranked' : ordinal(value)
    },
  })

const group = (side: Side, header: string) =>
  helper.accessor((item) => item[side]?.group ?? undefined, {
    id: `${side}-group`,
    header,
    meta: { number: true },
    sortUndefined: 'last',
    sortDescFirst: false,
  })

const range = (side: Side, header: string) =>
  helper.accessor((item) => item[side]?.low ?? undefined, {
    id: `${side}-range`,
    header,
    sortUndefined: 'last',
    sortDescFirst: false,
    cell: ({ row }) => {
      const stood = row.original[side]
      return stood && rangeWords(stood)
    },
  })

const year = (side: Side, header: string) =>
  helper.accessor((item) => item[side]?.middleYear, {
    id: `${side}-year`,
    header,
    meta: { number: true },
    sortUndefined: 'last',
    sortDescFirst: false,
  })

/** The columns of two editions by their names; `link` draws the name of a technology. */
export const columnsFor = (names: Record<Side, string>, link: (item: ComparedTechnology) => React.ReactNode) =>
  helper.columns([
    helper.accessor((item) => alphabetOf(item.name), {
      id: 'name',
      header: 'Technology',
      meta: { names: true },
      cell: ({ row }) => link(row.original),
    }),
    helper.accessor((item) => order.indexOf(movementIn(item) ?? 'no-clear-change'), {
      id: 'movement',
      header: 'What happened',
      sortDescFirst: false,
      cell: ({ row }) => {
        const movement = movementIn(row.original)
        return movement ? movementNames[movement] : 'Stayed'
      },
    }),
    place('from', `Place, ${names.from}`),
    place('to', `Place, ${names.to}`),
    group('from', `Group, ${names.from}`),
    group('to', `Group, ${names.to}`),
    range('from', `Could be, ${names.from}`),
    range('to', `Could be, ${names.to}`),
    year('from', `Middle guess, ${names.from}`),
    year('to', `Middle guess, ${names.to}`),
    helper.accessor((item) => item.chance ?? undefined, {
      id: 'chance',
      header: 'Chance that it stands higher',
      meta: { number: true },
      sortUndefined: 'last',
      sortDescFirst: true,
      cell: ({ getValue }) => {
        const chance = getValue()
        return chance === undefined ? '' : `${Math.round(100 * chance)}%`
      },
    }),
    helper.accessor((item) => item.reworded.length, {
      id: 'reworded',
      header: 'Reworded',
      meta: { number: true },
      sortDescFirst: true,
    }),
    helper.accessor((item) => item.newEvidence.length, {
      id: 'evidence',
      header: 'New evidence',
      meta: { number: true },
      sortDescFirst: true,
    }),
  ])
