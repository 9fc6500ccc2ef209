import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { endAtDeadline } from '../../api/http/deadline.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** An application that answers nothing in time, with a patience of its own. */
async function withPatience(answer: express.RequestHandler): Promise<string> {
  const server = createServer(
    express()
      .use(endAtDeadline({ readMs: 300, writeMs: 300 }))
      .get('/', answer),
  )
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an answer that takes too long', () => {
  it('is given up with 503, and nothing is sent twice when it comes after all', async () => {
    let isRefusedBefore: boolean | undefined
    const base = await withPatience(async (_req, res) => {
      await pause(600)
      isRefusedBefore = res.headersSent
    })
    const response = await fetch(base)

    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('60')
    expect((await response.json()).detail).toContain('took too long')
    while (isRefusedBefore === undefined) await pause(20)
    expect(isRefusedBefore).toBe(true)
  })

  it('is cut off where it was begun and does not end', async () => {
    const base = await withPatience((_req, res) => void res.write('begun'))

    await expect(fetch(base).then((response) => response.text())).rejects.toThrow('terminated')
  })
})
