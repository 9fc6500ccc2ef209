const onThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** What Entra ID calls itself where people of any organisation may sign in. */
const ofManyOrganisations = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i

/**
 * Why an address cannot be that of a provider of single sign-on, or null where it can. In the clear only on this machine; and never
 * one address for many organisations, where anybody may run a directory that says any email address is theirs.
 */
export function problemOfIssuer(text: string): string | null {
  if (!URL.canParse(text) || !isPlain(new URL(text)))
    return 'must be the address of the provider, as https://login.example.nhs.uk/realm'
  if (text.includes('/.well-known/')) return 'must end before “/.well-known/”'
  if (ofManyOrganisations.test(text)) return 'must name the directory of one organisation, not “common” or the like'
  return null
}

function isPlain({ protocol, hostname, username, password, search, hash }: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && onThisMachine.test(hostname))
  return isSafe && username === '' && password === '' && search === '' && hash === ''
}
