import { useEffect, useRef, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { type CoverFields, mostRecommendations, noRecommendation } from './cover-fields.ts'
import type { PickedFrom } from './picked-from.ts'
import { RecommendationRow } from './RecommendationRow.tsx'

/** Up to five recommendations, in the order in which the board will read them. What was added or moved takes the focus. */
export function RecommendationRows({ from }: { from: PickedFrom }) {
  const { control } = useFormContext<CoverFields>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'recommendations' })
  const [said, setSaid] = useState('')
  const { box, goTo } = useGoTo()
  const add = () => {
    append(noRecommendation, { shouldFocus: false })
    goTo(fields.length)
    setSaid('')
  }
  const take = (i: number) => {
    remove(i)
    goTo(Math.max(0, i - 1))
    setSaid(`Recommendation ${i + 1} was removed.`)
  }
  const moveTo = (i: number, to: number) => {
    move(i, to)
    goTo(to)
    setSaid(`It is recommendation ${to + 1} now.`)
  }
  return (
    <div ref={box}>
      <h2 className="nhsuk-heading-m">Recommendations</h2>
      <p className="nhsuk-u-reading-width">
        Up to five, in the order in which the board reads them. Each says what to do about which technologies, who sees
        to it, and by when.
      </p>
      <p className="offing-quiet" role="status">
        {said}
      </p>
      {fields.map((field, i) => (
        <RecommendationRow
          key={field.id}
          at={i}
          of={fields.length}
          from={from}
          onRemove={() => take(i)}
          onMove={(to) => moveTo(i, to)}
        />
      ))}
      {fields.length < mostRecommendations ? (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={add}>
          {fields.length === 0 ? 'Add a recommendation' : 'Add another recommendation'}
        </button>
      ) : (
        <p>There are five. Remove one to add another.</p>
      )}
    </div>
  )
}

/** The heading of a row takes the focus once the row is there; without rows the button that adds one. */
function useGoTo() {
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const headings = box.current?.querySelectorAll<HTMLElement>('section h3')
    const heading = headings?.[Math.min(wanted.current, headings.length - 1)]
    ;(heading ?? box.current?.querySelector('button'))?.focus()
    wanted.current = null
  })
  return {
    box,
    goTo: (i: number) => {
      wanted.current = i
    },
  }
}
