import { memo, type ReactNode } from 'react'
import type { Tile } from '../tiles.ts'

interface QuestionProps {
  name: string
  question: ReactNode
  hint?: string
  error?: string | undefined
  children: ReactNode
}

/** A question whose answers are big enough for a thumb. */
export function Question({ name, question, hint, error, children }: QuestionProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={name}
      tabIndex={-1}
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

interface TilesProps {
  tiles: readonly Tile[]
  chosen: string
  /** Steady, so that a press draws anew only what it changes. */
  onPress: (value: string) => void
  describedBy?: string
}

export function Tiles({ tiles, chosen, onPress, describedBy }: TilesProps) {
  return (
    <div className="offing-tiles">
      {tiles.map((tile) => (
        <TileButton
          key={tile.value}
          {...tile}
          isChosen={tile.value === chosen}
          onPress={onPress}
          describedBy={describedBy}
        />
      ))}
    </div>
  )
}

interface TileProps extends Tile {
  isChosen: boolean
  onPress: (value: string) => void
  describedBy: string | undefined
}

/** A button, not a radio button: a press may save and move on, which no arrow key within a group should do. */
const TileButton = memo(function TileButton({ value, label, letter, isChosen, onPress, describedBy }: TileProps) {
  return (
    <button
      type="button"
      className="offing-tile"
      aria-pressed={isChosen}
      aria-describedby={describedBy}
      onClick={() => onPress(value)}
    >
      <span>{label}</span>
      {letter && (
        <span className="offing-key" aria-hidden="true">
          {letter.toUpperCase()}
        </span>
      )}
    </button>
  )
})
