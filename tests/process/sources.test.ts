import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Source } from '../../api/contract/sources.ts'
import { Installation } from '../support/server-process.ts'
import { signInWithCode } from '../support/sign-in-with-code.ts'
import { type SourceSite, startSourceSite } from '../support/source-site.ts'

let installation: Installation
let site: SourceSite
/** The page that is never answered. */
let silent: number | null

/** Ten pages of three studies each. */
beforeEach(async () => {
  installation = new Installation()
  silent = null
  site = await startSourceSite(({ host, query }) => {
    if (host !== 'clinicaltrials.gov') return undefined
    const page = Number(query.get('pageToken') ?? '0')
    const studies = [0, 1, 2].map((n) => study(page * 3 + n))
    const body = JSON.stringify({ totalCount: 30, studies, ...(page < 9 && { nextPageToken: String(page + 1) }) })
    return page === silent ? () => {} : { body }
  })
})
afterEach(async () => {
  installation.remove()
  await site.stop()
})

const study = (n: number) => ({
  protocolSection: {
    identificationModule: { nctId: `NCT${String(n).padStart(8, '0')}`, briefTitle: `Study ${n}` },
    statusModule: { overallStatus: 'RECRUITING', studyFirstPostDateStruct: { date: '2026-08-11' } },
  },
})

/** A server in practice, with somebody signed in to it. */
async function start() {
  const server = await installation.start({ args: ['--empty'], settings: { OFFING_SOURCES_PRACTICE: site.url } })
  const email = 'ada.scott@example.org'
  const password = 'a long enough phrase'
  await installation.addAccount(email, 'scanner', password)
  const headers = await signInWithCode(server.base, email, password)
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
    return (await (await fetch(`${server.base}/api/v1${path}`, init)).json()) as T
  }
  const until = async (isTrue: (source: Source) => boolean): Promise<Source> => {
    for (let times = 0; times < 400; times++) {
      const [source] = (await ask<{ items: Source[] }>('/sources')).items
      if (source && isTrue(source)) return source
      await pause(50)
    }
    throw new Error('It did not come to pass.')
  }
  return { ...server, ask, until }
}

const trials = {
  name: 'Trials',
  connector: 'clinicaltrials',
  query: 'anything',
  from: '2026-01-01',
  schedule: 'weekly',
}

describe('a program that reads a source', () => {
  it('reads on where it was killed, and keeps nothing twice', async () => {
    silent = 4
    const first = await start()
    await first.ask('/sources', trials)
    await first.until(({ lastRun }) => lastRun?.pages === 4)
    expect(await first.stop('SIGKILL')).toBe('SIGKILL')
    silent = null
    const before = site.asked.length

    const second = await start()
    const source = await second.until(({ state }) => state === 'read')

    expect(source).toMatchObject({
      signals: 30,
      lastRun: { state: 'done', pages: 6, received: 18, added: 18, known: 0 },
    })
    expect(site.asked.slice(before).map(({ query }) => query.get('pageToken'))).toEqual(['4', '5', '6', '7', '8', '9'])
    const { items } = await second.ask<{ items: { state: string; added: number }[] }>(`/sources/${source.id}/runs`)
    expect(items.map(({ state, added }) => [state, added])).toEqual([
      ['done', 18],
      ['stopped', 12],
    ])
    await second.stop()
  })

  it('breaks off when it is stopped, within moments, and reads on after its next start', async () => {
    silent = 2
    const first = await start()
    await first.ask('/sources', trials)
    await first.until(({ lastRun }) => lastRun?.pages === 2)
    const asked = Date.now()
    expect(await first.stop('SIGTERM')).toBe(0)
    expect(Date.now() - asked).toBeLessThan(8_000)
    silent = null

    const second = await start()

    expect(await second.until(({ state }) => state === 'read')).toMatchObject({ signals: 30 })
    await second.stop()
  })

  it('is not brought down twice at once by a source that kills it', async () => {
    silent = 1
    for (let times = 0; times < 2; times++) {
      const server = await start()
      if (times === 0) await server.ask('/sources', trials)
      await server.until(({ state, lastRun }) => state === 'reading' && (times > 0 || lastRun?.pages === 1))
      await server.stop('SIGKILL')
    }
    const third = await start()
    const source = await third.until(({ lastRun }) => lastRun?.state === 'stopped')
    expect(source).toMatchObject({ state: 'stopped', readsOn: true })
    expect(source.lastRun!.failure).toBe('The program was ended while it read.')
    await third.stop()
  })
})
