import type { RoundReport } from '../../api/contract/panel-view.ts'
import type { Round } from '../../api/contract/rounds.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { agreementSentences } from './agreement-words.ts'
import { useRoundReport } from './queries.ts'

/** How far the panel agreed in a closed round, what moved, and who gave a reason for standing apart: no names. */
export function AgreementSection({ round }: { round: Round }) {
  return (
    <section aria-labelledby="agreement">
      <h2 className="nhsuk-heading-m" id="agreement">
        How far the panel agreed
      </h2>
      <Loaded query={useRoundReport(round)} what="how far the panel agreed">
        {(report) => <Report report={report} />}
      </Loaded>
    </section>
  )
}

const states = ['agreement', 'disagreement', 'tooFew', 'withheld'] as const
const stateNames = {
  agreement: 'Agreed',
  disagreement: 'Disagreed',
  tooFew: 'Fewer than five answers',
  withheld: 'Hidden',
}

function Report({ report }: { report: RoundReport }) {
  const rows = [
    { name: 'How much, by item', counts: report.impact },
    { name: 'When, by technology', counts: report.arrival },
  ]
  return (
    <>
      {report.imported && <p>An imported round: these answers came as a file. Nobody gave them here.</p>}
      <table className="offing-table offing-table--stack offing-workload">
        <caption>On how many the panel agreed, by the rule of this scan</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {states.map((state) => (
              <th key={state} scope="col" className="offing-number">
                {stateNames[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {states.map((state) => (
                <td key={state} className="offing-number" data-label={stateNames[state]}>
                  {counts[state]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        {agreementSentences(report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
