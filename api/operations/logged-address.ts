/** Parameters whose values are choices of ours, or numbers: what helps to understand a request, and names nobody. */
const shown = new Set(['limit', 'sort', 'list', 'lens', 'kind', 'scan', 'edition', 'band', 'varies', 'weights'])
const longest = 300

/**
 * An address as it may stand in a log: values of other parameters (texts that people searched by, what single sign-on sends back) are left out, and
 * so is any part of the path that could be a secret which somebody put there by mistake.
 */
export function loggedAddress(address: string): string {
  const [path = '', query] = address.split('?', 2)
  const parts = path.split('/').map((part) => (couldBeSecret(part) ? '…' : part))
  const values = query?.split('&').map(loggedParameter)
  return `${parts.join('/')}${values ? `?${values.join('&')}` : ''}`.slice(0, longest)
}

/** Ours are 43 signs of base64url; slugs and ids have no capitals. */
const couldBeSecret = (part: string) => part.length >= 32 && /[A-Z]/.test(part)

function loggedParameter(parameter: string): string {
  const [name = '', value] = parameter.split('=', 2)
  if (value === undefined) return shown.has(name) ? name : '…'
  return shown.has(name) && !couldBeSecret(value) ? parameter : `${name.slice(0, 40)}=…`
}
