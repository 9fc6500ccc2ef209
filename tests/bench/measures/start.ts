import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, median, shortMs } from '../figures.ts'
import { tokens } from '../registry.ts'
import { startOffing } from '../servers.ts'
import type { Size } from '../sizes.ts'

const firstPath = '/api/v1/ranking?limit=50'
const restMs = 5_000
const starts = { S: 5, M: 5, L: 1 }

/** From `node dist/api/main.js` to the first answer, and what it holds in memory when nothing is asked. */
export async function measureStart(dataFile: string, size: Size): Promise<Figure[]> {
  const took: number[] = []
  let resident = 0
  for (let i = 0; i < starts[size.name]; i++) {
    const offing = await startOffing(dataFile, tokens.scanner, firstPath)
    took.push(offing.startedInMs)
    if (i === 0) {
      await pause(restMs)
      resident = offing.residentMiB()
    }
    await offing.stop()
  }
  const ms = median(took)
  const hasAim = size.name !== 'L'
  return [
    {
      size: size.name,
      what: 'from start to the first answer',
      measured: shortMs(ms),
      aim: hasAim ? '1000 ms' : '',
      held: hasAim ? ms < 1000 : null,
      numbers: { ms },
    },
    {
      size: size.name,
      what: 'memory at rest',
      measured: `${resident.toFixed(0)} MiB`,
      aim: hasAim ? '150 MiB' : '',
      held: hasAim ? resident < 150 : null,
      numbers: { mebibytes: resident },
    },
  ]
}
