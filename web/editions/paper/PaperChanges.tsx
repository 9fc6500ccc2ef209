import { editionLabel } from '../../shared/editions/words.ts'
import { aboutOrder, clearChanges, countsInWords, namesUpTo } from './changes-words.ts'
import type { FirstFit } from './fits.ts'
import type { PaperGiven } from './use-paper.ts'

/** What changed since the edition before: counts that add up, and the clear movements by name. */
export function PaperChanges({ given: { changes }, fit }: { given: PaperGiven; fit: FirstFit }) {
  if (!changes)
    return (
      <section>
        <h2>What changed</h2>
        <p>No edition was published before, so there is nothing to compare it with.</p>
      </section>
    )
  const { panel } = changes
  return (
    <section>
      <h2>What changed since {editionLabel(changes.from)}</h2>
      <p>
        {countsInWords(changes)} {panel.same} of the {panel.to} people who answered had answered then as well.
      </p>
      <ul>
        {clearChanges(changes).map(({ what, names }) => (
          <li key={what}>
            <b>
              {what} ({names.length}):
            </b>{' '}
            {namesUpTo(names, fit)}.
          </li>
        ))}
      </ul>
      <p>{aboutOrder(changes)}</p>
    </section>
  )
}
