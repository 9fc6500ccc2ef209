import type { DiscussionItem } from '../../api/contract/panel-view.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { bandLabel, count } from '../shared/words.ts'
import { consensusWords, stancesSentence } from './discussion-words.ts'
import { NoteForm } from './NoteForm.tsx'
import { Spread } from './Spread.tsx'

interface Props {
  scan: Scan
  round: Round
  item: DiscussionItem
}

import { WideTable } from './WideTable.tsx'

/** One technology: how each specialism answered as far as it may be shown, when, the reasons, and space to write. */
export function DiscussionSheet({ scan, round, item }: Props) {
  const id = `sheet-${item.technology.slug}`
  const reasons = item.specialisms.flatMap(({ specialism, view }) =>
    view.reasons.map((reason) => ({ from: specialism.name, reason })),
  )
  return (
    <article className="offing-sheet" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        <span className="nhsuk-caption-m">
          {scan.name}, after round {round.number}
        </span>
        {item.technology.name}
      </h2>
      <h3 className="nhsuk-heading-s">How much would it change your service?</h3>
      <Specialisms item={item} />
      <h3 className="nhsuk-heading-s">When?</h3>
      <Arrival scan={scan} item={item} />
      <h3 className="nhsuk-heading-s">Reasons given</h3>
      {reasons.length === 0 ? (
        <p>None.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {reasons.map(({ from, reason }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason
            <li key={i}>
              “{reason}” <span className="offing-quiet">{from}</span>
            </li>
          ))}
        </ul>
      )}
      <NoteForm round={round} item={item} />
      <div className="offing-sheet__space offing-print-only" aria-hidden="true">
        <p>Notes</p>
      </div>
    </article>
  )
}

function Specialisms({ item }: { item: DiscussionItem }) {
  return (
    <WideTable label={`Specialisms on ${item.technology.name}`}>
      <table className="offing-table">
        <thead>
          <tr>
            <th scope="col">Specialism</th>
            <th scope="col" className="offing-number">
              Answers
            </th>
            <th scope="col">How many gave 1 to 9</th>
            <th scope="col">Middle half</th>
            <th scope="col">Other answers</th>
            <th scope="col">Agreement</th>
          </tr>
        </thead>
        <tbody>
          {item.specialisms.map(({ specialism, view }) => (
            <tr key={specialism.slug}>
              <th scope="row">{specialism.name}</th>
              <td className="offing-number">{view.answers ?? 'too few to show'}</td>
              <td>{view.impact ? <Spread counts={view.impact.distribution} from={1} /> : '–'}</td>
              <td>
                {view.impact ? `${view.impact.lower} to ${view.impact.upper}, middle ${view.impact.median}` : '–'}
              </td>
              <td>{view.stances ? stancesSentence(view.stances) : '–'}</td>
              <td>{consensusWords[view.consensus]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Arrival({ scan, item: { arrival } }: Omit<Props, 'round'>) {
  const { answers, byBand, years, consensus } = arrival
  if (answers === null || (byBand === null && years === null)) return <p>Too few answers to show.</p>
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        {count(answers, 'answer')} over all specialisms. {consensusWords[consensus]}.
        {years && ` Half of them lie between ${years.lower} and ${years.upper}; the middle one is ${years.median}.`}
      </p>
      {byBand && <p>{scan.bands.map((band) => `${bandLabel(band)}: ${byBand[band.index]}`).join(' · ')}</p>}
    </>
  )
}
