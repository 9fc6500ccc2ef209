import type { Choice } from '../choice.ts'
import { GroupFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

type Props = FieldProps & { choices: Choice[]; small?: boolean; inline?: boolean }

/** One of a few, all in view. */
export const Radios = (props: Props) => <Choices kind="radio" block="nhsuk-radios" {...props} />

/** Any number of a few, all in view; the field's value is a list. */
export const Checkboxes = (props: Props) => <Choices kind="checkbox" block="nhsuk-checkboxes" {...props} />

interface Kind {
  kind: 'radio' | 'checkbox'
  block: string
}

function Choices({ kind, block, name, label, hint, rules, choices, small, inline }: Props & Kind) {
  const { registration, error } = useField({ name, hint, rules })
  const classes = [block, small && `${block}--small`, inline && `${block}--inline`]
  return (
    <GroupFrame name={name} label={label} hint={hint} error={error}>
      <div className={classes.filter(Boolean).join(' ')}>
        {choices.map((choice, i) => {
          const id = i === 0 ? name : `${name}-${i}`
          return (
            <div className={`${block}__item`} key={choice.value}>
              <input
                className={`${block}__input`}
                id={id}
                type={kind}
                value={choice.value}
                aria-describedby={choice.hint && `${id}-choice-hint`}
                {...registration}
              />
              <label className={`nhsuk-label ${block}__label`} htmlFor={id}>
                {choice.label}
              </label>
              {choice.hint && (
                <div className={`nhsuk-hint ${block}__hint`} id={`${id}-choice-hint`}>
                  {choice.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </GroupFrame>
  )
}
