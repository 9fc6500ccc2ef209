import { lazy, Suspense, useState } from 'react'
import { Loading } from '../shared/states/Loading.tsx'
import { useSitting } from './use-sitting.ts'

const NominateForm = lazy(async () => ({ default: (await import('../signals/NominateForm.tsx')).NominateForm }))

/** A way to say what is missing; the form is loaded only then. */
export function Expected() {
  const { queue, items } = useSitting()
  const [open, setOpen] = useState(false)
  const specialisms = new Map(items.map(({ specialism }) => [specialism.slug, specialism.name]))
  return (
    <details
      className="offing-small-details offing-expected nhsuk-u-margin-bottom-5"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Something you expected and don’t see?</summary>
      {open && (
        <Suspense fallback={<Loading what="the form" />}>
          <NominateForm
            scan={queue.scan.slug}
            specialisms={[...specialisms].map(([value, label]) => ({ value, label }))}
          />
        </Suspense>
      )}
    </details>
  )
}
