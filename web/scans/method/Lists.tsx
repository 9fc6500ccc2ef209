import type { ListName } from '../../../api/contract/ranking.ts'
import type { Statement } from '../../../api/contract/statement.ts'
import { count, listMeanings, listNames } from '../../shared/words.ts'

const lists = Object.keys(listNames) as ListName[]

/** The four lists, and what it takes to be ranked. */
export function Lists({ method }: Pick<Statement, 'method'>) {
  const { minimumPanel } = method
  return (
    <section>
      <h2 className="nhsuk-heading-m">Four lists</h2>
      <p>
        Every technology of the scan is in exactly one. To be ranked it needs answers from at least{' '}
        {count(minimumPanel, 'panel member')}, somebody who says when, and a stage of development.
      </p>
      <dl className="offing-facts">
        {lists.map((list) => (
          <div key={list} className="offing-method__list">
            <dt>{listNames[list]}</dt>
            <dd>{listMeanings[list]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
