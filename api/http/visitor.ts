import type { Request } from 'express'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const localHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** Whether socket, Host and the absence of forwarding headers all say that the visitor sits at this machine. */
export function isLocal(req: Request): boolean {
  return (
    loopback.test(req.socket.remoteAddress ?? '') &&
    localHost.test(req.headers.host ?? '') &&
    forwarding.every((header) => req.headers[header] === undefined)
  )
}
