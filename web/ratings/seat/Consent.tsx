import type { Seat } from '../../../api/contract/seats.ts'
import { useSeatWrite } from './use-seat-write.ts'

const said = (consent: boolean | null) => {
  if (consent === null) return 'You have not said yet, so it is not published.'
  return consent ? 'You have agreed.' : 'You have not agreed, so it is not published.'
}

/** Whether the reader's name may be published; it can be changed at any time. */
export function Consent({ seat }: { seat: Seat }) {
  const { consent, failure } = useSeatWrite(seat)
  return (
    <section aria-labelledby="consent">
      <h2 className="nhsuk-heading-s" id="consent">
        May your name be published among the participants?
      </h2>
      <p role="status">{said(seat.consentToBeNamed)}</p>
      <div className="offing-ways nhsuk-u-margin-bottom-5">
        {([true, false] as const).map((answer) => (
          <button
            key={String(answer)}
            type="button"
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            aria-pressed={seat.consentToBeNamed === answer}
            onClick={() => void consent(answer)}
          >
            {answer ? 'Yes, you may name me' : 'No, do not name me'}
          </button>
        ))}
      </div>
      {failure && <p role="alert">{failure}</p>}
    </section>
  )
}
