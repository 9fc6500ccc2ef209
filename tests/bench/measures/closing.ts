import { Client } from '../client.ts'
import { type Figure, shortMs } from '../figures.ts'
import { roundIds, tokens } from '../registry.ts'
import type { RunningServer } from '../servers.ts'
import type { Size } from '../sizes.ts'

const aims = { S: 50, M: 50, L: 500 }

/** Closing the open round, whose answers are half of all, to the first ranking that counts them. */
export async function measureClosing(offing: RunningServer, size: Size): Promise<Figure> {
  const client = new Client(offing.origin, tokens.scanner)
  await client.expect('GET', '/api/v1/ranking?limit=50')
  const close = await client.expect('POST', `/api/v1/rounds/${roundIds[1]}/close`, undefined, { 'If-Match': '*' })
  const ranking = await client.expect('GET', '/api/v1/ranking?limit=50')
  client.close()
  const { round } = JSON.parse(ranking.body.toString()) as { round: { number: number } }
  if (round.number !== 2) throw new Error('The ranking does not count the round that was closed.')
  const total = close.ms + ranking.ms
  return {
    size: size.name,
    what: 'closing a round to its first ranking',
    measured: `${shortMs(total)} (close ${shortMs(close.ms)}, ranking ${shortMs(ranking.ms)})`,
    aim: `${aims[size.name]} ms`,
    held: total <= aims[size.name],
    numbers: { ms: total, closeMs: close.ms, rankingMs: ranking.ms },
  }
}
