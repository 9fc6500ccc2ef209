import { memo } from 'react'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { type Cluster, isMark, type Mark } from '../../api/radar/layout.ts'
import { letterSize, markLabel } from '../../api/radar/marks.ts'
import { digitsIn, type Look, outlineOf } from '../../api/radar/shapes.ts'
import { bandLabel, count, listed, ordinal } from '../shared/words.ts'
import { onPress } from './on-press.ts'

export type Drawn = Mark<RankedTechnology> | Cluster<RankedTechnology>

interface MarkProps {
  mark: Mark<RankedTechnology>
  look: Look | undefined
  isSelected: boolean
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
}

/** A technology on the radar, numbered with its place: a button that shows why it is there. */
export const TechnologyMark = memo(function TechnologyMark({ mark, look, isSelected, onPoint, onSelect }: MarkProps) {
  const { technology } = mark
  const select = () => onSelect(technology.id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in an SVG picture.
    <g
      role="button"
      tabIndex={0}
      aria-label={look ? `${markLabel(technology)}, ${look.name.toLowerCase()}` : markLabel(technology)}
      aria-pressed={isSelected}
      className={`${classOf(mark, look)}${isSelected ? ' is-selected' : ''}`}
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
      <Face mark={mark} look={look} />
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
export function Lit({ drawn, look }: { drawn: Drawn; look: Look | undefined }) {
  const kind = isMark(drawn) ? classOf(drawn, look) : 'offing-mark offing-mark--cluster'
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus.
    <g className={`${kind} is-lit`} transform={at(drawn)} aria-hidden="true">
      <circle r={drawn.radius + 5} className="offing-mark__halo" />
      {isMark(drawn) ? <Face mark={drawn} look={look} /> : <ClusterFace cluster={drawn} />}
    </g>
  )
}

function Face({ mark, look }: Pick<MarkProps, 'mark' | 'look'>) {
  const text = String(mark.technology.place)
  const shape = look?.shape ?? 'circle'
  return (
    <>
      <path d={outlineOf(shape, mark.radius, mark.angle)} className="offing-mark__face" />
      <text dy="0.355em" fontSize={letterSize(text, mark.radius * digitsIn[shape])}>
        {text}
      </text>
    </>
  )
}

const classOf = ({ change }: Mark<RankedTechnology>, look: Look | undefined) =>
  `offing-mark offing-mark--${change}${look ? ` offing-hue offing-hue--${look.hue}` : ''}`

function ClusterFace({ cluster }: { cluster: Cluster<RankedTechnology> }) {
  const text = `×${cluster.members.length}`
  const half = cluster.radius * 0.87
  return (
    <>
      <rect x={-half} y={-half} width={2 * half} height={2 * half} rx={half * 0.55} className="offing-mark__face" />
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
