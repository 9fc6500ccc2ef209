import { memo, useCallback } from 'react'
import type { Queue, QueueItem } from '../../../api/contract/ratings.ts'
import { count, milestoneNames } from '../../shared/words.ts'
import type { Wrong } from '../answer-check.ts'
import type { AnswerFields } from '../answer-fields.ts'
import { impactGroups, otherTiles, whenTiles } from '../tiles.ts'
import { Question, Tiles } from './Tiles.tsx'
import { Years } from './Years.tsx'

export type Choose = (change: Partial<AnswerFields>) => void

interface Props {
  queue: Pick<Queue, 'scan' | 'bands'> & { round: Pick<Queue['round'], 'asksYears'> }
  item: Pick<QueueItem, 'technology'>
  fields: AnswerFields
  wrong: Wrong
  /** A tile was pressed. */
  onPress: Choose
  /** Something was typed. */
  onType: Choose
}

/** Both questions of an item, in view from the start: two presses answer it, in either order. */
export function Questions({ queue, item, fields, wrong, onPress, onType }: Props) {
  const { asksYears } = queue.round
  const milestone = milestoneOf(item.technology)
  return (
    <>
      <Impact
        endYear={queue.scan.endYear}
        chosen={fields.stance === 'rated' ? fields.impact : fields.stance}
        error={wrong.impact}
        onPress={onPress}
      />
      {asksYears ? (
        <Years fields={fields} wrong={wrong} milestone={milestone} onPress={onPress} onType={onType} />
      ) : (
        <When
          bands={queue.bands}
          chosen={fields.stance === 'rated' || fields.stance === '' ? fields.when : ''}
          error={wrong.when}
          milestone={milestone}
          onPress={onPress}
        />
      )}
    </>
  )
}

/** "The milestone: one in five of the places that could use it do so (of 120 places)." */
function milestoneOf({ milestone, milestonePlaces }: QueueItem['technology']): string {
  const places = milestonePlaces === null ? '' : ` (of ${count(milestonePlaces, 'place')})`
  return `The milestone: ${milestoneNames[milestone]}${places}.`
}

interface ImpactProps {
  endYear: number
  chosen: string
  error: string | undefined
  onPress: Choose
}

const Impact = memo(function Impact({ endYear, chosen, error, onPress }: ImpactProps) {
  const press = useCallback(
    (value: string) =>
      onPress(/\d/.test(value) ? { stance: 'rated', impact: value } : { stance: value as AnswerFields['stance'] }),
    [onPress],
  )
  return (
    <Question
      name="impact"
      question={`Does this affect your service? If so, how much would it change how it works by ${endYear}?`}
      hint="For better or worse alike."
      error={error}
    >
      <div className="offing-impact">
        {impactGroups.map(({ id, words, tiles }) => (
          <div key={id}>
            <p id={id}>{words}</p>
            <Tiles tiles={tiles} chosen={chosen} onPress={press} describedBy={id} />
          </div>
        ))}
      </div>
      <p className="offing-otherwise">Or, in one press:</p>
      <Tiles tiles={otherTiles} chosen={chosen} onPress={press} />
    </Question>
  )
})

interface WhenProps {
  bands: Queue['bands']
  chosen: string
  error: string | undefined
  milestone: string
  onPress: Choose
}

const When = memo(function When({ bands, chosen, error, milestone, onPress }: WhenProps) {
  const press = useCallback((value: string) => onPress({ stance: 'rated', when: value }), [onPress])
  return (
    <Question
      name="when"
      question="When will the milestone be reached in services like yours?"
      hint={milestone}
      error={error}
    >
      <Tiles tiles={whenTiles(bands)} chosen={chosen} onPress={press} />
    </Question>
  )
})
