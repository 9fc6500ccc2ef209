import { memo, useEffect, useRef } from 'react'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { RangeStrip } from '../shared/certainty/RangeStrip.tsx'
import { groupHeading, groupSizes, rangeLabel } from '../shared/certainty/words.ts'
import type { Sureness } from '../shared/use-certainty.ts'
import { reachLabel } from '../shared/words.ts'
import { WhyHere } from './WhyHere.tsx'
import { spreadLabel } from './why.ts'
import { YearAxis, YearBar } from './YearBar.tsx'

interface Props {
  rows: readonly RankedTechnology[]
  ranking: Ranking
  sureness: Sureness
  lit: string | null
  /** The row whose reasons are shown; `reveal` brings it into view, when it was chosen elsewhere. */
  selected: string | null
  reveal: boolean
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
  onClose: () => void
}

/** The same technologies as the radar's marks, in the same order, and in groups once it is known how sure the places are. */
export function RadarList({ rows, ranking, sureness, lit, selected, reveal, onPoint, onSelect, onClose }: Props) {
  const { ranges } = sureness
  const sizes = groupSizes(ranges.values())
  const hasRanges = ranges.size > 0
  const shows = hasRanges ? 'ranges' : ranking.lens.kind === 'specialism' ? 'years' : 'reach'
  return (
    <div className={`offing-list offing-list--${shows}`}>
      <div className="offing-list__head" aria-hidden="true">
        <span>Place</span>
        <span>Technology</span>
        <span>
          Middle guess
          <YearAxis bands={ranking.bands} />
        </span>
        {shows === 'ranges' && <span>Place could be</span>}
        {shows === 'reach' && <span>How widespread</span>}
      </div>
      {inGroups(rows, ranges).map(({ group, rows }) => (
        <section key={group ?? 'all'} aria-label={group === null ? undefined : `Group ${group}`}>
          {group !== null && <h2 className="offing-list__group">{groupHeading(group, sizes.get(group)!)}</h2>}
          <ol>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                ranking={ranking}
                sureness={sureness}
                isLit={row.id === lit}
                isOpen={row.id === selected}
                reveal={reveal && row.id === selected}
                onPoint={onPoint}
                onSelect={onSelect}
                onClose={onClose}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** The rows by group, in their order; all of them in one without a number while there are none. */
function inGroups(rows: readonly RankedTechnology[], ranges: Sureness['ranges']) {
  const parts: { group: number | null; rows: RankedTechnology[] }[] = []
  for (const row of rows) {
    const group = ranges.get(row.id)?.group ?? null
    const last = parts.at(-1)
    if (last && last.group === group) last.rows.push(row)
    else parts.push({ group, rows: [row] })
  }
  return parts
}

interface RowProps extends Pick<Props, 'ranking' | 'sureness' | 'onPoint' | 'onSelect' | 'onClose' | 'reveal'> {
  row: RankedTechnology
  isLit: boolean
  isOpen: boolean
}

const Row = memo(function Row(props: RowProps) {
  const { row, ranking, sureness, isLit, isOpen, reveal, onPoint, onSelect, onClose } = props
  const range = sureness.ranges.get(row.id)
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
        {range ? (
          <span className="offing-list__range">
            <RangeStrip range={range} place={row.place} of={sureness.ranges.size} />
            <span className="offing-range-label">
              <Hidden>Place could be</Hidden>
              {rangeLabel(range)}
            </span>
          </span>
        ) : (
          ranking.lens.kind !== 'specialism' && <Reach row={row} of={ranking.answered.ofSpecialisms} />
        )}
      </button>
      {isOpen && <WhyHere row={row} ranking={ranking} range={range} onClose={close} />}
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
