import { startThread } from '../thread.ts'
import { type Answer, type Asked, type Page, SourceFault } from './connectors/connector.ts'
import { type ConnectorId, connectors } from './connectors/registry.ts'

/** What the worker is given, and what it says. */
export interface AnswerTask {
  connector: ConnectorId
  answer: Answer
  asked: Asked
}
export type AnswerRead = { page: Page } | { fault: string }

/** Up to this many characters nothing takes long, whatever they are. */
const smallAnswer = 200_000
const patienceMs = 20_000
const memoryMb = 256

/**
 * What an answer says. A large one is read in a thread of its own, with bounds on memory and time: its maker may mean harm, and others want to be answered
 * meanwhile. Throws a SourceFault where it cannot be read.
 */
export async function readAnswer(task: AnswerTask): Promise<Page> {
  if (task.answer.text.length <= smallAnswer) return connectors[task.connector].read(task.answer, task.asked)
  const read = await readInWorker(task)
  if ('page' in read) return read.page
  throw new SourceFault(read.fault)
}

/** Never rejects. */
function readInWorker(task: AnswerTask): Promise<AnswerRead> {
  return new Promise((resolve) => {
    const worker = startThread(new URL('./answer-worker', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const end = (read: AnswerRead) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    const timer = setTimeout(() => end({ fault: 'Reading the answer takes too long, so it was given up.' }), patienceMs)
    worker.once('message', (read: AnswerRead) => end(read))
    worker.once('error', () => end({ fault: 'The answer is broken, or it holds too much.' }))
    worker.once('exit', () => end({ fault: 'The answer is broken.' }))
  })
}
