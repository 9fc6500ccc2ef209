import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** A place in the grid: row -1 holds the headings, column -1 the names. */
export interface At {
  row: number
  column: number
}

interface Size {
  rows: number
  columns: number
  /** How many rows one page is. */
  page: number
}

type Step = (at: At, size: Size) => At

const steps: Record<string, Step> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  PageUp: ({ row, column }, { page }) => ({ row: Math.max(0, row - page), column }),
  Home: ({ row }) => ({ row, column: -1 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/**
 * One cell of the grid takes part in the order of the Tab key; the arrow keys, Home, End, Page Up and Page Down lead from it
 * to others. A cell far away is drawn first and takes the focus then. `show` scrolls to it.
 */
export function useGridKeys(box: RefObject<HTMLElement | null>, size: Size, show: (at: At) => void) {
  const [chosen, setChosen] = useState<At>({ row: 0, column: 0 })
  const [touched, setTouched] = useState(false)
  const wanted = useRef(false)
  // Another filter may leave fewer rows or columns than the place where the reader was.
  const active = within(chosen, size)

  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    box.current?.querySelector<HTMLElement>(`[data-at="${keyOf(active)}"]`)?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[(event.ctrlKey ? 'Control+' : '') + event.key]
    if (!step || event.altKey || event.metaKey || !atOf(event.target as Element)) return
    event.preventDefault()
    const next = within(step(active, size), size)
    wanted.current = true
    setTouched(true)
    setChosen(next)
    show(next)
  }
  const onFocus = (event: FocusEvent) => {
    const at = atOf(event.target)
    if (!at) return
    setTouched(true)
    if (keyOf(at) !== keyOf(active)) setChosen(at)
  }
  return { active, touched, onKeyDown, onFocus }
}

export const keyOf = ({ row, column }: At) => `${row},${column}`

function atOf(element: Element): At | null {
  const text = element.closest('[data-at]')?.getAttribute('data-at')
  if (!text) return null
  const [row, column] = text.split(',').map(Number)
  return { row: row!, column: column! }
}

function within({ row, column }: At, { rows, columns }: Size): At {
  return { row: Math.max(-1, Math.min(rows - 1, row)), column: Math.max(-1, Math.min(columns - 1, column)) }
}
