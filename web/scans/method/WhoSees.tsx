import type { Statement } from '../../../api/contract/statement.ts'
import { count } from '../../shared/words.ts'

/** What is withheld from whom, and from when on. */
export function WhoSees({ method }: Pick<Statement, 'method'>) {
  const { minimumShown } = method
  return (
    <section>
      <h2 className="nhsuk-heading-m">When figures are not shown</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Nobody, in any role, sees a figure of a round that is still open. The ranking is that of closed rounds.</li>
        <li>
          A specialism’s own figure on a technology is shown from {count(minimumShown, 'panel member')} up. Where a
          hidden one could be worked out from the others, another is hidden too. Where fewer say yes in the whole scan,
          the technology awaits answers: its score would be theirs.
        </li>
        <li>Nobody but the panel member ever sees a name beside an answer.</li>
      </ul>
    </section>
  )
}
