import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** In milliseconds: what has not come by then is not waited for any more. */
const patience = 5_000

/** With any of these somebody has begun to look around by themselves. */
const ownMoves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Brings into view what the address names after "#", and keeps it there while the page above it still grows: most of a page is drawn
 * when its data has come.
 */
export function useHashTarget(): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address may be gone to again
  useEffect(() => {
    if (!hash) return
    const arrive = () => document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView?.()
    arrive()
    const watch = new MutationObserver(arrive)
    watch.observe(document.body, { childList: true, subtree: true })
    const stop = () => watch.disconnect()
    const timer = setTimeout(stop, patience)
    for (const move of ownMoves) window.addEventListener(move, stop, { once: true })
    return () => {
      clearTimeout(timer)
      stop()
      for (const move of ownMoves) window.removeEventListener(move, stop)
    }
  }, [hash, key])
}
