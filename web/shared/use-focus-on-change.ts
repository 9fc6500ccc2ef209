import { type RefObject, useEffect, useRef } from 'react'

/**
 * Gives the element that takes the focus whenever `value` becomes another, not when it is first drawn. For what stands in the place of
 * a control that goes as soon as it was pressed: without it, keys and screen readers would begin again at the top of the page.
 */
export function useFocusOnChange<E extends HTMLElement>(value: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (shown.current === value) return
    shown.current = value
    element.current?.focus()
  }, [value])
  return element
}
