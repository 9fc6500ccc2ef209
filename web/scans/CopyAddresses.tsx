import { useState } from 'react'
import { count } from '../shared/words.ts'

/** Copies email addresses for a reminder; shows them to be copied by hand where the browser does not let pages copy. */
export function CopyAddresses({ members }: { members: readonly { email: string }[] }) {
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null)
  const addresses = members.map(({ email }) => email).join('; ')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(addresses)
      setOutcome('copied')
    } catch {
      setOutcome('by-hand')
    }
  }
  if (members.length === 0) return null
  return (
    <>
      <button type="button" className="offing-link-button" onClick={() => void copy()}>
        Copy {count(members.length, 'email address', 'email addresses')}
      </button>
      <span role="status">{outcome === 'copied' && 'Copied.'}</span>
      {outcome === 'by-hand' && (
        <label className="offing-by-hand">
          Your browser does not let this page copy. Copy them from here:
          <textarea className="nhsuk-textarea" readOnly rows={3} value={addresses} />
        </label>
      )}
    </>
  )
}
