import { useRef } from 'react'

interface Props {
  isMoved: boolean
  /** The address asked for weights that there cannot be. */
  isWrong: boolean
  onBack: () => void
}

/** Says that this is not the ranking, and leads back to it. */
export function Mark({ isMoved, isWrong, onBack }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const goBack = () => {
    // The button goes with the what-if: the focus stays where it was.
    box.current?.focus()
    onBack()
  }
  return (
    <>
      {isWrong && (
        <p className="offing-callout offing-callout--wrong offing-callout--slim" role="alert">
          The address asks for weights that do not add up to 100%. These are the method’s own.
        </p>
      )}
      <div
        ref={box}
        tabIndex={-1}
        className={`offing-callout offing-callout--slim offing-what-if__mark${isMoved ? ' is-moved' : ''}`}
      >
        {isMoved ? (
          <>
            <p>
              <strong>Not the method: a what-if.</strong> These weights stand in this page’s address and nowhere else.
              Ranges are for the method’s own weights, so none is shown here.
            </p>
            <button type="button" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" onClick={goBack}>
              Back to the method
            </button>
          </>
        ) : (
          <p>
            <strong>The method’s own weights.</strong> Move one: the others share what is left in the proportions they
            have now, and the order follows at once. It changes nothing for anybody else.
          </p>
        )}
      </div>
    </>
  )
}
