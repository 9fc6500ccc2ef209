import { isIP } from 'node:net'
import type { Request } from 'express'
import type { Settings } from '../settings.ts'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const localHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Whether socket, Host and the absence of forwarding headers all say that the visitor sits at this machine. Behind a proxy
 * nobody does: it may pass requests on without any of these signs.
 */
export function isLocal(req: Request, settings: Settings): boolean {
  return (
    !isBehindProxy(settings) &&
    loopback.test(req.socket.remoteAddress ?? '') &&
    localHost.test(req.headers.host ?? '') &&
    forwarding.every((header) => req.headers[header] === undefined)
  )
}

function isBehindProxy({ origin }: Settings): boolean {
  return origin !== undefined && !localHost.test(new URL(origin).host)
}

/**
 * The address from which a visitor asks. Each proxy in front adds the address that asked it to the end of `X-Forwarded-For`; what stands
 * before those additions is the visitor's own word and is not believed. Where a proxy has added no address, its own counts for all.
 */
export function visitorAddress(req: Request, { proxies }: Settings): string {
  const asking = req.socket.remoteAddress ?? ''
  if (proxies === 0) return asking
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',')
  const address = withoutPort((forwarded.at(-proxies) ?? forwarded[0]!).trim())
  return isIP(address) === 0 ? asking : address
}

/** Some proxies add the port too. */
function withoutPort(address: string): string {
  return /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address
}
