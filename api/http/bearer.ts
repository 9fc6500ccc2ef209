import type { Request, Response } from 'express'
import { tokenForm } from '../accounts/tokens/token.ts'
import { Refusal } from '../refusal.ts'

/** What stands after “Bearer” (RFC 6750), as it came; undefined without. Other schemes are a proxy's own business. */
export function bearerOf({ headers: { authorization } }: Pick<Request, 'headers'>): string | undefined {
  return /^bearer(?:\s+(.*))?$/is.exec(authorization ?? '') ? authorization!.slice('bearer'.length).trim() : undefined
}

export function hasTokenForm(bearer: string): boolean {
  return tokenForm.test(bearer)
}

/** Tells a program how it may show who it is, beside a 401 or 403. */
export function challenge(res: Response, error?: 'invalid_token' | 'insufficient_scope'): void {
  res.set('WWW-Authenticate', `Bearer realm="Offing"${error ? `, error="${error}"` : ''}`)
}

/** The same whatever is wrong with it: it never was, has ended, or is revoked. */
export function badToken(res: Response): Refusal {
  challenge(res, 'invalid_token')
  return new Refusal(
    'not-signed-in',
    'This access token is not good: it has ended, was revoked, or never was. Ask an administrator for another.',
  )
}
