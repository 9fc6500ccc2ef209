import '../ranking/ranking.scss'
import { createColumnHelper } from '@tanstack/react-table'
import { alphabetOf } from '../../api/ranking/order.ts'
import { NameCell, PlaceCell, ScoreCell } from '../ranking/cells.tsx'
import type { Features } from '../shared/table/features.ts'
import { type Move, type MovedRow, moveLabel, moveOf, upBy } from './moves.ts'

const helper = createColumnHelper<Features, MovedRow>()

export const movedColumns = helper.columns([
  helper.accessor(({ row }) => row.place, {
    id: 'place',
    header: 'Place',
    meta: { number: true },
    sortDescFirst: true,
    cell: ({ row }) => <PlaceCell row={row.original.row} />,
  }),
  helper.accessor(({ row }) => alphabetOf(row.name), {
    id: 'name',
    header: 'Technology',
    meta: { names: true },
    cell: ({ row }) => <NameCell row={row.original.row} />,
  }),
  helper.accessor((moved) => Math.abs(upBy(moveOf(moved))), {
    id: 'moved',
    header: 'By the method',
    sortDescFirst: true,
    cell: ({ row }) => <MoveCell move={moveOf(row.original)} />,
  }),
  helper.accessor(({ row }) => row.score, {
    id: 'score',
    header: 'Change score',
    sortDescFirst: true,
    cell: ({ row }) => <ScoreCell row={row.original.row} />,
  }),
])

/** What each order is by, in the middle of a sentence. */
export const movedHeadings: Record<string, string> = {
  place: 'place',
  moved: 'how far each moved',
  name: 'name',
  score: 'change score',
}

/** An arrow for the eye, and the same in words. */
function MoveCell({ move }: { move: Move }) {
  const up = upBy(move)
  return (
    <span className={up === 0 ? 'offing-quiet' : 'offing-moved'}>
      <span aria-hidden="true">{up > 0 ? '▲ ' : up < 0 ? '▼ ' : ''}</span>
      {moveLabel(move)}
    </span>
  )
}
