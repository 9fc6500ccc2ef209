import { useEffect, useRef } from 'react'
import type { Said } from './use-triage.ts'

interface Props {
  said: Said | null
  refused: string
  onUndo: () => void
}

/** What was done last with the way to undo it, or why it was not done. */
export function UndoBar({ said, refused, onUndo }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that did it may be gone, and the focus with it.
    if ((said || refused) && document.activeElement === document.body) bar.current?.focus()
  }, [said, refused])
  return (
    <div ref={bar} tabIndex={-1} role="status" className="offing-inbox__said">
      {refused && (
        <div className="offing-callout offing-callout--slim offing-callout--wrong">
          <strong>Not done.</strong> {refused}
        </div>
      )}
      {said && (
        <div className="offing-callout offing-callout--slim offing-callout--done offing-row">
          <span>{said.words}</span>
          {said.undo.length > 0 && (
            <button type="button" className="offing-link-button" onClick={onUndo}>
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  )
}
