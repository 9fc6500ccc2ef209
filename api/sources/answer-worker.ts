import { parentPort, workerData } from 'node:worker_threads'
import type { AnswerRead, AnswerTask } from './answer-reader.ts'
import { SourceFault } from './connectors/connector.ts'
import { connectors } from './connectors/registry.ts'

const { connector, answer, asked }: AnswerTask = workerData

parentPort!.postMessage(read())

function read(): AnswerRead {
  try {
    return { page: connectors[connector].read(answer, asked) }
  } catch (error) {
    if (error instanceof SourceFault) return { fault: error.message }
    throw error
  }
}
