import { useState } from 'react'
import { saveFile } from '../messages/save-file.ts'
import { Done } from '../shared/states/Done.tsx'

interface Props {
  codes: readonly string[]
  /** What was just done. */
  said: string
  act: string
  onKept: () => void
}

/** Recovery codes, shown this once. */
export function Recovery({ codes, said, act, onKept }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null)
  const text = codes.join('\n')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('by-hand')
    }
  }
  return (
    <div className="offing-account__form">
      <Done>
        <p>{said}</p>
      </Done>
      <h3 className="nhsuk-heading-s">Keep these recovery codes</h3>
      <p>
        Each stands in for a code from your phone once: if you lose the phone, you get in with one of them. Keep them
        where you keep passwords, not on the phone itself. <strong>They are not shown again.</strong>
      </p>
      <ol className="offing-account__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="offing-account__buttons offing-no-print">
        <button
          type="button"
          className="offing-link-button"
          onClick={() => saveFile(fileOf(text), 'recovery-codes.txt')}
        >
          Save as a file
        </button>
        <button type="button" className="offing-link-button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" className="offing-link-button" onClick={() => window.print()}>
          Print
        </button>
        <span role="status">
          {outcome === 'copied' && 'Copied.'}
          {outcome === 'by-hand' && 'Your browser does not let this page copy. Select them above.'}
        </span>
      </p>
      <button type="button" className="nhsuk-button" onClick={onKept}>
        {act}
      </button>
    </div>
  )
}

const fileOf = (text: string) =>
  new Blob([`Offing: recovery codes. Each works once.\n\n${text}\n`], { type: 'text/plain' })
