import type { ReactNode } from 'react'
import type { Statement } from '../../../api/contract/statement.ts'
import { DemonstrationNotice } from '../../shared/DemonstrationNotice.tsx'
import { count, whatItIsNot } from '../../shared/words.ts'
import { Approved } from './Approved.tsx'
import { Asked } from './Asked.tsx'
import { Criteria } from './Criteria.tsx'
import { HowCounted } from './HowCounted.tsx'
import { Lists } from './Lists.tsx'
import { Named } from './Named.tsx'
import { Rounds } from './Rounds.tsx'
import { When } from './When.tsx'
import { WhoSees } from './WhoSees.tsx'

interface Props {
  statement: Statement
  /** What can be done with it. */
  children?: ReactNode
}

/** The statement of a scan's method for somebody who has never seen it, made from the scan's own data. */
export function MethodView({ statement, children }: Props) {
  const { scan, method, bands } = statement
  return (
    <article className="offing-method">
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
        How this scan works
        <span className="nhsuk-caption-l">
          {scan.name} ({scan.startYear} to {scan.endYear})
        </span>
      </h1>
      {scan.demonstration && <DemonstrationNotice />}
      <p className="offing-method__lead">
        {scan.name} asks people who run services which of {count(scan.technologies, 'technology', 'technologies')} will
        change those services by {scan.endYear}, and when. {count(statement.interests.members, 'panel member')} from{' '}
        {count(scan.specialisms, 'specialism')} of healthcare science are invited to answer. The technologies are then
        put in order by a rule that was written down before the first answer was given. This page is that rule.
      </p>
      {children}
      <Approved statement={statement} />
      <Asked scan={scan} />
      <Criteria statement={statement} />
      <HowCounted statement={statement} />
      <When scan={scan} method={method} bands={bands} />
      <Lists method={method} />
      <WhoSees method={method} />
      <NotMeasured />
      <Rounds statement={statement} />
      <Named named={statement.named} />
    </article>
  )
}

function NotMeasured() {
  return (
    <section>
      <h2 className="nhsuk-heading-m">What it does not measure</h2>
      <p>{whatItIsNot}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          It holds the judgement of the people who answered, and no more. The score is for putting in order: 60 is not
          twice 30, and a small difference between two scores means little.
        </li>
        <li>
          A change may be for better or for worse: a high place says that services must prepare, not that they will
          gain.
        </li>
        <li>
          How widespread a change is counts specialisms
          {'. '}It does not count patients, sites or money.
        </li>
      </ul>
    </section>
  )
}
