import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface RowKeys {
  /** The row that holds the focus, or is about to: it stays drawn wherever the view is. */
  focused: number | null
  onKeyDown: (event: KeyboardEvent) => void
  setScroll: (scroll: (index: number) => void) => void
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 10,
  PageUp: (index) => index - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** From the link in a row, the arrow keys lead to the rows around it, Home and End to the first and the last. */
export function useRowKeys(box: RefObject<HTMLElement | null>, count: number): RowKeys {
  const [focused, setFocused] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const scroll = useRef<(index: number) => void>(() => {})

  useEffect(() => {
    const follow = ({ target }: FocusEvent) => setFocused(indexOf(target as Element))
    const element = box.current
    element?.addEventListener('focusin', follow)
    return () => element?.removeEventListener('focusin', follow)
  }, [box])

  // A row far away is drawn first and takes the focus then.
  useEffect(() => {
    if (focused === null || wanted.current !== focused) return
    wanted.current = null
    const link = box.current?.querySelector<HTMLElement>(`tr[data-index="${focused}"] :is(th, td) a`)
    link?.focus({ preventScroll: true })
    scroll.current(focused)
    link?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [box, focused])

  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target as Element)
    const step = steps[event.key]
    if (index === null || !step || !(event.target instanceof HTMLAnchorElement)) return
    event.preventDefault()
    wanted.current = Math.max(0, Math.min(count - 1, step(index, count)))
    setFocused(wanted.current)
  }
  const setScroll = useCallback((next: (index: number) => void) => {
    scroll.current = next
  }, [])
  return { focused, onKeyDown, setScroll }
}

function indexOf(element: Element): number | null {
  const row = element.closest('tr[data-index]')
  return row ? Number(row.getAttribute('data-index')) : null
}
