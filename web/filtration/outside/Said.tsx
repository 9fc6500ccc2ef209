import { Done } from '../../shared/states/Done.tsx'
import type { Verdicts } from './use-verdicts.ts'

/** What was just done, with the way back; or why nothing was done. */
export function Said({ verdicts: { given, undo, wrong, sending } }: { verdicts: Verdicts }) {
  return (
    <>
      {wrong && (
        <div className="offing-callout offing-callout--warning" role="alert">
          <p>{wrong}</p>
        </div>
      )}
      {given && !wrong && (
        <Done key={`${given.said} ${given.undo.map(({ item }) => item.version)}`}>
          <p>
            {given.said}{' '}
            {given.undo.length > 0 && (
              <button type="button" className="offing-link-button" aria-disabled={sending} onClick={() => void undo()}>
                Undo
              </button>
            )}
          </p>
        </Done>
      )}
    </>
  )
}
