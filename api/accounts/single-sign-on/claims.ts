import { isMailAddress, keptForm } from '../mail-address.ts'

/** What a provider says of somebody: the identity token's claims, or those of its address for more. */
export type Claims = Readonly<Record<string, unknown>>

const longestName = 120
const notInALine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu

/** The texts of a claim, by its name or, where there is none of that name, by a way such as `realm_access.roles`. */
export function valuesAt(claims: Claims, place: string): string[] {
  const found = Object.hasOwn(claims, place) ? claims[place] : place.split('.').reduce<unknown>(partOf, claims)
  return (Array.isArray(found) ? found : [found]).filter((value) => typeof value === 'string')
}

function partOf(whole: unknown, name: string): unknown {
  const isObject = typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name)
  return isObject ? (whole as Claims)[name] : undefined
}

/**
 * The signed token's claims with what else the provider says. The token's count first; but whether an address was checked is said of the
 * address beside it, and of no other.
 */
export function mergedClaims(signed: Claims, more: Claims): Claims {
  const { email, email_verified } = signed.email === undefined ? more : signed
  return { ...more, ...signed, email, email_verified }
}

export interface ClaimedAddress {
  address: string
  /** Whether the provider has made sure that it is theirs. */
  isChecked: boolean
}

/**
 * The email address, as accounts keep it; undefined where mail could not be sent to it. `trusted`: the provider says nothing of
 * having checked addresses, and the organisation vouches for it; where it says that it has not, nobody does.
 */
export function addressFrom(claims: Claims, trusted: boolean): ClaimedAddress | undefined {
  const { email, email_verified: verified } = claims
  if (typeof email !== 'string' || !isMailAddress(email.trim())) return undefined
  const isChecked = verified === undefined ? trusted : verified === true || verified === 'true'
  return { address: keptForm(email), isChecked }
}

/** A name to show: as the provider says it, in one line; without any, what stands before the @ of the address. */
export function nameFrom(claims: Claims, address: string): string {
  const { name, given_name: given, family_name: family } = claims
  const whole = [given, family].filter((part) => typeof part === 'string').join(' ')
  const said = [name, whole].map(asLine).find((text) => /[\p{L}\p{N}]/u.test(text))
  return said ?? address.slice(0, address.lastIndexOf('@'))
}

function asLine(said: unknown): string {
  if (typeof said !== 'string') return ''
  const plain = said.normalize('NFC').replace(notInALine, ' ').trim().slice(0, longestName)
  return plain.replace(/\p{Cs}$/u, '').trim()
}
