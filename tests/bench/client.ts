import { Agent, type IncomingMessage, request } from 'node:http'
import { ofOurs } from '../support/of-ours.ts'

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  /** From sending the request to the last byte of its answer. */
  ms: number
}

/** One user on one kept-alive connection. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly origin: string
  private readonly headers: Record<string, string>

  constructor(origin: string, token?: string) {
    this.origin = origin
    this.headers = headersOf(token)
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path)
  }

  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
    const sent = {
      ...this.headers,
      ...headers,
      ...(bytes && { 'Content-Type': 'application/json', 'Content-Length': bytes.length }),
    }
    return new Promise((resolve, reject) => {
      const start = performance.now()
      const asked = request(this.origin + path, { method, agent: this.agent, headers: sent }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => {
          const ms = performance.now() - start
          resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(parts), ms })
        })
        res.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(bytes)
    })
  }

  /** As `send`, for what must succeed. */
  async expect(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    const answer = await this.send(method, path, body, headers)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body.toString().slice(0, 500)}`)
    return answer
  }

  close(): void {
    this.agent.destroy()
  }
}

export function headersOf(token?: string): Record<string, string> {
  return token ? { Cookie: `offing_session=${token}`, ...ofOurs } : {}
}
