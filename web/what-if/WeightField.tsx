import { useId, useState } from 'react'
import { wholeWeight } from '../../api/scans/method.ts'
import { inPerCent, weightIn } from './per-cent.ts'

interface Props {
  name: string
  /** Basis points. */
  weight: number
  usual: number
  /** Why it carries no weight: then it cannot be moved. */
  note?: string | undefined
  onMove: (to: number) => void
}

/** One press of an arrow key. */
const step = wholeWeight / 100

/** A slider in whole per cents, and a field for the weight to the hundredth. */
export function WeightField({ name, weight, usual, note, onMove }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    const to = weightIn(text)
    if (to !== null) onMove(to)
  }
  const isWrong = typed !== null && weightIn(typed) === null
  const notes = [note, isWrong && 'Enter a number from 0 to 100.', `The method: ${inPerCent(usual)}%.`]
  return (
    <div className="offing-weight">
      <label className="offing-weight__name" htmlFor={`${id}-slider`}>
        {name}
      </label>
      <input
        id={`${id}-slider`}
        type="range"
        min={0}
        max={wholeWeight}
        step={step}
        value={weight}
        aria-valuetext={`${inPerCent(weight)}%`}
        aria-describedby={`${id}-note`}
        disabled={note !== undefined}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <span className="offing-weight__number">
        <input
          type="text"
          inputMode="decimal"
          className={`nhsuk-input nhsuk-input--width-4${isWrong ? ' nhsuk-input--error' : ''}`}
          aria-label={`${name}, per cent`}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-note`}
          value={typed ?? inPerCent(weight)}
          disabled={note !== undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
        />
        %
      </span>
      <span className="offing-quiet offing-weight__note" id={`${id}-note`}>
        {notes.filter(Boolean).join(' ')}
      </span>
    </div>
  )
}
