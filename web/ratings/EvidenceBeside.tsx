import { lazy, Suspense } from 'react'
import type { QueueItem } from '../../api/contract/ratings.ts'
import { Loading } from '../shared/states/Loading.tsx'

const EvidenceList = lazy(async () => ({ default: (await import('./EvidenceList.tsx')).EvidenceList }))

interface Props {
  technology: QueueItem['technology']
  open: boolean
  onToggle: (open: boolean) => void
}

/** The evidence, one press away, loaded only then. */
export function EvidenceBeside({ technology, open, onToggle }: Props) {
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
        aria-expanded={open}
        aria-controls="evidence-list"
        onClick={() => onToggle(!open)}
      >
        Evidence
        <span className="offing-key offing-key--in-button" aria-hidden="true">
          E
        </span>
      </button>
      <div id="evidence-list" className="offing-evidence-beside" hidden={!open}>
        {open && (
          <Suspense fallback={<Loading what="the evidence" />}>
            <EvidenceList technology={technology.slug} />
          </Suspense>
        )}
      </div>
    </>
  )
}
