import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { type Look, outlineOf } from '../../api/radar/shapes.ts'
import { radiusOf } from '../../api/radar/sizes.ts'
import type { Colouring } from './use-colouring.ts'

interface Props {
  technologies: readonly RankedTechnology[]
  colouring: Colouring
}

const explained: Record<Colouring['colour'], string> = {
  change: '',
  grouping: 'By the mean of the answers of its specialisms, of those whose figures may be shown.',
  movement: 'A thin line leads from the year that a technology had then. That time passes is no movement.',
}

/** What each shape and colour means, and how many marks have it. */
export function LookKey({ technologies, colouring: { looks, lookOf, colour } }: Props) {
  const counts = new Map<string, number>()
  for (const { id } of technologies) {
    const key = lookOf(id)?.key
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const held = looks.filter(({ key }) => counts.has(key))
  if (held.length === 0) return null
  return (
    <>
      <ul className="offing-legend__looks" aria-label="Colours and shapes">
        {held.map((look) => (
          <li key={look.key}>
            <LookSample look={look} />
            <span>
              {look.name}: <b>{counts.get(look.key)}</b>
            </span>
          </li>
        ))}
      </ul>
      <p>{explained[colour]}</p>
    </>
  )
}

function LookSample({ look }: { look: Look }) {
  const radius = radiusOf(1, 0.7)
  const box = 2 * (radius + 1)
  return (
    <svg viewBox={`${-box / 2} ${-box / 2} ${box} ${box}`} width={box} height={box} aria-hidden="true">
      <g className={`offing-mark offing-mark--2 offing-hue offing-hue--${look.hue}`}>
        <path d={outlineOf(look.shape, radius)} className="offing-mark__face" />
      </g>
    </svg>
  )
}
