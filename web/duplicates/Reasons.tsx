import type { DuplicateReason } from '../../api/contract/duplicates.ts'
import { reasonInWords, reasonNames } from './words.ts'

/** The reasons for which two technologies look like one, each by itself. */
export function Reasons({ reasons }: { reasons: readonly DuplicateReason[] }) {
  return (
    <dl className="offing-reasons">
      {reasons.map((reason) => (
        <div key={reason.kind}>
          <dt>{reasonNames[reason.kind]}</dt>
          <dd>{reasonInWords(reason)}</dd>
        </div>
      ))}
    </dl>
  )
}
