import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { RadarLayout } from '../../api/radar/layout.ts'
import { letterOf, type Naming } from '../../api/radar/names.ts'
import { outlineOf } from '../../api/radar/shapes.ts'
import { changes, radiusOf } from '../../api/radar/sizes.ts'
import { listed, ordinal } from '../shared/words.ts'
import { LookKey } from './LookKey.tsx'
import type { Colouring } from './use-colouring.ts'

interface Props {
  layout: RadarLayout<RankedTechnology>
  naming: Naming
  technologies: readonly RankedTechnology[]
  colouring: Colouring
}

/** How to read the radar. */
export function Legend({ layout, naming, technologies, colouring }: Props) {
  const { slices, clusters, scale } = layout
  return (
    <figcaption className="offing-legend">
      {naming.style === 'letters' && (
        <ul className="offing-legend__slices">
          {slices.map((slice) => (
            <li key={slice.slug}>
              <b>{letterOf(slice)}</b>
              {slice.name}
            </li>
          ))}
        </ul>
      )}
      <LookKey technologies={technologies} colouring={colouring} />
      <ul className="offing-legend__sizes">
        {changes.map(({ size, name, meaning }) => (
          <li key={size}>
            <Sample size={size} radius={radiusOf(size, Math.min(scale, 0.8))} isPlain={colouring.looks.length === 0} />
            <span>
              <b>{capital(name)}</b>
              <br />
              {meaning}
            </span>
          </li>
        ))}
      </ul>
      <p>
        The number is the place. The further out, the later: the middle guess of the panel’s answers. Left or right
        within a slice means nothing. A mark may stand up to 0.4 of a year nearer or further to keep clear of others,
        and never leaves its ring.
        {clusters.length > 0 && (
          <span className="offing-no-print">
            {' '}
            ×3 stands for three technologies too close to draw apart: press it to see them.
          </span>
        )}
      </p>
      {clusters.length > 0 && <Clusters layout={layout} />}
    </figcaption>
  )
}

/** On paper a cluster cannot be opened, so its members are written out. */
function Clusters({ layout }: { layout: RadarLayout<RankedTechnology> }) {
  return (
    <p className="offing-print-only">
      Drawn together:{' '}
      {layout.clusters
        .map(({ members, slice }) => {
          const places = listed(members.map((technology) => ordinal(technology.place)))
          return `×${members.length} in ${layout.slices[slice]!.name}: ${places}`
        })
        .join('; ')}
      .
    </p>
  )
}

/** Where colour says something else, in the one of those that have none. */
function Sample({ size, radius, isPlain }: { size: number; radius: number; isPlain: boolean }) {
  const box = 2 * (radiusOf(2, 0.8) + 1)
  return (
    <svg viewBox={`${-box / 2} ${-box / 2} ${box} ${box}`} width={box} height={box} aria-hidden="true">
      <g className={`offing-mark offing-mark--${size}${isPlain ? '' : ' offing-hue offing-hue--7'}`}>
        <path d={outlineOf('circle', radius)} className="offing-mark__face" />
      </g>
    </svg>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
