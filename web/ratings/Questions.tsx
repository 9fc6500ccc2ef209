import { useFormContext } from 'react-hook-form'
import type { Queue, QueueItem } from '../../api/contract/ratings.ts'
import { TextArea, TextField } from '../shared/forms/index.ts'
import { milestoneNames } from '../shared/words.ts'
import type { AnswerFields } from './answer-fields.ts'
import { Question, Tiles } from './Tiles.tsx'
import { cannotSay, impactGroups, stanceTiles, whenTiles } from './tiles.ts'

interface Props {
  queue: Queue
  item: QueueItem
}

/** The questions of one item. How much and when are asked only after a Yes. */
export function Questions({ queue, item }: Props) {
  const { watch } = useFormContext<AnswerFields>()
  return (
    <>
      <Question name="stance" question="Does this affect your service?">
        <Tiles name="stance" tiles={stanceTiles} />
      </Question>
      {watch('stance') === 'rated' && (
        <>
          <Impact endYear={queue.scan.endYear} />
          {queue.round.asksYears ? <Years item={item} /> : <When bands={queue.bands} item={item} />}
        </>
      )}
      <Reason />
    </>
  )
}

function Impact({ endYear }: { endYear: number }) {
  return (
    <Question
      name="impact"
      question={`How much would it change how your service works by ${endYear}?`}
      hint="For better or worse alike."
    >
      <div className="offing-impact">
        {impactGroups.map(({ id, words, tiles }, i) => (
          <div key={id}>
            <p id={id}>{words}</p>
            <Tiles name="impact" tiles={tiles} first={i === 0} describedBy={id} />
          </div>
        ))}
      </div>
    </Question>
  )
}

const milestoneHint = (item: QueueItem) => `The milestone: ${milestoneNames[item.technology.milestone]}.`

function When({ bands, item }: { bands: Queue['bands']; item: QueueItem }) {
  return (
    <Question
      name="when"
      question="When will the milestone be reached in services like yours?"
      hint={milestoneHint(item)}
    >
      <Tiles name="when" tiles={whenTiles(bands)} />
    </Question>
  )
}

/** Asked early, late, middle: a middle guess made first would pull the other two towards it. */
function Years({ item }: { item: QueueItem }) {
  const { watch, setValue } = useFormContext<AnswerFields>()
  const silent = watch('when') === 'cannot-say'
  return (
    <Question
      name="when"
      question="When will the milestone be reached in services like yours?"
      hint={milestoneHint(item)}
    >
      {!silent && (
        <div className="offing-years">
          <Year name="p10" label="As early as" hint="One chance in ten that it is sooner." />
          <Year name="p90" label="As late as" hint="One chance in ten that it is later." />
          <Year name="p50" label="Middle guess" hint="Sooner is as likely as later." />
        </div>
      )}
      {silent ? (
        <p>
          <strong>{cannotSay.label}.</strong>{' '}
          <button type="button" className="offing-link-button" onClick={() => setValue('when', '')}>
            Give years instead
          </button>
        </p>
      ) : (
        <button type="button" className="offing-link-button" onClick={() => setValue('when', 'cannot-say')}>
          {cannotSay.label}
        </button>
      )}
    </Question>
  )
}

function Year({ name, label, hint }: { name: 'p10' | 'p90' | 'p50'; label: string; hint: string }) {
  return <TextField name={name} label={label} hint={hint} inputMode="numeric" width={4} autoComplete="off" />
}

/** Folded away until it is wanted: most answers need no reason. */
function Reason() {
  const { watch } = useFormContext<AnswerFields>()
  return (
    <details className="offing-small-details offing-reason" open={watch('reason') !== '' || undefined}>
      <summary>Add a reason (optional)</summary>
      <TextArea name="reason" label="Your reason" hint="Please do not name patients or colleagues." rows={3} />
    </details>
  )
}
