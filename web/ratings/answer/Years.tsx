import { FieldFrame } from '../../shared/forms/FieldFrame.tsx'
import type { Wrong } from '../answer-check.ts'
import type { AnswerFields } from '../answer-fields.ts'
import { cannotSay } from '../tiles.ts'
import type { Choose } from './Questions.tsx'
import { Question, Tiles } from './Tiles.tsx'

interface Props {
  fields: AnswerFields
  wrong: Wrong
  milestone: string
  onPress: Choose
  onType: Choose
}

/** Asked early, late, middle: a middle guess made first would pull the other two towards it. */
export function Years({ fields, wrong, milestone, onPress, onType }: Props) {
  const silent = fields.when === 'cannot-say'
  return (
    <Question
      name="when"
      question="When will the milestone be reached in services like yours?"
      hint={`${milestone} Most people’s ranges are too narrow: think of what could make it much sooner, or much later.`}
      error={wrong.when}
    >
      {!silent && (
        <div className="offing-years">
          {questions.map(({ name, label, hint }) => (
            <FieldFrame key={name} name={name} label={label} hint={hint} error={wrong[name]}>
              <input
                id={name}
                className={`nhsuk-input nhsuk-input--width-4${wrong[name] ? ' nhsuk-input--error' : ''}`}
                inputMode="numeric"
                autoComplete="off"
                value={fields[name]}
                aria-describedby={`${name}-hint${wrong[name] ? ` ${name}-error` : ''}`}
                aria-invalid={wrong[name] ? true : undefined}
                onChange={(event) => onType({ [name]: event.target.value })}
              />
            </FieldFrame>
          ))}
        </div>
      )}
      {!silent && <SaveYears isPrimary={questions.every(({ name }) => fields[name].trim() !== '')} />}
      {silent ? (
        <p>
          <strong>{cannotSay.label}.</strong>{' '}
          <button type="button" className="offing-link-button" onClick={() => onType({ when: '' })}>
            Give years instead
          </button>
        </p>
      ) : (
        <Tiles tiles={[cannotSay]} chosen="" onPress={() => onPress({ stance: 'rated', when: 'cannot-say' })} />
      )}
    </Question>
  )
}

/** Stands out once there is something to save, and sends the form that it is in. */
function SaveYears({ isPrimary }: { isPrimary: boolean }) {
  return (
    <button type="submit" className={isPrimary ? 'nhsuk-button' : 'nhsuk-button nhsuk-button--secondary'}>
      Save these years
    </button>
  )
}

const questions = [
  { name: 'p10', label: 'As early as', hint: 'One chance in ten that it is sooner.' },
  { name: 'p90', label: 'As late as', hint: 'One chance in ten that it is later.' },
  { name: 'p50', label: 'Middle guess', hint: 'Sooner is as likely as later.' },
] as const
