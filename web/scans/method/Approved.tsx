import type { Statement } from '../../../api/contract/statement.ts'
import { dateLabel } from '../../shared/words.ts'

/** Which version of the method this is, who approved it, and since when it is fixed. */
export function Approved({ statement }: { statement: Statement }) {
  const { approval, fixedAt, methodVersion, milestones, scan } = statement
  return (
    <section>
      <h2 className="nhsuk-heading-m">Who approved this method</h2>
      <p>
        This is version {methodVersion}.{' '}
        {approval
          ? `It was approved by ${approval.by} at ${approval.meeting} on ${dateLabel(approval.on)}.`
          : 'No approval is recorded.'}
      </p>
      <p>
        {fixedAt
          ? `Specialisms, milestones, stages of development and this method were fixed on ${dateLabel(fixedAt)}, when the first round opened.`
          : 'Specialisms, milestones, stages of development and this method are fixed when the first round opens.'}
        {milestones.withoutSource > 0 &&
          ` Of the ${scan.technologies} milestones, ${milestones.withoutSource} name no source.`}
      </p>
    </section>
  )
}
