const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i

/**
 * Whether mail can be sent to an address without any doubt about what it means: plain ASCII, no quotes, no comments, a domain
 * with a dot (RFC 5321, 4.1.2, without its odder forms; at most 64 characters before the @ and 254 in all).
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [name, host] = [text.slice(0, at), text.slice(at + 1)]
  return at > 0 && text.length <= 254 && name.length <= 64 && local.test(name) && domain.test(host)
}

/** Made-up people of a demonstration have addresses that exist nowhere (RFC 2606). */
export function isMadeUp(address: string): boolean {
  return /\.invalid$/i.test(address)
}

/** As accounts keep it, so that one person has one account however they write their address. */
export function keptForm(address: string): string {
  return address.trim().toLowerCase()
}
