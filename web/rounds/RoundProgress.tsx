import type { Round } from '../../api/contract/rounds.ts'
import { count } from '../shared/words.ts'
import { Progress } from './Progress.tsx'

/** How far a round has come: counts, never what anybody answered. */
export function RoundProgress({ round }: { round: Round }) {
  if (round.imported)
    return (
      <p>
        {count(round.answered, 'answer')} of {count(round.invited, 'panel member')} came with the file.
      </p>
    )
  return (
    <div className="nhsuk-u-margin-bottom-3">
      <Progress label="Answers given" done={round.answered} of={round.asked} />
      <Progress label="Panel members started" done={round.started} of={round.invited} />
      <Progress label="Panel members finished" done={round.finished} of={round.invited} />
    </div>
  )
}
