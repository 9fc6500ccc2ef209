import { lazy, Suspense, useState } from 'react'
import { Loading } from '../shared/states/Loading.tsx'
import type { Item } from './sitting.ts'
import { useSitting } from './use-sitting.ts'

const StageForm = lazy(async () => ({ default: (await import('../signals/StageForm.tsx')).StageForm }))

/** The stage of development is the scan team's to set; a panel member may tell them that it has moved on. */
export function StageOutOfDate({ item: { technology, specialism } }: { item: Item }) {
  const { queue } = useSitting()
  const [open, setOpen] = useState(false)
  return (
    <details className="offing-small-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Is its stage out of date?</summary>
      {open && (
        <Suspense fallback={<Loading what="the form" />}>
          <StageForm scan={queue.scan.slug} specialism={specialism.slug} technology={technology} />
        </Suspense>
      )}
    </details>
  )
}
