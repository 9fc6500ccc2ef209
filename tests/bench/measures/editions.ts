import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { roundIds, scanId, tokens } from '../registry.ts'
import { startBare, startOffing } from '../servers.ts'
import type { Size } from '../sizes.ts'
import { onCopy, Watched } from '../watched.ts'

const firstViews = 5
const path = '/api/v1/ranking?edition=1&limit=20000'
const notAssessed = { assessed: false, text: '' }
const cover = {
  ...{ title: 'Edition of the bench', note: '', purpose: 'information', recommendations: [], shownToBoard: false },
  gaps: { cost: notAssessed, patientBenefit: notAssessed, inequalities: notAssessed },
}
const approval = { by: 'The bench', meeting: 'The bench', on: '2026-01-01' }

/** Publishing an edition while others are served, and how fast a server that has just started answers its first view. */
export async function measureEditions(file: string, size: Size, folder: string): Promise<Figure[]> {
  return onCopy(file, folder, async (copy) => {
    const figures = await publishOn(copy, size)
    figures.push(await firstViewOf(copy, size, folder))
    return figures
  })
}

async function publishOn(copy: string, size: Size): Promise<Figure[]> {
  const offing = await startOffing(copy, tokens.scanner, '/api/v1/ranking?limit=50')
  const watched = new Watched(offing, size)
  const any = { 'If-Match': '*' }
  await watched.client.expect('POST', `/api/v1/rounds/${roundIds[1]}/close`, undefined, any)
  const { body } = await watched.client.expect('POST', `/api/v1/scans/${scanId}/editions`, {})
  const { id } = JSON.parse(body.toString()) as { id: string }
  await watched.client.expect('PUT', `/api/v1/editions/${id}`, cover, any)
  await watched.ask(
    'publishing an edition, ranges through every lens drawn',
    'POST',
    `/editions/${id}/approve`,
    approval,
  )
  watched.stop()
  await offing.stop()
  return watched.figures
}

/** Each time from a server that has never been asked for it, beside a bare one that sends the same bytes. */
async function firstViewOf(copy: string, size: Size, folder: string): Promise<Figure> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < firstViews; i++) {
    const offing = await startOffing(copy, tokens.scanner, '/api/v1/about')
    const client = new Client(offing.origin, tokens.scanner)
    await client.expect('GET', '/api/v1/editions')
    const { body, ms } = await client.expect('GET', path)
    ours.push(ms)
    client.close()
    await offing.stop()
    theirs.push(await firstOfBare(body, folder))
  }
  const [a, b] = [median(ours), median(theirs)]
  return {
    size: size.name,
    what: 'an edition, first view after a start',
    measured: `${shortMs(a)} / ${shortMs(b)} = ${(a / b).toFixed(2)}×`,
    aim: '1.5× or +1 ms',
    held: a <= Math.max(1.5 * b, b + 1),
    numbers: { ms: a, bareMs: b, ratio: a / b },
  }
}

async function firstOfBare(body: Buffer, folder: string): Promise<number> {
  const answer = join(folder, 'edition.json')
  const other = join(folder, 'other.json')
  writeFileSync(answer, body)
  writeFileSync(other, '{}')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ [path]: answer, '/other': other }))
  const bare = await startBare(join(folder, 'manifest.json'), '/other')
  const client = new Client(bare.origin)
  await client.expect('GET', '/other')
  const { ms } = await client.expect('GET', path)
  client.close()
  await bare.stop()
  return ms
}
