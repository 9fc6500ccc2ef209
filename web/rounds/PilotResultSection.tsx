import type { PilotResult, Round } from '../../api/contract/rounds.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { usePilotResult } from './queries.ts'

/** What came of a pilot: counts alone. */
export function PilotResultSection({ round }: { round: Round }) {
  return (
    <section aria-labelledby="pilot-result">
      <h2 className="nhsuk-heading-m" id="pilot-result">
        What came of it
      </h2>
      <Loaded query={usePilotResult(round)} what="what came of the pilot">
        {(result) => <Counts result={result} />}
      </Loaded>
    </section>
  )
}

function Counts({ result }: { result: PilotResult }) {
  const showsEach = result.items.every(({ cannotJudge }) => cannotJudge !== null)
  return (
    <>
      <p className="nhsuk-u-reading-width">
        {count(result.answered, 'answer')} of {result.asked} came.{' '}
        {result.cannotJudge === null
          ? 'How many pressed “I can’t judge this” is not shown: too few people took part.'
          : `“I can’t judge this” was pressed ${count(result.cannotJudge, 'time')}.`}{' '}
        What people answered is shown to nobody.
      </p>
      <table className="offing-table offing-workload">
        <caption>Answers by technology</caption>
        <thead>
          <tr>
            <th scope="col">Technology</th>
            <th scope="col" className="offing-number">
              Asked
            </th>
            <th scope="col" className="offing-number">
              Answered
            </th>
            {showsEach && (
              <th scope="col" className="offing-number">
                Can’t judge
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {result.items.map(({ technology, asked, answered, cannotJudge }) => (
            <tr key={technology.id}>
              <th scope="row">{technology.name}</th>
              <td className="offing-number">{asked}</td>
              <td className="offing-number">{answered}</td>
              {showsEach && <td className="offing-number">{cannotJudge}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
