import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Import } from '../../api/contract/imports.ts'
import { signalRows } from '../support/importing.ts'
import { Installation } from '../support/server-process.ts'

const installation = new Installation()
afterAll(() => installation.remove())

/** As long as it takes to be killed while it is being entered. */
const rows = 30_000

describe('a server that is killed while a file is entered', () => {
  it.each([50, 400, 1200])(
    '%i ms after the press has all of it, or none, and nothing is left behind',
    async (ms) => {
      const server = await installation.start()
      const headers = await signIn(server.base)
      const total = async (base: string) => (await ask<{ total: number }>(base, '/signals?limit=1', { headers })).total
      const before = await total(server.base)
      const found = await look(server.base, headers, signalRows(rows).replaceAll('Register', `Register of ${ms}`))
      const pressed = fetch(`${server.base}/api/v1/imports/${found.id}/enter`, {
        method: 'POST',
        headers: { ...headers, 'If-Match': `"${found.version}"` },
        body: '{}',
      }).then(
        ({ status }) => status,
        () => 0,
      )
      await new Promise((resolve) => setTimeout(resolve, ms))
      await server.stop('SIGKILL')
      const answered = await pressed

      const again = await installation.start()
      const entered = (await total(again.base)) - before
      expect(answered === 200 ? [rows] : [0, rows]).toContain(entered)
      const left = join(installation.folder, 'offing.db-imports')
      expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
      expect((await ask<{ total: number }>(again.base, '/imports', { headers })).total % 1).toBe(0)
      await again.stop()
    },
    120_000,
  )
})

async function signIn(base: string): Promise<Record<string, string>> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(`${base}/api/v1/session/look-around`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ role: 'scanner' }),
  })
  return { ...headers, Cookie: response.headers.get('set-cookie')!.split(';')[0]! }
}

async function ask<T>(base: string, path: string, init: RequestInit): Promise<T> {
  return (await (await fetch(`${base}/api/v1${path}`, init)).json()) as T
}

async function look(base: string, headers: Record<string, string>, file: string): Promise<Import> {
  const sent = { method: 'POST', headers: { ...headers, 'Content-Type': 'text/csv' }, body: file }
  let found = await ask<Import>(base, '/imports?kind=signals&name=list.csv', sent)
  while (found.state === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, 100))
    found = await ask<Import>(base, `/imports/${found.id}`, { headers })
  }
  return found
}
