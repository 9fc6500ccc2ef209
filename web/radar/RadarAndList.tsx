import { useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { CertaintyNote } from '../shared/certainty/CertaintyNote.tsx'
import { useCertainty } from '../shared/use-certainty.ts'
import { NothingRanked } from './NothingRanked.tsx'
import { Radar } from './Radar.tsx'
import { RadarList } from './RadarList.tsx'
import { firstShown } from './shown.ts'
import type { Colouring } from './use-colouring.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { WhyHere } from './WhyHere.tsx'
import { whyHere } from './why.ts'
import type { Zoom } from './zoom.ts'

interface Props {
  rows: readonly RankedTechnology[]
  ranking: Ranking
  zoom: Zoom | null
  colouring: Colouring
}

/** Radar and list side by side: pointing at either lights the other, pressing shows why a technology is there. */
export function RadarAndList({ rows, ranking, zoom, colouring }: Props) {
  const { change } = useAddress()
  const [lit, setLit] = useState<string | null>(null)
  const chosen = useChosen(rows)
  const sureness = useCertainty()
  const isNarrow = useIsNarrow()
  const { categories, bands } = useDrawn(ranking, zoom)
  const isUnderRadar = isNarrow && chosen.from === 'radar'
  const { row } = chosen
  const radar = useRef<HTMLDivElement>(null)
  const closeFromRadar = () => {
    markOf(radar.current, row?.id)?.focus()
    chosen.close()
  }
  return (
    <div className="offing-radar-page__body">
      <div className="offing-radar-page__radar" ref={radar}>
        <a className="offing-skip offing-no-print" href="#radar-list">
          Skip the radar
        </a>
        <Radar
          technologies={rows}
          categories={categories}
          bands={bands}
          colouring={colouring}
          startYear={ranking.scan.startYear}
          lit={lit}
          selected={row?.id ?? null}
          onPoint={setLit}
          onSelect={chosen.fromRadar}
          onClose={closeFromRadar}
          onZoom={(zoom) => change({ zoom, why: null })}
        >
          {row && isUnderRadar && (
            <WhyHere row={row} ranking={ranking} range={sureness.ranges.get(row.id)} isApart onClose={closeFromRadar} />
          )}
        </Radar>
        <p className="nhsuk-u-visually-hidden" role="status">
          {row && chosen.from === 'radar' && whyHere(row, ranking.lens, ranking.answered.ofSpecialisms)}
        </p>
      </div>
      <section className="offing-radar-page__list" id="radar-list" tabIndex={-1} aria-label="Technologies by place">
        {rows.length > 0 && <CertaintyNote certainty={sureness.certainty} />}
        {rows.length === 0 ? (
          <NothingRanked ranking={ranking} />
        ) : (
          <RadarList
            rows={rows}
            ranking={ranking}
            sureness={sureness}
            lit={lit}
            selected={isUnderRadar ? null : (row?.id ?? null)}
            reveal={chosen.from === 'radar'}
            onPoint={setLit}
            onSelect={chosen.fromList}
            onClose={chosen.close}
          />
        )}
        {!zoom && <ShowMore shown={rows.length} total={ranking.total} />}
      </section>
    </div>
  )
}

/** The mark of a technology, or the cluster that holds it: where the focus goes when its reasons are closed. */
const markOf = (radar: HTMLElement | null, id = '') =>
  radar?.querySelector<SVGElement>(`[data-technology="${id}"], [data-members~="${id}"]`)

/** The technology whose reasons are shown stands in the address, so that a link shows what its sender saw. */
function useChosen(rows: readonly RankedTechnology[]) {
  const { get, change } = useAddress()
  const [from, setFrom] = useState<'radar' | 'list'>('list')
  const row = rows.find((each) => each.slug === get('why'))
  const choose = useCallback(
    (id: string, where: 'radar' | 'list') => {
      const slug = rows.find((each) => each.id === id)?.slug
      setFrom(where)
      change({ why: slug === row?.slug ? null : slug }, { typing: true })
    },
    [rows, row, change],
  )
  return {
    row,
    from,
    fromRadar: useCallback((id: string) => choose(id, 'radar'), [choose]),
    fromList: useCallback((id: string) => choose(id, 'list'), [choose]),
    close: useCallback(() => change({ why: null }, { typing: true }), [change]),
  }
}

/** All categories have a slice, unless the address asks for some of them; every band a ring. What is enlarged stands alone. */
function useDrawn({ categories, bands }: Ranking, zoom: Zoom | null) {
  const wanted = useAddress().all('category').join(' ')
  return useMemo(() => {
    const slugs = wanted.split(' ').filter(Boolean)
    return {
      categories: categories.filter(({ slug }) =>
        zoom?.category ? slug === zoom.category : slugs.length === 0 || slugs.includes(slug),
      ),
      bands: zoom?.band === undefined ? bands : bands.filter(({ index }) => index === zoom.band),
    }
  }, [categories, bands, wanted, zoom])
}

function ShowMore({ shown, total }: { shown: number; total: number }) {
  const { linkWith } = useAddress()
  if (shown !== firstShown || total <= firstShown) return null
  return (
    <p className="offing-no-print">
      <Link to={linkWith({ show: 'all' })} preventScrollReset>
        Show {total - shown} more
      </Link>
    </p>
  )
}
