import './radar.scss'
import { type ReactNode, useMemo, useState } from 'react'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Band } from '../../api/contract/scans.ts'
import { type Cluster, isMark, layOut, type RadarLayout } from '../../api/radar/layout.ts'
import { namingFor } from '../../api/radar/names.ts'
import type { Category } from '../../api/radar/slices.ts'
import { Callout } from './Callout.tsx'
import { ClusterList } from './ClusterList.tsx'
import { Legend } from './Legend.tsx'
import { ClusterMark, type Drawn, Lit, TechnologyMark } from './marks.tsx'
import { Scale } from './Scale.tsx'
import { type Colouring, plain } from './use-colouring.ts'
import { useWidth } from './use-width.ts'
import { Traces, Whisker } from './Years.tsx'
import { ZoomButtons } from './ZoomButtons.tsx'

interface Props {
  technologies: readonly RankedTechnology[]
  categories: readonly Category[]
  bands: readonly Band[]
  startYear: number
  colouring?: Colouring
  /** Ids of the technology that is pointed at, here or in the list, and of the one whose reasons are shown. */
  lit: string | null
  selected: string | null
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
  onClose: () => void
  /** Enlarges a slice or a ring: "category:genomics", "band:1". */
  onZoom?: (zoom: string) => void
  /** What stands between the picture and its legend. */
  children?: ReactNode
}

/** The radar: ranked technologies by category and year. Its marks are the rows of the list beside it, no more and no fewer. */
export function Radar({
  technologies,
  categories,
  bands,
  startYear,
  colouring = plain,
  lit,
  selected,
  onPoint,
  onSelect,
  onClose,
  onZoom,
  children,
}: Props) {
  const [box, width] = useWidth<HTMLDivElement>()
  const [open, setOpen] = useState<string | null>(null)
  const naming = useMemo(
    () => namingFor({ technologies, categories, bands }, width),
    [technologies, categories, bands, width],
  )
  const layout = useMemo(
    () => layOut({ technologies, categories, bands, radius: width / 2 - naming.margin }),
    [technologies, categories, bands, width, naming],
  )
  const opened = layout.clusters.find((cluster) => keyOf(cluster) === open)
  const shown = litOf(layout, lit)
  const { lookOf, moved } = colouring
  const half = width / 2
  const dismiss = () => {
    onPoint(null)
    if (selected) onClose()
  }
  return (
    <figure
      className="offing-radar"
      data-marks={countOf(layout)}
      onKeyDown={(event) => event.key === 'Escape' && dismiss()}
    >
      <div className="offing-radar__picture" ref={box}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it, not a set of fields. */}
        <svg viewBox={`${-half} ${-half} ${width} ${width}`} role="group" aria-label={labelOf(technologies.length)}>
          <Scale layout={layout} naming={naming} startYear={startYear} />
          {moved && <Traces layout={layout} moved={moved} />}
          {inOrder(layout).map((drawn) =>
            'technology' in drawn ? (
              <TechnologyMark
                key={drawn.technology.id}
                mark={drawn}
                look={lookOf(drawn.technology.id)}
                isSelected={drawn.technology.id === selected}
                onPoint={onPoint}
                onSelect={onSelect}
              />
            ) : (
              <ClusterMark
                key={keyOf(drawn)}
                cluster={drawn}
                isOpen={drawn === opened}
                onPress={() => setOpen(drawn === opened ? null : keyOf(drawn))}
              />
            ),
          )}
          {onZoom && <ZoomButtons layout={layout} margin={naming.margin} onZoom={onZoom} />}
          {[...new Set([litOf(layout, selected), shown])].map(
            (drawn) => drawn && isMark(drawn) && <Whisker key={drawn.technology.id} mark={drawn} layout={layout} />,
          )}
          {shown && <Lit drawn={shown} look={isMark(shown) ? lookOf(shown.technology.id) : undefined} />}
        </svg>
        {shown && !opened && lit !== selected && <Callout drawn={shown} id={lit!} width={width} />}
        {opened && (
          <ClusterList
            key={keyOf(opened)}
            cluster={opened}
            width={width}
            onPoint={onPoint}
            onSelect={(id) => {
              setOpen(null)
              onSelect(id)
            }}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
      {children}
      <Legend layout={layout} naming={naming} technologies={technologies} colouring={colouring} />
    </figure>
  )
}

const keyOf = (cluster: Cluster<RankedTechnology>) => cluster.members.map((technology) => technology.id).join(' ')

const countOf = ({ marks, clusters }: RadarLayout<RankedTechnology>) =>
  clusters.reduce((sum, cluster) => sum + cluster.members.length, marks.length)

const labelOf = (number: number) =>
  number === 1 ? 'Radar of 1 technology, by place' : `Radar of ${number} technologies, by place`

/** Marks and clusters by their best place: the order in which the keyboard meets them. */
function inOrder({ marks, clusters }: RadarLayout<RankedTechnology>): Drawn[] {
  return [...marks, ...clusters].sort(
    (a, b) => firstOf(a).place - firstOf(b).place || (firstOf(a).id < firstOf(b).id ? -1 : 1),
  )
}

const firstOf = (drawn: Drawn) => ('technology' in drawn ? drawn.technology : drawn.members[0]!)

/** What stands for the technology that is pointed at: its mark, or the cluster that holds it. */
function litOf({ marks, clusters }: RadarLayout<RankedTechnology>, lit: string | null): Drawn | undefined {
  if (lit === null) return undefined
  return (
    marks.find((mark) => mark.technology.id === lit) ??
    clusters.find((cluster) => cluster.members.some((technology) => technology.id === lit))
  )
}
