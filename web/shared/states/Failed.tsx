import { RequestProblem } from '../api-client.ts'
import { isStatus } from '../queries.ts'

interface Props {
  what: string
  error: unknown
  onRetry?: () => void
}

/** Shown when an answer did not come, or was a refusal: says which of the two, and offers to try again. */
export function Failed({ what, error, onRetry }: Props) {
  const refused = error instanceof RequestProblem
  return (
    <div className="offing-state" role="alert">
      <h2 className="nhsuk-heading-s">{titleOf(what, error)}</h2>
      <p>{refused ? error.problem.detail : 'The server did not answer. Nothing you entered is lost on this page.'}</p>
      {refused && error.problem.errors && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {error.problem.errors.map((part) => (
            <li key={`${part.pointer}${part.parameter}${part.detail}`}>
              {part.parameter && <strong>{part.parameter}: </strong>}
              {part.detail}
            </li>
          ))}
        </ul>
      )}
      {onRetry && !refused && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

function titleOf(what: string, error: unknown) {
  return isStatus(error, 403) ? `Your role does not show ${what}` : `We could not load ${what}`
}
