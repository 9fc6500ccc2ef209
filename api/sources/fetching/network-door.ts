import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { NotFetched } from './failure.ts'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface ProxySettings {
  http: string | undefined
  https: string | undefined
  /** Hosts that are asked directly, as in NO_PROXY. */
  not: string | undefined
}

const askTheSystem: Resolve = (host, done) => systemLookup(host, { all: true }, done)

/**
 * How the outside is reached. Directly, a name is resolved here and every address of it must be public: the one that was looked at is the one that is
 * connected to, so that a second answer of the name server changes nothing. Through a proxy it is the proxy that resolves names.
 */
export function liveDispatcher(
  proxy: ProxySettings | undefined,
  timeouts: Timeouts,
  resolve: Resolve = askTheSystem,
): Dispatcher {
  const connect = { lookup: publicLookup(resolve), timeout: timeouts.connect }
  const options = { connect, headersTimeout: timeouts.head, bodyTimeout: timeouts.body }
  if (!proxy) return new Agent(options)
  const { http, https, not } = proxy
  const through = {
    httpProxy: http ?? https ?? '',
    httpsProxy: https ?? http ?? '',
    noProxy: not ?? '',
    proxyTunnel: false,
  }
  return new EnvHttpProxyAgent({ ...options, ...through })
}

export interface Timeouts {
  connect: number
  head: number
  body: number
}

function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? unresolved(host), '')
      if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(notPublic(host), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

const unresolved = (host: string) => Object.assign(new Error(`No address of ${host}`), { code: 'ENOTFOUND' })
const notPublic = (host: string) =>
  new NotFetched(`${host} leads to an address that is not on the public internet, so it is not read.`)
