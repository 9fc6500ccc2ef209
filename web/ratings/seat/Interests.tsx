import { lazy, Suspense, useEffect, useState } from 'react'
import type { Seat } from '../../../api/contract/seats.ts'
import { Loading } from '../../shared/states/Loading.tsx'
import { useFocusOnChange } from '../../shared/use-focus-on-change.ts'
import { listed } from '../../shared/words.ts'
import { noInterests, useSeatWrite } from './use-seat-write.ts'

const InterestsForm = lazy(async () => ({ default: (await import('./InterestsForm.tsx')).InterestsForm }))

interface Props {
  seat: Seat
  /** What the round asks of the reader: each technology once. */
  technologies: readonly { slug: string; name: string }[]
  /** The reader has just come here from the notice. */
  takesFocus: boolean
  onDeclared: () => void
}

/** Interests: none in one press, some in a form; shown and changed at any time. */
export function Interests({ seat, technologies, takesFocus, onDeclared }: Props) {
  const [open, setOpen] = useState(false)
  const { declare, failure } = useSeatWrite(seat)
  const { declaration } = seat
  // The notice before it, the buttons and the form each go once they were used.
  const heading = useFocusOnChange<HTMLHeadingElement>(`${open} ${declaration?.kind}`)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus, heading])
  const none = async () => {
    if (await declare(noInterests)) onDeclared()
  }
  const close = () => {
    setOpen(false)
    onDeclared()
  }
  return (
    <section aria-labelledby="interests">
      <h2 className="nhsuk-heading-s offing-step-title" id="interests" tabIndex={-1} ref={heading}>
        Do you have interests that others should know of?
      </h2>
      <p className="nhsuk-u-reading-width">
        Such as shares, paid advice, research money or a family tie. It is counted and shown without your answers.
      </p>
      {declaration && <p role="status">{wordsOf(declaration)}</p>}
      {!open && (
        <div className="offing-ways nhsuk-u-margin-bottom-5">
          {declaration?.kind !== 'none' && (
            <button
              type="button"
              className={declaration ? 'nhsuk-button nhsuk-button--small nhsuk-button--secondary' : 'nhsuk-button'}
              onClick={() => void none()}
            >
              {declaration ? 'I have none now' : 'I have none: start'}
            </button>
          )}
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            onClick={() => setOpen(true)}
          >
            {declaration?.kind === 'some' ? 'Change what I declared' : 'I have some …'}
          </button>
        </div>
      )}
      {failure && <p role="alert">{failure}</p>}
      {open && (
        <Suspense fallback={<Loading what="the form" />}>
          <InterestsForm seat={seat} technologies={technologies} onDone={close} onCancel={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}

function wordsOf({ kind, statement, technologies }: NonNullable<Seat['declaration']>): string {
  if (kind === 'none') return 'You have declared that you have none.'
  const inThese = technologies.length > 0 ? ` in ${listed(technologies.map(({ name }) => name))}` : ''
  return `You have declared interests${inThese}${statement ? `: ${statement}` : '.'}`
}
