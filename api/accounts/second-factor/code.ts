/** A code as it was given: of six digits from a phone, or a recovery code in the form in which it was made. */
export type GivenCode = { kind: 'phone'; digits: string } | { kind: 'recovery'; code: string }

/** Crockford's base 32, in which no sign is taken for another. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'
const recoveryLength = 24
export const recoveryCodeBytes = (recoveryLength * 5) / 8
export const recoveryCodeCount = 10

/** Reads what somebody has typed; null where it has neither form. Spaces and hyphens are left aside, capitals are small letters, o is 0, i and l are 1. */
export function readCode(text: string): GivenCode | null {
  const bare = text.replace(/[\s\u2010-\u2015-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(bare)) return { kind: 'phone', digits: bare }
  const code = bare.replace(/o/g, '0').replace(/[il]/g, '1')
  const isWhole = code.length === recoveryLength && [...code].every((sign) => signs.includes(sign))
  return isWhole ? { kind: 'recovery', code } : null
}

/** Fifteen random bytes as a recovery code: 120 bits, so that its plain digest may be kept (OWASP ASVS 5.0, 6.5.2 asks for 112). */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => signs[Number.parseInt(five, 2)]).join('')
}

/** As it is shown: in four groups of six. */
export function shownCode(code: string): string {
  return (code.match(/.{1,6}/g) ?? []).join('-')
}
