import { constants, platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Order, Reply, ThreadData } from './certainty-crew.ts'
import { CertaintyDraws } from './certainty-draws.ts'
import { modelsOf } from './panel-models.ts'

// Whoever asks the server something comes first. Elsewhere this would be said of the whole program, not of a thread.
if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const { tallies, panellists, part, done }: ThreadData = workerData
const draws = new CertaintyDraws(() => modelsOf(tallies, panellists), part)
const port = parentPort!

port.on('message', (order: Order) => {
  const reply: Reply = 'rows' in order ? { draws: drawn(order) } : { counts: draws.answer(order.question) }
  port.postMessage(reply, 'counts' in reply ? [reply.counts.buffer as ArrayBuffer] : [])
})

function drawn({ rows, plan }: Extract<Order, { rows: unknown }>): number {
  const work = draws.draw(rows, plan, (places) => Atomics.add(done, 0, places))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
