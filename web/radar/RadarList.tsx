import { memo, useEffect, useRef } from 'react'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { reachLabel } from '../shared/words.ts'
import { WhyHere } from './WhyHere.tsx'
import { spreadLabel } from './why.ts'
import { YearAxis, YearBar } from './YearBar.tsx'

interface Props {
  rows: readonly RankedTechnology[]
  ranking: Ranking
  lit: string | null
  /** The row whose reasons are shown; `reveal` brings it into view, when it was chosen elsewhere. */
  selected: string | null
  reveal: boolean
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
  onClose: () => void
}

/** The same technologies as the radar's marks, in the same order. */
export function RadarList({ rows, ranking, lit, selected, reveal, onPoint, onSelect, onClose }: Props) {
  const hasReach = ranking.lens.kind !== 'specialism'
  return (
    <div className={`offing-list${hasReach ? '' : ' offing-list--one'}`}>
      <div className="offing-list__head" aria-hidden="true">
        <span>Place</span>
        <span>Technology</span>
        <span>
          Middle guess
          <YearAxis bands={ranking.bands} />
        </span>
        {hasReach && <span>How widespread</span>}
      </div>
      <ol>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            ranking={ranking}
            isLit={row.id === lit}
            isOpen={row.id === selected}
            reveal={reveal && row.id === selected}
            onPoint={onPoint}
            onSelect={onSelect}
            onClose={onClose}
          />
        ))}
      </ol>
    </div>
  )
}

interface RowProps extends Pick<Props, 'ranking' | 'onPoint' | 'onSelect' | 'onClose' | 'reveal'> {
  row: RankedTechnology
  isLit: boolean
  isOpen: boolean
}

const Row = memo(function Row({ row, ranking, isLit, isOpen, reveal, onPoint, onSelect, onClose }: RowProps) {
  const item = useRef<HTMLLIElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (reveal) item.current?.scrollIntoView?.({ block: 'nearest' })
  }, [reveal])
  const close = () => {
    button.current?.focus()
    onClose()
  }
  return (
    <li
      ref={item}
      value={row.place}
      className={`offing-list__row${isLit ? ' is-lit' : ''}${isOpen ? ' is-open' : ''}`}
      data-technology={row.id}
      data-place={row.place}
      onPointerEnter={() => onPoint(row.id)}
      onPointerLeave={() => onPoint(null)}
      onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
    >
      <button
        type="button"
        ref={button}
        className="offing-list__button"
        aria-expanded={isOpen}
        onClick={() => onSelect(row.id)}
        onFocus={() => onPoint(row.id)}
        onBlur={() => onPoint(null)}
      >
        <span className="offing-list__place">{row.place}</span>
        <span className="offing-list__name">{row.name}</span>
        <span className="offing-list__year">
          <span className="offing-list__middle">{row.years.middle}</span>
          <YearBar years={row.years} bands={ranking.bands} />
          <Hidden>{spreadLabel(row)}</Hidden>
        </span>
        {ranking.lens.kind !== 'specialism' && <Reach row={row} of={ranking.answered.ofSpecialisms} />}
      </button>
      {isOpen && <WhyHere row={row} ranking={ranking} onClose={close} />}
    </li>
  )
})

function Reach({ row, of }: { row: RankedTechnology; of: number }) {
  return <span className="offing-list__reach">{reachLabel(row.affected, of)}</span>
}

/** For screen readers, which do not see the bar. */
function Hidden({ children }: { children: string | null }) {
  return children && <span className="nhsuk-u-visually-hidden">{`, ${children.toLowerCase()}, `}</span>
}
