import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** In milliseconds: what has not come by then is not looked for any more. */
const patience = 5_000

/** Brings into view what the address names after "#", once it is there: most of a page is drawn when its data has come. */
export function useHashTarget(): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address may be gone to again
  useEffect(() => {
    if (!hash) return
    const arrive = () => {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)))
      target?.scrollIntoView?.()
      return target !== null
    }
    if (arrive()) return
    const watch = new MutationObserver(() => arrive() && watch.disconnect())
    watch.observe(document.body, { childList: true, subtree: true })
    const timer = setTimeout(() => watch.disconnect(), patience)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [hash, key])
}
