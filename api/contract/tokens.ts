import { instant, line, requiredLine } from './text.ts'
import { z } from './z.ts'

/** What a machine may be: answers and their reviews take a person. */
export const TokenRole = z.enum(['board', 'scanner', 'admin']).openapi('TokenRole')

export const TokenState = z.enum(['good', 'ends-soon', 'ended', 'revoked']).openapi('TokenState')

/** A machine's right to use the interface. `lastUsedAt` is right to the minute. */
export const AccessToken = z
  .strictObject({
    id: z.string(),
    name: line(80),
    role: TokenRole,
    state: TokenState,
    /** The name of who made it; null for somebody who has left. */
    createdBy: line().nullable(),
    createdAt: instant(),
    expiresAt: instant(),
    lastUsedAt: instant().nullable(),
    revokedAt: instant().nullable(),
  })
  .openapi('AccessToken')

export const TokenList = z.strictObject({ items: z.array(AccessToken), total: z.int() }).openapi('TokenList')

export const MakeTokenRequest = z
  .strictObject({ name: requiredLine(80), role: TokenRole, days: z.int().min(1).max(366) })
  .openapi('MakeTokenRequest')

/** The one answer that holds the secret: “offing_” and 43 characters. */
export const NewToken = z.strictObject({ token: AccessToken, secret: z.string() }).openapi('NewToken')

export type TokenRole = z.infer<typeof TokenRole>
export type TokenState = z.infer<typeof TokenState>
export type AccessToken = z.infer<typeof AccessToken>
export type TokenList = z.infer<typeof TokenList>
export type MakeTokenRequest = z.infer<typeof MakeTokenRequest>
export type NewToken = z.infer<typeof NewToken>
