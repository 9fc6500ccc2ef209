import type { Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

/** What Node holds every connection to, before any request of it is read. */
export const serverOptions: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 5_000,
  // Two readings of where a request ends would let one hide in another.
  insecureHTTPParser: false,
  // It is required all the same, with a refusal in our form.
  requireHostHeader: false,
}

const mostConnections = 5_000
/** A hospital's readers may all come from one address, with six connections each. */
const mostFromOneAddress = 2_000

/** Node would answer an `Expect` that it does not know by itself, without our headers; it may as well be passed over (RFC 9110, 10.1.1). */
export function passOverExpectations(server: Server): void {
  server.on('checkExpectation', (req, res) => void server.emit('request', req, res))
}

/**
 * Bounds how many connections stand open: in all, and from one address unless a proxy stands in front, from which all come. Whatever is
 * beyond is closed at once.
 */
export function limitConnections(server: Server, isBehindProxy: boolean): void {
  server.maxConnections = mostConnections
  if (isBehindProxy) return
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = open.get(address)! - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (count > mostFromOneAddress) socket.destroy()
  })
}
