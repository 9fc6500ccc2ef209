import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'

/**
 * Refuses a request under a name that is not this registry's. A page elsewhere may let its own name lead to this machine, and would
 * then count as ours in a browser (DNS rebinding); an address of the network, or `localhost`, it cannot take.
 */
export function refuseOtherHosts({ origin, hosts }: Settings): RequestHandler {
  const names = new Set([...hosts, ...(origin ? [new URL(origin).hostname] : [])])
  return (req, _res, next) => {
    const { host } = req.headers
    const isTwice = req.headersDistinct.host?.length !== 1
    if (isTwice && (host !== undefined || req.httpVersion !== '1.0'))
      throw new Refusal('unparsable', 'A request names the host it is for, once. Send one Host.')
    if (host !== undefined && !isKnown(host.toLowerCase(), names))
      throw new Refusal(
        'wrong-host',
        'This registry is not served under that name. Ask for it by the address that people use.',
      )
    next()
  }
}

function isKnown(host: string, names: ReadonlySet<string>): boolean {
  const name = host.replace(/:\d{1,5}$/, '')
  return name === 'localhost' || isIP(name) === 4 || isIP(name.replace(/^\[(.*)\]$/, '$1')) === 6 || names.has(name)
}
