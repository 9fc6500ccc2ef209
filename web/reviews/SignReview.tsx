import { useRef, useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Review } from '../../api/contract/reviews.ts'
import { useAccount } from '../shared/account.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import type { ReviewReference } from './queries.ts'

interface Props {
  reference: ReviewReference
  review: Review
  /** The version that the form shows: what is signed is what its reader has seen. */
  tag: string
  /** Something is typed that is not saved. */
  unsaved: boolean
  onSigned: (review: Review) => void
}

/** Signs the saved draft, once its lead has confirmed it. */
export function SignReview({ reference, review, tag, unsaved, onSigned }: Props) {
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (review.present.state === 'signed') return null
  const missing = whatIsMissing(review, unsaved)
  const end = () => {
    setAsking(false)
    button.current?.focus()
  }
  return (
    <section className="offing-review__sign" aria-labelledby="sign">
      <h2 className="nhsuk-heading-m" id="sign">
        Sign it
      </h2>
      {missing ? (
        <p>{missing}</p>
      ) : (
        <>
          <button
            type="button"
            ref={button}
            className="nhsuk-button nhsuk-button--secondary"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            Sign this review …
          </button>
          {asking && <Confirmation reference={reference} tag={tag} onSigned={onSigned} onEnd={end} />}
        </>
      )}
    </section>
  )
}

function whatIsMissing({ present }: Review, unsaved: boolean): string | null {
  if (unsaved) return 'Save the draft first: what is signed is what was saved.'
  return present.action === null ? 'Say what to do, and save, before you sign.' : null
}

type ConfirmationProps = Pick<Props, 'reference' | 'tag' | 'onSigned'> & { onEnd: () => void }

function Confirmation({ reference, tag, onSigned, onEnd }: ConfirmationProps) {
  const { name } = useAccount().account
  const { write, sending } = useWrite<Review>()
  const [outcome, setOutcome] = useState<Outcome<Review> | null>(null)
  const sign = async () => {
    if (sending) return
    const url = link(paths.reviewSign, { ...reference })
    const result = await write({ method: 'POST', url, tag })
    setOutcome(result)
    if (result.kind === 'saved') onSigned(result.value)
  }
  return (
    <div className="offing-callout">
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
      <p>
        <strong>You sign version {tag.replaceAll('"', '')} as what your specialism says.</strong> Everybody who may see
        this scan reads it, with your name, {name}, and today’s date. You can change it later: a change has to be signed
        again.
      </p>
      <div className="offing-row">
        <button type="button" className="nhsuk-button" aria-disabled={sending || undefined} onClick={sign}>
          {sending ? 'Signing …' : 'Sign it'}
        </button>
        <button type="button" className="offing-link-button" onClick={onEnd}>
          Not yet
        </button>
      </div>
    </div>
  )
}

const changedMeanwhile = (
  <>
    <strong>Another lead has changed it after you opened it,</strong> so it was not signed. Load this page again, read
    what is there now, then sign.
  </>
)
