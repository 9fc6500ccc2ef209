import { useLayoutEffect, useRef, useState } from 'react'

/** What is assumed where nothing can be measured, as on paper. */
const usual = 720
const most = 760
/** Narrower than this is not laid out yet. */
const least = 160

/** The width of an element in whole pixels, at most 760, kept up to date while the window changes. */
export function useWidth<E extends Element>() {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(usual)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = () => {
      const measured = element.current?.getBoundingClientRect().width
      if (measured && measured >= least) setWidth(Math.min(most, Math.floor(measured)))
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, width] as const
}
