import type { Round } from '../../api/contract/rounds.ts'
import { useRoundProgress } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { ProgressTable } from './ProgressTable.tsx'
import { Unfinished } from './Unfinished.tsx'

/** On a round's page: every specialism's progress and, for the scan team, who has not finished, by name. */
export function WholeProgress({ scan, round }: { scan: { slug: string }; round: Pick<Round, 'id' | 'number'> }) {
  const query = useRoundProgress(round.id)
  return (
    <section aria-labelledby="progress" className="offing-section">
      <h2 className="nhsuk-heading-m" id="progress">
        Who has answered
      </h2>
      <p className="offing-quiet">How much, never what: “I can’t judge this” counts like any other answer.</p>
      <Loaded query={query} what="who has answered">
        {({ specialisms, unfinished, state }) => (
          <>
            {unfinished && state !== 'prepared' && (
              <Unfinished scan={scan} people={unfinished} specialisms={specialisms} isOpen={state === 'open'} />
            )}
            <ProgressTable
              specialisms={specialisms.filter(({ invited }) => invited > 0)}
              caption={`Specialisms in round ${round.number}`}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
