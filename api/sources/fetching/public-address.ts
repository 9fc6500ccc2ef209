/** IPv4 blocks that are not the public internet (RFC 6890 and the IANA registry of special-purpose addresses). */
const notPublic4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((block) => {
  const [base, bits] = block.split('/') as [string, string]
  return { base: numberOf(base)!, size: 2 ** (32 - Number(bits)) }
})

/**
 * Whether an IP address is of the public internet. Of IPv6 only global unicast (2000::/3) is, without what leads elsewhere: so neither loopback, link-local,
 * unique local nor multicast addresses are, nor any that wrap one of IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  const number = numberOf(address)
  if (number !== null) return !notPublic4.some(({ base, size }) => number >= base && number < base + size)
  return isPublic6(address)
}

function isPublic6(address: string): boolean {
  if (!/^[0-9a-f:]+$/i.test(address)) return false
  const [first = '', second = ''] = address.split(':')
  const [a, b] = [Number.parseInt(first || '0', 16), Number.parseInt(second || '0', 16)]
  if (a < 0x2000 || a > 0x3fff) return false
  // 2001::/23 protocols and Teredo, 2001:db8::/32 and 3fff::/20 examples, 2002::/16 6to4.
  if (a === 0x2001) return b >= 0x0200 && b !== 0x0db8
  return a !== 0x2002 && !(a === 0x3fff && b < 0x1000)
}

/** An IPv4 address as one number; null for anything else. */
function numberOf(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number)
  if (!parts?.every((part) => part <= 255)) return null
  return parts.reduce((number, part) => number * 256 + part, 0)
}
