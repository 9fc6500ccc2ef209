import type { SignOnProblem } from '../../contract/single-sign-on.ts'

/** Single sign-on did not sign somebody in; the sign-in page says why, by the problem. The message is for the log alone. */
export class NotSignedOn extends Error {
  readonly problem: SignOnProblem
  /** Whose account it was about, where there is one. */
  readonly account: string | null

  constructor(problem: SignOnProblem, message: string = problem, account: string | null = null) {
    super(message)
    this.problem = problem
    this.account = account
  }
}

/** What errors on the way to the provider may say, as openid-client throws them. */
interface ProviderError extends Error {
  code?: string
  /** What the provider itself answered. */
  error?: unknown
  error_description?: unknown
}

const stopped = new Set(['access_denied', 'interaction_required', 'consent_required', 'login_required'])
const away = new Set(['temporarily_unavailable', 'server_error'])
const noAnswer = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/**
 * What an error of the way to the provider comes to. Its message names the error without anything that it was made from: a cause may
 * hold a token.
 */
export function notSignedOn(thrown: Error): NotSignedOn {
  if (thrown instanceof NotSignedOn) return thrown
  const { message, code, error, error_description: described } = thrown as ProviderError
  const said = [message, code, error, described].filter((part) => typeof part === 'string')
  return new NotSignedOn(problemOf(thrown), said.join(': ').slice(0, 500))
}

function problemOf(thrown: ProviderError): SignOnProblem {
  const { code, error, cause } = thrown
  if (typeof error === 'string' && stopped.has(error)) return 'stopped'
  if (typeof error === 'string' && away.has(error)) return 'unavailable'
  return (code && noAnswer.has(code)) || isUnreached(thrown) || isUnreached(cause) ? 'unavailable' : 'failed'
}

/** As fetch says it. */
function isUnreached(thrown: unknown): boolean {
  return (thrown as Partial<Error> | undefined)?.message === 'fetch failed'
}
