import { hash, randomBytes } from 'node:crypto'

/** A secret that nobody guesses: 32 random bytes, as 43 characters that an address takes as they are. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of such a secret: its SHA-256, which is enough because it cannot be guessed. */
export function digestOfToken(token: string): string {
  return hash('sha256', token)
}
