import { useMemo } from 'react'
import { layOut } from '../../../api/radar/layout.ts'
import { letterOf, namingFor } from '../../../api/radar/names.ts'
import { changes } from '../../../api/radar/sizes.ts'
import { radarSvg } from '../../../api/radar/svg.ts'
import { listed } from '../../shared/words.ts'
import { shortened } from '../../specialisms/brief.ts'
import type { FirstFit } from './fits.ts'
import type { PaperGiven } from './use-paper.ts'

interface Props {
  given: PaperGiven
  fit: FirstFit
}

/** The radar of the first technologies beside their names, and how to read it. */
export function PaperRadar({ given, fit }: Props) {
  const { first, ranking } = given
  const { address, letters, together } = usePicture(given, fit.radar)
  if (first.length === 0) return <p>Nothing is ranked yet, so there is no radar.</p>
  const of = ranking.total > first.length ? `the first ${first.length} of ${ranking.total}` : `all ${first.length}`
  return (
    <section>
      <h2>The radar: {of} technologies</h2>
      <div className="offing-sheet__radar">
        <div className="offing-sheet__picture" style={{ width: `${fit.radar}mm`, height: `${fit.radar}mm` }}>
          <img
            src={address}
            alt={`Radar of ${first.length} technologies: further out is later, the number is the place. The list beside it names them; the table on page 2 gives their years.`}
          />
        </div>
        <ol>
          {first.map(({ id, name, place }) => (
            <li key={id}>
              <b>{place}</b> <span>{shortened(name, fit.name) ?? name}</span>
            </li>
          ))}
        </ol>
      </div>
      <Key letters={letters} together={together} />
    </section>
  )
}

/** Pixels for which the picture is laid out, by millimetre: as many as leave its smallest numbers readable. More room parts more marks. */
const pixels = 4.75

/** The picture is square. Which letter is which slice stands below it, in our own words, so what it says of that is left out of view. */
function usePicture({ first, ranking }: PaperGiven, millimetres: number) {
  return useMemo(() => {
    const width = millimetres * pixels
    const { categories, bands, scan } = ranking
    const input = { technologies: first, categories, bands }
    const naming = namingFor(input, width)
    const layout = layOut({ ...input, radius: width / 2 - naming.margin })
    const words = { title: 'Radar', description: 'The list beside it names the technologies.' }
    const picture = radarSvg(layout, { ...words, startYear: scan.startYear, naming })
    return {
      address: `data:image/svg+xml,${encodeURIComponent(picture)}`,
      together: layout.clusters.map(({ members }) => members.map(({ place }) => String(place))),
      letters:
        naming.style === 'letters' ? layout.slices.map((slice) => ({ letter: letterOf(slice), name: slice.name })) : [],
    }
  }, [first, ranking, millimetres])
}

interface KeyProps {
  letters: { letter: string; name: string }[]
  /** Places too close to be drawn apart. */
  together: string[][]
}

function Key({ letters, together }: KeyProps) {
  return (
    <>
      {letters.length > 0 && (
        <p className="offing-sheet__key">
          {letters.map(({ letter, name }) => (
            <span key={letter}>
              <b>{letter}</b> {name}{' '}
            </span>
          ))}
        </p>
      )}
      <p className="offing-sheet__key">
        The number is the place. The further out, the later: the panel’s middle guess, “now” at the centre. Left or
        right within a slice means nothing.{' '}
        {together.map((places) => `×${places.length} stands for ${listed(places)}. `)}
        {changes.map(({ size, name, meaning }) => (
          <span key={size}>
            <Sample size={size} /> {name}: {meaning}.{' '}
          </span>
        ))}
      </p>
    </>
  )
}

const fills = ['#ffffff', '#9cc3ea', '#003087'] as const
const radii = [4, 5, 6] as const

/** Size and darkness say the same, so that it can be told apart in black and white. */
const Sample = ({ size }: { size: 0 | 1 | 2 }) => (
  <svg viewBox="-7 -7 14 14" aria-hidden="true">
    <circle r={radii[size]} fill={fills[size]} stroke="#003087" strokeWidth="1" />
  </svg>
)
