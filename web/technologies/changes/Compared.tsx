import { Link } from 'react-router'
import type { TechnologyComparison } from '../../../api/contract/technology-changes.ts'
import { useAddress } from '../../shared/address.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useComparison } from '../queries.ts'
import { whenOf } from './Act.tsx'
import { FieldChanges } from './FieldChanges.tsx'

/** The two states that the address names, where they differ. */
export function Compared({ technology }: { technology: string }) {
  const { get, linkWith } = useAddress()
  const [from, to] = [get('from'), get('to')]
  if (!from && !to) return null
  return (
    <section className="offing-card offing-compared" aria-labelledby="compared" aria-live="polite">
      <h2 className="nhsuk-heading-m" id="compared">
        Two states compared
      </h2>
      {from && to ? (
        <Both technology={technology} from={from} to={to} />
      ) : (
        <p>{from ? 'Now choose “to here” at another change.' : 'Now choose “Compare from here” at another change.'}</p>
      )}
      <p className="offing-no-print">
        <Link to={linkWith({ from: null, to: null })}>End the comparison</Link>
      </p>
    </section>
  )
}

function Both({ technology, from, to }: { technology: string; from: string; to: string }) {
  return (
    <Loaded query={useComparison(technology, from, to)} what="the comparison" missing="change">
      {(comparison) => <Differences comparison={comparison} />}
    </Loaded>
  )
}

function Differences({ comparison: { from, to, fields, evidence } }: { comparison: TechnologyComparison }) {
  const names = { before: `After ${whenOf(from.at)}`, after: `After ${whenOf(to.at)}` }
  if (fields.length === 0 && evidence.length === 0) return <p>Nothing differs between the two.</p>
  return (
    <>
      {fields.length > 0 && <FieldChanges changes={fields} caption="What differs" names={names} />}
      {evidence.map((piece) => (
        <section key={piece.evidence}>
          <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">Evidence: {piece.of}</h3>
          <FieldChanges changes={piece.changes} caption={`What differs of this evidence: ${piece.of}`} names={names} />
        </section>
      ))}
    </>
  )
}
