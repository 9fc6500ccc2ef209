import type { ReactNode } from 'react'
import { useField } from '../shared/forms/use-field.ts'

export interface Tile {
  value: string
  label: string
  /** The key that chooses it. */
  letter?: string
}

interface Props {
  name: string
  question: ReactNode
  hint?: string
  children: ReactNode
}

/** A question whose answers are big enough for a thumb. */
export function Question({ name, question, hint, children }: Props) {
  const { error } = useField({ name, hint })
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={error ? 'offing-question offing-question--wrong' : 'offing-question'}
      aria-describedby={described || undefined}
    >
      <legend className="nhsuk-heading-s">{question}</legend>
      {hint && (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={`${name}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
      {children}
    </fieldset>
  )
}

/** Radio buttons as tiles. `first` says that this holds the question's first answer, which bears its id. */
export function Tiles({ name, tiles, first = true, describedBy }: TilesProps) {
  const { registration } = useField({ name })
  return (
    <div className="offing-tiles">
      {tiles.map(({ value, label, letter }, i) => (
        <label className="offing-tile" key={value}>
          <input
            type="radio"
            id={first && i === 0 ? name : `${name}-${value}`}
            value={value}
            aria-describedby={describedBy}
            {...registration}
          />
          <span>{label}</span>
          {letter && (
            <span className="offing-key" aria-hidden="true">
              {letter.toUpperCase()}
            </span>
          )}
        </label>
      ))}
    </div>
  )
}

interface TilesProps {
  name: string
  tiles: readonly Tile[]
  first?: boolean
  describedBy?: string
}
