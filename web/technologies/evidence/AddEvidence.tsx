import { lazy, Suspense, useRef, useState } from 'react'
import { Loading } from '../../shared/states/Loading.tsx'

const EvidenceForm = lazy(async () => ({ default: (await import('../EvidenceForm.tsx')).EvidenceForm }))

/** A button that opens the form for one more piece of evidence, which is loaded only then. */
export function AddEvidence({ technology }: { technology: string }) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const close = (what: string) => {
    setOpen(false)
    setSaid(what)
    button.current?.focus()
  }
  const toggle = () => {
    setOpen(!open)
    setSaid('')
  }
  return (
    <div className="offing-no-print offing-measure">
      <p role="status">{said}</p>
      <button
        type="button"
        ref={button}
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-expanded={open}
        onClick={toggle}
      >
        Add evidence
      </button>
      {open && (
        <div className="offing-card">
          <Suspense fallback={<Loading what="the form" />}>
            <EvidenceForm technology={technology} onClose={close} />
          </Suspense>
        </div>
      )}
    </div>
  )
}
