import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How the server answers to a receiver; 250 takes the message. */
export type Reply = { code: 250 | 421 | 450 | 550; address?: string }

export interface Received {
  to: string[]
  /** Head and body as they came over the wire. */
  source: string
}

/** A real SMTP server on a free port, which takes mail or refuses it as the test says. */
export async function startMailServer(options: { port?: number } = {}) {
  const received: Received[] = []
  const refuse = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    // A pool keeps its connections open.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const code = refuse.get(address) ?? refuse.get('*')
      if (code === undefined) return callback()
      callback(Object.assign(new Error(`No to ${address}`), { responseCode: code }))
    },
    onData(stream, session, callback) {
      let source = ''
      stream.on('data', (chunk: Buffer) => {
        source += chunk.toString('utf8')
      })
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
        callback()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The text of a message, quoted-printable undone. */
export function textOf({ source }: Received): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4)
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

export function headerOf({ source }: Received, name: string): string {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
}
