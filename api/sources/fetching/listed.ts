/** Public feeds that may be read unless the setting says otherwise. */
export const usualHosts = [
  'www.gov.uk',
  'www.england.nhs.uk',
  'www.nice.org.uk',
  'www.who.int',
  'www.fda.gov',
  'www.ema.europa.eu',
  'connect.biorxiv.org',
  'connect.medrxiv.org',
] as const

/** A host's name: of several parts, the last one no number, so that it can be no IP address. */
export const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * Why an address may not be asked for, as a sentence; null where it may: http or https on its usual port, of a listed host, without a name and
 * a password.
 */
export function problemWithAddress(address: string, hosts: ReadonlySet<string>): string | null {
  if (!URL.canParse(address)) return 'It is not a web address.'
  const { protocol, hostname, port, username, password } = new URL(address)
  if (!/^https?:$/.test(protocol)) return 'Only http and https addresses are read.'
  if (username !== '' || password !== '') return 'An address with a name or a password in it is not read.'
  // The usual port of a scheme is no port in a parsed address.
  if (port !== '' && port !== '80' && port !== '443') return 'Only the usual ports of http and https are read.'
  if (!hosts.has(hostname)) return `The host ${hostname.slice(0, 100)} is not listed in the settings.`
  return null
}
