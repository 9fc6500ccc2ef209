import { setTimeout as pause } from 'node:timers/promises'
import { openRegistry } from '../../../db/open.ts'
import { startMailServer } from '../../support/mail-server.ts'
import { useRaterScale } from '../adjusted.ts'
import type { Figure } from '../figures.ts'
import { groupingSlug, roundIds, scanId, specialismSlug, technologySlug, tokens } from '../registry.ts'
import { startOffing } from '../servers.ts'
import { makeSitting, sitterToken } from '../sitting.ts'
import { type Size, specialismCount } from '../sizes.ts'
import { onCopy, Watched } from '../watched.ts'
import { measureClosing } from './closing.ts'

const invited = 500
const reaskedAtMost = 40

/** What a scan team and a panel ask for around a round: how long it takes, and how long anybody else waits meanwhile. */
export async function measurePanelWork(file: string, size: Size, folder: string): Promise<Figure[]> {
  const figures = await onCopy(file, folder, async (copy) => {
    const post = await startMailServer()
    const mail = { SMTP_URL: post.url, MAIL_FROM: 'scan@bench.example', OFFING_ORIGIN: 'http://bench.example' }
    const offing = await startOffing(copy, tokens.scanner, '/api/v1/ranking?limit=50', mail)
    const watched = new Watched(offing, size)
    await whileOpen(watched)
    await afterClosing(watched)
    await nextRound(watched, size)
    await invitations(watched, () => post.received.length)
    watched.stop()
    await offing.stop()
    await post.stop()
    return watched.figures
  })
  figures.push(...(await measureQueues(file, size, folder)))
  figures.push(await measureAdjusted(file, size, folder))
  return figures
}

async function whileOpen(watched: Watched): Promise<void> {
  const [, open] = roundIds
  await watched.ask('progress of an open round', 'GET', `/rounds/${open}/progress`)
  await watched.ask('how many minutes everybody needs', 'GET', `/rounds/${open}/workload`)
  await watched.ask('the panel, by name', 'GET', `/scans/${scanId}/panel`)
  await watched.client.expect('POST', `/api/v1/rounds/${open}/close`, undefined, { 'If-Match': '*' })
  await watched.client.expect('GET', '/api/v1/ranking?limit=50')
}

async function afterClosing(watched: Watched): Promise<void> {
  const [first, second] = roundIds
  await watched.ask('what a round came to', 'GET', `/rounds/${second}/report`)
  await watched.ask('what the round before came to', 'GET', `/rounds/${first}/report`)
  await watched.ask('discussion sheets of ten technologies', 'GET', `/rounds/${second}/discussion?${tenTechnologies}`)
  await watched.ask('discussion sheets of all technologies', 'GET', `/rounds/${second}/discussion`)
  await watched.ask('worth another look, groups drawn', 'GET', `/scans/${scanId}/worth-another-look`)
  await watched.ask('worth another look, again', 'GET', `/scans/${scanId}/worth-another-look`)
  await watched.ask('what the first ten depend on', 'GET', '/fragility')
  await watched.ask(
    'what one place rests on, of a grouping',
    'GET',
    `/ranking/${await firstIn(watched, lens)}/why?${lens}`,
  )
  await watched.ask('the brief of a specialism, its ranking', 'GET', '/ranking?specialism=specialism-7&limit=200')
  await watched.ask('the workforce', 'GET', '/workforce')
  await watched.ask('the heat map as CSV', 'GET', '/heat-map.csv')
  await watched.ask('the heat map as a workbook', 'GET', '/heat-map.xlsx')
}

const lens = `lens=grouping:${groupingSlug(0)}`

async function firstIn({ client }: Watched, query: string): Promise<string> {
  const { body } = await client.expect('GET', `/api/v1/ranking?limit=1&${query}`)
  return (JSON.parse(body.toString()) as { items: { slug: string }[] }).items[0]!.slug
}

const tenTechnologies = Array.from({ length: 10 }, (_, k) => `technology=${technologySlug(k)}`).join('&')

async function nextRound(watched: Watched, size: Size): Promise<void> {
  const technologies = Array.from({ length: Math.min(reaskedAtMost, size.technologies) }, (_, k) => technologySlug(k))
  const path = `/scans/${scanId}/rounds`
  const { body } = await watched.ask(`preparing a round of ${technologies.length}`, 'POST', path, { technologies })
  const { id } = JSON.parse(body.toString()) as { id: string }
  await watched.ask('sharing its items out', 'POST', `/rounds/${id}/share-out`)
}

async function invitations(watched: Watched, received: () => number): Promise<void> {
  const rows = Array.from({ length: invited }, (_, i) => ({
    name: `Newcomer ${i}`,
    email: `newcomer-${i}@bench.example`,
    specialisms: [specialismSlug(i % specialismCount), specialismSlug((i * 7 + 3) % specialismCount)],
  }))
  await watched.ask(`inviting ${invited} people`, 'POST', `/scans/${scanId}/panel/bulk`, { rows })
  const members = await watched.client.expect('GET', `/api/v1/scans/${scanId}/panel`)
  const { items } = JSON.parse(members.body.toString()) as { items: { id: string; email: string }[] }
  const to = items.filter(({ email }) => email.endsWith('@bench.example')).map(({ id }) => id)
  await watched.during(`mailing ${invited} invitations`, async () => {
    await watched.client.expect('POST', `/api/v1/scans/${scanId}/messages`, { kind: 'invitation', to })
    while (received() < invited) await pause(5)
  })
}

/** Queues of two lengths, each of a panel member of its own; a queue is asked for several times. */
async function measureQueues(file: string, size: Size, folder: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const items of [12, 60])
    figures.push(
      ...(await onCopy(file, folder, async (copy) => {
        await makeSitting(copy, items)
        const offing = await startOffing(copy, sitterToken, '/api/v1/my-answers')
        const watched = new Watched(offing, size, sitterToken)
        for (let i = 0; i < 20; i++) await watched.client.expect('GET', '/api/v1/my-answers')
        await watched.ask(`a queue of ${items}`, 'GET', '/my-answers')
        watched.stop()
        await offing.stop()
        return watched.figures
      })),
    )
  return figures
}

/** Closing where the method allows for leanings. */
async function measureAdjusted(file: string, size: Size, folder: string): Promise<Figure> {
  return onCopy(file, folder, async (copy) => {
    const registry = await openRegistry(copy)
    await useRaterScale(registry, 'adjusted')
    await registry.close()
    const offing = await startOffing(copy, tokens.scanner, '/api/v1/ranking?limit=50')
    const figure = await measureClosing(offing, size)
    await offing.stop()
    return { ...figure, what: `${figure.what}, leanings taken off`, aim: '', held: null }
  })
}
