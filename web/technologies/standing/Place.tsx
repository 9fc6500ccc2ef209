import { Link } from 'react-router'
import { pages } from '../../../api/contract/paths.ts'
import type { RankedTechnology, Standing } from '../../../api/contract/ranking.ts'
import type { Scan } from '../../../api/contract/scans.ts'
import { whyHere } from '../../radar/why.ts'
import { useAddress, withQuery } from '../../shared/address.ts'
import { howSure } from '../../shared/certainty/words.ts'
import { LensSelect } from '../../shared/LensSelect.tsx'
import { Markers } from '../../shared/Markers.tsx'
import { wholeScore } from '../../shared/points.ts'
import { useScan } from '../../shared/queries.ts'
import { useRankingFilters, viewOf } from '../../shared/ranking-address.ts'
import { useCertainty } from '../../shared/use-certainty.ts'
import { count, dateLabel, listMeanings, listNames, ordinal, scoreMeans } from '../../shared/words.ts'
import { awaitedOf, lensName } from './words.ts'

/** Where it stands, of how many and for whom; outside of the ranked list, which list it is in and why. */
export function Place({ standing }: { standing: Standing }) {
  return (
    <section className="offing-section offing-place" aria-labelledby="place">
      <h2 className="nhsuk-heading-m" id="place">
        Its place
      </h2>
      {standing.ranked ? (
        <RankedPlace standing={standing} ranked={standing.ranked} />
      ) : (
        <OtherPlace standing={standing} />
      )}
      <Basis standing={standing} />
      <Interests standing={standing} />
      <Markers ranking={standing} />
      <Lens standing={standing} />
    </section>
  )
}

function RankedPlace({ standing, ranked }: { standing: Standing; ranked: RankedTechnology }) {
  const { lens } = standing
  const scan = useScan(standing.scan.slug).data?.value
  const range = useCertainty().ranges.get(ranked.id)
  const inLens = scan?.specialisms.filter(({ grouping }) => lens.kind === 'all' || grouping === lens.slug).length
  return (
    <>
      <p className="offing-place__line">
        <strong>
          {ordinal(ranked.place)} of {standing.of}
        </strong>
        , {lensName(lens)}
      </p>
      <p className="offing-measure">{whyHere(ranked, lens, inLens ?? ranked.asked)}</p>
      {range && <p className="offing-measure">{howSure(ranked.place, range)}</p>}
      <p className="offing-quiet">
        Change score {wholeScore(ranked.score)}: {scoreMeans}
      </p>
    </>
  )
}

function OtherPlace({ standing }: { standing: Standing }) {
  const { list, lens } = standing
  const awaited = standing.round ? awaitedOf(standing) : 'no round has closed yet'
  return (
    <>
      <p className="offing-place__line">
        <strong>{listNames[list]}</strong>
        {list === 'awaiting' && `: ${awaited}`}, {lensName(lens)}
      </p>
      <p className="offing-measure">
        {list === 'awaiting' ? 'So it has no place and no score yet.' : listMeanings[list]}
      </p>
    </>
  )
}

/** Which scan and which round it is from, and where the others are. */
function Basis({ standing: { scan, round, workingDraft } }: { standing: Standing }) {
  const view = viewOf(useRankingFilters())
  return (
    <p className="offing-quiet">
      {workingDraft && <strong className="nhsuk-tag nhsuk-tag--yellow">Working draft</strong>} {scan.name},{' '}
      {scan.startYear} to {scan.endYear}
      {round && `, round ${round.number}, closed on ${dateLabel(round.closedAt)}`}.{' '}
      <span className="offing-no-print">
        <Link to={withQuery(pages.ranking, view)}>The whole ranking</Link> ·{' '}
        <Link to={withQuery(pages.method, { scan: view.edition ? scan.slug : view.scan })}>How this scan works</Link>
      </span>
    </p>
  )
}

function Interests({ standing: { interests } }: { standing: Standing }) {
  if (interests.declared === 0) return null
  const counted = interests.leftOut ? 'Their answers on it are left out.' : 'Their answers on it count.'
  return (
    <p className="offing-quiet">
      {count(interests.declared, 'panel member')} declared an interest in it. {counted}
    </p>
  )
}

function Lens({ standing }: { standing: Standing }) {
  const { change } = useAddress()
  const scan = useScan(standing.scan.slug).data?.value
  if (!scan) return null
  return (
    <div className="offing-filters offing-no-print">
      <LensSelect
        ranking={{ lens: standing.lens, lenses: lensesAsked(standing, scan) }}
        onChange={(lens) => change({ lens })}
      />
    </div>
  )
}

/** Only what was asked about the technology, and what is shown now. */
function lensesAsked({ lens, specialisms }: Standing, scan: Scan) {
  const isAsked = (slug: string) => slug === lens.slug || specialisms.some((one) => one.slug === slug)
  const kept = scan.specialisms.filter(({ slug, grouping }) => isAsked(slug) || grouping === lens.slug)
  return {
    groupings: scan.groupings.filter(({ slug }) => kept.some(({ grouping }) => grouping === slug)),
    specialisms: kept.filter(({ slug }) => isAsked(slug)).map(({ slug, name, grouping }) => ({ slug, name, grouping })),
  }
}
