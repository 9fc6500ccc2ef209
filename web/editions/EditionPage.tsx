import '../technologies/technology.scss'
import './editions.scss'
import { Link, useParams } from 'react-router'
import type { Edition } from '../../api/contract/editions.ts'
import { pages } from '../../api/contract/paths.ts'
import { TakeAway } from '../exchange/TakeAway.tsx'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { EditionBanner } from '../shared/editions/EditionBanner.tsx'
import { useEdition } from '../shared/editions/queries.ts'
import { editionName, purposeNames } from '../shared/editions/words.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel, whatItIsNot } from '../shared/words.ts'
import { EditionStep } from './acts/EditionStep.tsx'
import { Checklist } from './Checklist.tsx'
import { Decision } from './Decision.tsx'
import { EditionActions } from './EditionActions.tsx'
import { EditionLinks } from './EditionLinks.tsx'
import { KnownGaps } from './KnownGaps.tsx'
import { Proof } from './Proof.tsx'
import { Recommendations } from './Recommendations.tsx'

/** One edition: its cover, how it stands, what was decided on it, and its proof. `act` in the address is a thing to do about it. */
export default function EditionPage() {
  const { edition = '' } = useParams()
  const act = useAddress().get('act')
  return (
    <Loaded query={useEdition(edition)} what="this edition" missing="edition" isPage>
      {({ value }) => (act ? <EditionStep act={act} edition={value} /> : <Whole edition={value} />)}
    </Loaded>
  )
}

function Whole({ edition }: { edition: Edition }) {
  useTitle(editionName(edition))
  const mayWrite = useMay('editions.write')
  return (
    <article className="offing-edition">
      <Link className="nhsuk-back-link offing-no-print" to={pages.editions}>
        Editions
      </Link>
      <DoneBefore />
      <Cover edition={edition} />
      <EditionLinks edition={edition} />
      {mayWrite && <EditionActions edition={edition} />}
      {mayWrite && edition.state === 'draft' && <Checklist edition={edition} />}
      <Recommendations edition={edition} />
      <KnownGaps gaps={edition.gaps} />
      <Approval edition={edition} />
      <Decision edition={edition} />
      <TakeAway edition={edition} />
      <Proof edition={edition} />
    </article>
  )
}

function Cover({ edition }: { edition: Edition }) {
  const { scan, round, purpose, publishedAt, note } = edition
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
        <span className="nhsuk-caption-l">{purposeNames[purpose]}</span>
        {editionName(edition)}
      </h1>
      <EditionBanner edition={edition} />
      <p>
        {scan.name}, {scan.startYear} to {scan.endYear}, as of round {round}.{' '}
        {publishedAt && `Published on ${dateLabel(publishedAt)}.`}
      </p>
      {note && <p className="offing-measure offing-as-typed">{note}</p>}
      <p className="offing-quiet">{whatItIsNot}</p>
      {edition.demonstration && <DemonstrationNotice />}
    </>
  )
}

function Approval({ edition: { approval, state } }: { edition: Edition }) {
  return (
    <section className="offing-section" aria-labelledby="approval">
      <h2 className="nhsuk-heading-m" id="approval">
        Approval
      </h2>
      {approval ? (
        <p>
          Approved by {approval.by}, at {approval.meeting}, on {dateLabel(approval.on)}.
        </p>
      ) : (
        <p>{state === 'draft' ? 'Nobody has approved it yet.' : 'No approval is recorded.'}</p>
      )}
    </section>
  )
}
