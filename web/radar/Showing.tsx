import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { LensSelect } from '../shared/LensSelect.tsx'
import { useRankingFilters } from '../shared/ranking-address.ts'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'
import { bandLabel, count } from '../shared/words.ts'
import { ColourSelect } from './ColourSelect.tsx'
import { firstShown, mostShown } from './shown.ts'
import type { Colouring } from './use-colouring.ts'
import type { Zoom } from './zoom.ts'

interface Props {
  ranking: Ranking
  shown: number
  zoom: Zoom | null
  colouring: Colouring
}

/** Whose services, and how many technologies: all of it is in the address. */
export function Showing({ ranking, shown, zoom, colouring }: Props) {
  const { change } = useAddress()
  // Pressing a slice's name takes the name away, and so does the way back.
  const howMany = useFocusOnChange<HTMLParagraphElement>(zoom?.name)
  return (
    <div className="offing-showing">
      <div className="offing-no-print">
        <LensSelect ranking={ranking} onChange={(lens) => change({ lens, why: null })} />
      </div>
      <div className="offing-no-print">
        <ColourSelect colouring={colouring} />
      </div>
      <p className="offing-showing__count" ref={howMany} tabIndex={-1}>
        {zoom ? <Zoomed zoom={zoom} shown={shown} /> : <HowMany total={ranking.total} shown={shown} />}
      </p>
      <p className="offing-showing__table offing-no-print">
        <Link to={withQuery(pages.ranking, useRankingFilters())}>See it as a table</Link>
      </p>
      <Filtered ranking={ranking} />
    </div>
  )
}

/** One slice or ring is shown, all of it; and the way back. */
function Zoomed({ zoom, shown }: { zoom: Zoom; shown: number }) {
  const { linkWith } = useAddress()
  return (
    <>
      <span>
        Enlarged: {zoom.name}, {count(shown, 'technology', 'technologies')}
      </span>
      <Link className="offing-no-print" to={linkWith({ zoom: null })} preventScrollReset>
        Back to the whole radar
      </Link>
    </>
  )
}

function HowMany({ total, shown }: { total: number; shown: number }) {
  const { linkWith, get } = useAddress()
  if (total <= firstShown) return <span>{count(total, 'technology', 'technologies')}</span>
  const isAll = get('show') === 'all'
  const number = (n: number) => n.toLocaleString('en-GB')
  const all = total <= mostShown ? `all ${number(total)}` : `the first ${number(mostShown)}`
  return (
    <>
      <span>
        {shown === total ? `All ${number(total)} technologies` : `First ${number(shown)} of ${number(total)}`}
      </span>
      <Link className="offing-no-print" to={linkWith({ show: isAll ? null : 'all' })} preventScrollReset>
        Show {isAll ? `the first ${firstShown}` : all}
      </Link>
    </>
  )
}

const filters = ['category', 'band', 'specialism', 'q'] as const

/** Filters that a link brought along, in words, and the way out of them. */
function Filtered({ ranking }: { ranking: Ranking }) {
  const { all, has, linkWith } = useAddress()
  if (!filters.some(has)) return null
  const named = (list: readonly { slug: string; name: string }[]) => (slug: string) =>
    list.find((one) => one.slug === slug)?.name ?? slug
  const bandOf = (index: string) => ranking.bands.find((band) => String(band.index) === index)
  const words = [
    ...all('category').map(named(ranking.categories)),
    ...all('band').map((index) => (bandOf(index) ? bandLabel(bandOf(index)!) : index)),
    ...all('specialism').map(named(ranking.lenses.specialisms)),
    ...all('q').map((text) => `“${text}”`),
  ]
  return (
    <p className="offing-showing__filters">
      Only: {words.join('; ')}.{' '}
      <Link className="offing-no-print" to={linkWith({ category: null, band: null, specialism: null, q: null })}>
        Show everything
      </Link>
    </p>
  )
}
