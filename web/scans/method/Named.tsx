import type { Statement } from '../../../api/contract/statement.ts'
import { listed } from '../../shared/words.ts'

/** The panel members who agreed to be named; nobody else is. */
export function Named({ named }: Pick<Statement, 'named'>) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">Who took part</h2>
      <p>
        {named.length === 0
          ? 'No panel member has agreed to be named here.'
          : `These panel members have agreed to be named: ${listed(named)}.`}{' '}
        A name is never shown beside an answer.
      </p>
    </section>
  )
}
