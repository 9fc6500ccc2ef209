import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

interface Line {
  box: RefObject<HTMLElement | null>
  count: number
  /** Of each row or column, and of the heading that stays in view before them, in pixels. */
  size: number
  heading: number
  /** Drawn wherever the view is, since it may hold the focus. */
  always: number
  horizontal?: boolean
}

/** The rows or columns near the view, and the one with the focus. */
export function useNear({ box, count, size, heading, always, horizontal = false }: Line) {
  return useVirtualizer({
    count,
    horizontal,
    getScrollElement: () => box.current,
    estimateSize: () => size,
    paddingStart: heading,
    scrollPaddingStart: heading,
    overscan: 4,
    initialRect: { width: 1000, height: 800 },
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range)
      return always < 0 || always >= count || near.includes(always) ? near : [...near, always].sort((a, b) => a - b)
    },
  })
}
