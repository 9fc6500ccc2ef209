import { useSyncExternalStore } from 'react'

/** Below this the list stands under the radar; the same as in radar.scss. */
const narrow = '(width < 64em)'

const query = () => (typeof matchMedia === 'function' ? matchMedia(narrow) : null)

function subscribe(onChange: () => void) {
  const media = query()
  media?.addEventListener('change', onChange)
  return () => media?.removeEventListener('change', onChange)
}

/** Whether the list stands under the radar instead of beside it. */
export const useIsNarrow = () => useSyncExternalStore(subscribe, () => query()?.matches ?? false)
