import { memo, useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import { Radar } from '../radar/Radar.tsx'
import { firstShown } from '../radar/shown.ts'
import { withQuery } from '../shared/address.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { ordinal } from '../shared/words.ts'
import { MovedTable } from './MovedTable.tsx'
import { type MovedRow, movedRows, moveLabel, moveOf, movesInWords } from './moves.ts'

interface Props {
  ranking: Ranking
  byMethod: Ranking
  /** No weight is being moved. */
  isSettled: boolean
}

/** The table follows a weight at once; the radar, whose marks must be pushed apart, as soon as there is time for it. */
export function Reweighed({ ranking, byMethod, isSettled }: Props) {
  const rows = useMemo(() => movedRows(ranking, byMethod), [ranking, byMethod])
  const drawn = useDeferredValue(rows)
  const said = useMemo(() => (isSettled ? movesInWords(rows) : ''), [isSettled, rows])
  return (
    <div className="offing-what-if__body">
      <p className="offing-what-if__said" role="status">
        {said}
      </p>
      <MovedTable rows={rows} ranking={ranking} />
      <FirstOnRadar rows={drawn} ranking={byMethod} />
    </div>
  )
}

/** The first of them on the radar. */
const FirstOnRadar = memo(function FirstOnRadar({ rows, ranking }: { rows: MovedRow[]; ranking: Ranking }) {
  const [lit, setLit] = useState<string | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const first = useMemo(() => rows.slice(0, firstShown).map(({ row }) => row), [rows])
  const chosen = rows.find(({ id }) => id === selected)
  return (
    <section className="offing-what-if__radar" aria-label={`The first ${first.length} on the radar`}>
      <Radar
        technologies={first}
        categories={ranking.categories}
        bands={ranking.bands}
        startYear={ranking.scan.startYear}
        lit={lit}
        selected={selected}
        onPoint={setLit}
        onSelect={(id) => setSelected(id === selected ? null : id)}
        onClose={() => setSelected(null)}
      >
        <p className="offing-what-if__chosen" role="status">
          {chosen && <Chosen moved={chosen} />}
        </p>
      </Radar>
    </section>
  )
})

function Chosen({ moved }: { moved: MovedRow }) {
  const { row } = moved
  const view = viewOf(useRankingFilters())
  return (
    <>
      <strong>{ordinal(row.place)}</strong> ({moveLabel(moveOf(moved))}):{' '}
      <Link to={withQuery(pageLink(pages.technology, { technology: row.slug }), view)}>{row.name}</Link>
    </>
  )
}
