import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Installation } from '../support/server-process.ts'

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

describe('a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s folds its log into the database and ends with 0', async (signal) => {
    const server = await installation.start({ args: ['--empty'] })
    const begun = Date.now()

    expect(await server.stop(signal)).toBe(0)

    expect(Date.now() - begun).toBeLessThan(10_000)
    expect(existsSync(join(installation.folder, 'offing.db'))).toBe(true)
    expect(existsSync(join(installation.folder, 'offing.db-wal'))).toBe(false)
    await expect(fetch(`${server.base}/healthz`)).rejects.toThrow()
  })

  it('twice, as npm and a terminal do, finishes all the same', async () => {
    const server = await installation.start({ args: ['--empty'] })

    const ends = await Promise.all([server.stop('SIGINT'), server.stop('SIGINT'), server.stop('SIGTERM')])

    expect(ends).toEqual([0, 0, 0])
    expect(existsSync(join(installation.folder, 'offing.db-wal'))).toBe(false)
  })
})
