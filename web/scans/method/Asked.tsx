import type { Statement } from '../../../api/contract/statement.ts'
import { milestoneNames, stanceNames } from '../../shared/words.ts'

/** The three questions, and what counts as an answer to them. */
export function Asked({ scan }: Pick<Statement, 'scan'>) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">What is asked</h2>
      <p>
        Panel members answer for their own specialism only, one technology at a time, and see nobody else’s answer
        before they give their first.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <strong>Does this affect your service?</strong> The answers are “{stanceNames.rated}”, “
          {stanceNames['not-affected']}”, “{stanceNames.already}” and “{stanceNames['cannot-judge']}”.
        </li>
        <li>
          <strong>If yes, how much would it change how your service works by {scan.endYear}?</strong> From 1 to 9. 1 to
          3: a few tasks. 4 to 6: some roles, rooms or equipment. 7 to 9: the service would be organised or staffed
          differently. For better or worse alike.
        </li>
        <li>
          <strong>If yes, when will the milestone be reached in services like yours?</strong> In one of four spans of
          years, or “I can’t say”. The milestone is, unless the technology’s own page says otherwise, that{' '}
          {milestoneNames['one-in-five']}.
        </li>
      </ol>
      <p>
        “No” and “already normal practice” are answers: no further change, counted as 0. “I can’t judge this” is not an
        answer. Silence is not an answer either: it is never counted as 0 and lowers no technology’s place. Where
        somebody answers again in a later round, only the latest answer counts; what a later round does not ask carries
        over.
      </p>
    </section>
  )
}
