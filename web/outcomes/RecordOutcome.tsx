import { lazy, Suspense, useState } from 'react'
import { Loading } from '../shared/states/Loading.tsx'

const OutcomeForm = lazy(async () => ({ default: (await import('./OutcomeForm.tsx')).OutcomeForm }))

interface Props {
  technology: string
  onSaved: (what: string) => void
}

/** A button that opens the form, which is loaded only then. */
export function RecordOutcome({ technology, onSaved }: Props) {
  const [open, setOpen] = useState(false)
  const saved = (what: string) => {
    setOpen(false)
    onSaved(what)
  }
  return (
    <div className="offing-no-print offing-measure">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Record that it was adopted
      </button>
      {open && (
        <div className="offing-card">
          <Suspense fallback={<Loading what="the form" />}>
            <OutcomeForm technology={technology} onSaved={saved} />
          </Suspense>
        </div>
      )}
    </div>
  )
}
