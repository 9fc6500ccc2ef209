import { Link, useLocation } from 'react-router'
import type { Problem } from '../../../api/contract/problem.ts'
import { RequestProblem } from '../api-client.ts'
import { isStatus } from '../queries.ts'
import { StateHeading } from './StateHeading.tsx'

interface Props {
  what: string
  error: unknown
  isPage?: boolean
  onRetry?: () => void
}

/** Shown when an answer did not come, or was a refusal: says which of the two, and offers to try again. */
export function Failed({ what, error, isPage, onRetry }: Props) {
  const refused = error instanceof RequestProblem
  return (
    <div className="offing-state" role="alert">
      <StateHeading isPage={isPage}>{titleOf(what, error)}</StateHeading>
      <p>{refused ? error.problem.detail : 'The server did not answer. Nothing you entered is lost on this page.'}</p>
      {refused && <Details problem={error.problem} />}
      {onRetry && !refused && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

/** What else the refusal says; where it is the address that is wrong, the way out of it. */
function Details({ problem }: { problem: Problem }) {
  const { pathname, search } = useLocation()
  const others = (problem.errors ?? []).filter((error) => error.detail !== problem.detail)
  return (
    <>
      {others.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {others.map((error) => (
            <li key={`${error.pointer}${error.parameter}${error.detail}`}>{error.detail}</li>
          ))}
        </ul>
      )}
      {search && [400, 404, 422].includes(problem.status) && (
        <p>
          <Link to={pathname}>Open this page without filters</Link>
        </p>
      )}
    </>
  )
}

function titleOf(what: string, error: unknown) {
  return isStatus(error, 403) ? `Your role does not show ${what}` : `We could not load ${what}`
}
