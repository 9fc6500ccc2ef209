import { get, useFormContext } from 'react-hook-form'
import { GroupFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

/** A date as it is typed. */
export interface DateParts {
  day: string
  month: string
  year: string
}

export const noDate: DateParts = { day: '', month: '', year: '' }

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

interface Props extends Omit<FieldProps, 'rules'> {
  check?: (date: DateParts) => string | undefined
}

/** A date in three parts. `check` says what is wrong with it, where the form has no schema that does. */
export function DateField({ name, label, hint, check }: Props) {
  const { register } = useFormContext()
  const { error } = useField({ name, hint })
  const rules = check && { validate: (_: string, values: object) => check(get(values, name)) ?? true }
  return (
    <GroupFrame name={name} label={label} hint={hint} error={error}>
      <div className="nhsuk-date-input">
        {parts.map((one) => {
          const id = one.part === 'day' ? name : `${name}.${one.part}`
          return (
            <div className="nhsuk-date-input__item" key={one.part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                {one.label}
              </label>
              <input
                id={id}
                inputMode="numeric"
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${one.width}${error ? ' nhsuk-input--error' : ''}`}
                {...register(`${name}.${one.part}`, one.part === 'day' ? rules : undefined)}
              />
            </div>
          )
        })}
      </div>
    </GroupFrame>
  )
}

/** `2026-03-12`, `2026-03` or `2026`; null where nothing is typed. What is no date stays as it is, to be refused. */
export function dateFrom({ day, month, year }: DateParts): string | null {
  const typed = [year, month, day].map((part) => part.trim())
  while (typed.at(-1) === '') typed.pop()
  return typed.length === 0 ? null : typed.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-')
}

/** Whether this is a day of the calendar: 2027-02-31 is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export function datePartsOf(date: string | null): DateParts {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: withoutZero(day), month: withoutZero(month), year }
}

const withoutZero = (part: string) => part.replace(/^0/, '')
