import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What is asked of the site: the real host stands first in the path, as in practice. */
export interface Asking {
  host: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  at: number
}

/** An answer, or whoever writes one itself: slowly, broken off, or never ending. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body: string | Buffer }
  | ((res: ServerResponse, req: IncomingMessage) => void)

export type Player = (asking: Asking) => Reply | undefined

/** A real server on a free port that plays the sources; what no player answers is a 404. */
export async function startSourceSite(...players: Player[]) {
  const asked: Asking[] = []
  const server = createServer((req, res) => {
    const asking = askingOf(req)
    asked.push(asking)
    const reply = site.players.reduce<Reply | undefined>((found, player) => found ?? player(asking), undefined)
    if (typeof reply === 'function') return reply(res, req)
    res.writeHead(reply?.status ?? (reply ? 200 : 404), reply?.headers)
    res.end(reply?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const site = {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    players,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return site
}

export type SourceSite = Awaited<ReturnType<typeof startSourceSite>>

function askingOf(req: IncomingMessage): Asking {
  const url = new URL(req.url ?? '/', 'http://site.example')
  const [, host = '', ...rest] = url.pathname.split('/')
  return { host, path: `/${rest.join('/')}`, query: url.searchParams, headers: req.headers, at: Date.now() }
}

/** A sample by its file name. */
export const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../sources/samples', name), 'utf8')

/** Answers a host with the same body each time. */
export const plays =
  (host: string, body: string | Buffer, headers: Record<string, string> = {}): Player =>
  (asking) =>
    asking.host === host ? { body, headers } : undefined

/** The two captured pages of ClinicalTrials.gov, then a page without studies that still leads on, and the end. */
export const playsTrials: Player = ({ host, query }) => {
  if (host !== 'clinicaltrials.gov') return undefined
  const pages: Record<string, string> = {
    '': sample('clinicaltrials-gov-1.json'),
    [tokenOf('clinicaltrials-gov-1.json')]: sample('clinicaltrials-gov-2.json'),
    [tokenOf('clinicaltrials-gov-2.json')]: JSON.stringify({ studies: [], nextPageToken: 'the-last' }),
    'the-last': theLastPage(),
  }
  const body = pages[query.get('pageToken') ?? '']
  return body === undefined ? { status: 400, body: 'pageToken is invalid' } : { body }
}

/** The captured page of another search, as if it were the last. */
export function theLastPage(): string {
  const { nextPageToken: _, ...page } = JSON.parse(sample('clinicaltrials-gov-3.json'))
  return JSON.stringify(page)
}

const tokenOf = (name: string): string => JSON.parse(sample(name)).nextPageToken

/** An RSS feed of these items. */
export function rssOf(
  items: readonly { guid: string; title: string; pubDate?: string; description?: string }[],
): string {
  const written = items.map(
    ({ guid, title, pubDate, description = '' }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><description>${description}</description>${
        pubDate === undefined ? '' : `<pubDate>${pubDate}</pubDate>`
      }<link>https://www.gov.uk/news/${guid}</link></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${written.join('')}</channel></rss>`
}
