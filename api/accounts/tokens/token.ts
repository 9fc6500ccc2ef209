import type { TokenState } from '../../contract/tokens.ts'

/** What every token begins with, so that programs that look for secrets in code recognise one. */
export const tokenPrefix = 'offing_'

/** “offing_” and 32 random bytes. */
export const tokenForm = /^offing_[\w-]{43}$/

const day = 24 * 3_600_000
const soonMs = 14 * day

export interface Ending {
  expiresAt: string
  revokedAt: string | null
}

/** How a token stands at a moment, in milliseconds. */
export function stateOf({ expiresAt, revokedAt }: Ending, now: number): TokenState {
  const left = Date.parse(expiresAt) - now
  if (revokedAt !== null) return 'revoked'
  if (left <= 0) return 'ended'
  return left <= soonMs ? 'ends-soon' : 'good'
}

/** Whether a token may still be used. */
export function isUsable(token: Ending, now: number): boolean {
  return /^(good|ends-soon)$/.test(stateOf(token, now))
}

export function endOf(at: string, days: number): string {
  return new Date(Date.parse(at) + days * day).toISOString()
}

/** How what a token did is signed. */
export const nameOfToken = (name: string) => `Token: ${name}`
