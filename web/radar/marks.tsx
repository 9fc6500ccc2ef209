import { type KeyboardEvent, memo } from 'react'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Cluster, Mark } from '../../api/radar/layout.ts'
import { letterSize, markLabel } from '../../api/radar/marks.ts'
import { bandLabel, count, listed, ordinal } from '../shared/words.ts'

interface MarkProps {
  mark: Mark<RankedTechnology>
  isSelected: boolean
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
}

/** A technology on the radar, numbered with its place: a button that shows why it is there. */
export const TechnologyMark = memo(function TechnologyMark({ mark, isSelected, onPoint, onSelect }: MarkProps) {
  const { technology, change } = mark
  const select = () => onSelect(technology.id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in an SVG picture.
    <g
      role="button"
      tabIndex={0}
      aria-label={markLabel(technology)}
      aria-pressed={isSelected}
      className={`offing-mark offing-mark--${change}${isSelected ? ' is-selected' : ''}`}
      transform={at(mark)}
      data-technology={technology.id}
      data-place={technology.place}
      onClick={select}
      onKeyDown={onPress(select)}
      onPointerEnter={() => onPoint(technology.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(technology.id)}
      onBlur={() => onPoint(null)}
    >
      <Face mark={mark} />
    </g>
  )
})

interface ClusterProps {
  cluster: Cluster<RankedTechnology>
  isOpen: boolean
  onPress: () => void
}

/** Technologies that could not be drawn apart: a button that opens the list of them. */
export function ClusterMark({ cluster, isOpen, onPress: press }: ClusterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in an SVG picture.
    <g
      role="button"
      tabIndex={0}
      aria-label={clusterLabel(cluster.members)}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      className="offing-mark offing-mark--cluster"
      transform={at(cluster)}
      data-cluster={cluster.members.length}
      data-members={cluster.members.map((technology) => technology.id).join(' ')}
      onClick={press}
      onKeyDown={onPress(press)}
    >
      <ClusterFace cluster={cluster} />
    </g>
  )
}

/** The mark or cluster that is pointed at, drawn once more above all others. */
export function Lit({ drawn }: { drawn: Mark<RankedTechnology> | Cluster<RankedTechnology> }) {
  const kind = 'technology' in drawn ? String(drawn.change) : 'cluster'
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus.
    <g className={`offing-mark offing-mark--${kind} is-lit`} transform={at(drawn)} aria-hidden="true">
      <circle r={drawn.radius + 5} className="offing-mark__halo" />
      {'technology' in drawn ? <Face mark={drawn} /> : <ClusterFace cluster={drawn} />}
    </g>
  )
}

function Face({ mark }: { mark: Mark<RankedTechnology> }) {
  const text = String(mark.technology.place)
  return (
    <>
      <circle r={mark.radius} />
      <text dy="0.355em" fontSize={letterSize(text, mark.radius)}>
        {text}
      </text>
    </>
  )
}

function ClusterFace({ cluster }: { cluster: Cluster<RankedTechnology> }) {
  const text = `×${cluster.members.length}`
  const half = cluster.radius * 0.87
  return (
    <>
      <rect x={-half} y={-half} width={2 * half} height={2 * half} rx={half * 0.55} />
      <text dy="0.355em" fontSize={letterSize(text, cluster.radius)}>
        {text}
      </text>
    </>
  )
}

const at = ({ x, y }: { x: number; y: number }) => `translate(${x.toFixed(2)} ${y.toFixed(2)})`

/** "×4: 4 technologies close together, 2029: 12th, 17th, 20th and 31st". */
function clusterLabel(members: readonly RankedTechnology[]): string {
  const years = members.map((technology) => technology.years.middle)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const places = listed(members.map((technology) => ordinal(technology.place)))
  const what = count(members.length, 'technology', 'technologies')
  return `×${members.length}: ${what} close together, ${bandLabel({ index: 0, from, to })}: ${places}`
}

function onPress(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
}
