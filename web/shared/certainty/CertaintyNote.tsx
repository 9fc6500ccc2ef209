import './certainty.scss'
import type { Certainty } from '../../../api/contract/certainty.ts'
import { count } from '../words.ts'

/** How sure the places are as a whole, and what there is instead while or where that cannot be said. */
export function CertaintyNote({ certainty }: { certainty: Certainty | undefined }) {
  if (!certainty || certainty.state === 'no-round') return null
  if (certainty.state === 'working') return <Working progress={certainty.progress} />
  return <p className="offing-certainty">{sentences[certainty.state](certainty)}</p>
}

const sentences: Record<'few-people' | 'too-few' | 'ready', (certainty: Certainty) => string> = {
  'few-people': ({ people }) =>
    `View of ${count(people, 'person', 'people')}. With so few, nobody can say how sure the places are.`,
  'too-few': () => 'Too few answers overlap to say how sure the places are.',
  ready: ({ groups }) =>
    groups === 1
      ? 'All are in one group: no order among them is certain.'
      : `In ${groups} groups. Each begins where the order becomes clear (9 chances in 10); within one it is not certain.`,
}

function Working({ progress }: { progress: number }) {
  const percent = Math.floor(100 * progress)
  return (
    <p className="offing-certainty offing-certainty--working" role="status">
      <label htmlFor="certainty-progress">Working out how sure the places are</label>{' '}
      <progress id="certainty-progress" max={100} value={percent}>
        {percent} per cent
      </progress>
    </p>
  )
}
