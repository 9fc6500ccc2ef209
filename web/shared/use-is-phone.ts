import { useSyncExternalStore } from 'react'

const query = () => (typeof matchMedia === 'function' ? matchMedia('(width <= 640px)') : null)

function subscribe(onChange: () => void) {
  const media = query()
  media?.addEventListener('change', onChange)
  return () => media?.removeEventListener('change', onChange)
}

/** Whether the names must give way, so that a few specialisms stand beside them. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => query()?.matches ?? false)
