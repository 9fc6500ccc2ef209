import { parentPort, workerData } from 'node:worker_threads'
import { openEntering } from '../../db/sqlite/entering.ts'
import { Refusal } from '../refusal.ts'
import { checkFile } from './check-worker.ts'
import { enterImport } from './enter-commands.ts'
import type { CheckTask, EnterTask, ImportReply, ImportTask } from './import-task.ts'
import { Unreadable } from './reading/file-reader.ts'

const task: ImportTask = workerData
const tell = (reply: ImportReply) => parentPort!.postMessage(reply)

try {
  tell(await (task.act === 'check' ? check(task) : enter(task)))
} catch (error) {
  if (!(error instanceof Unreadable || error instanceof Refusal)) throw error
  tell({ said: 'refused', detail: error.message })
}

async function check(it: CheckTask): Promise<ImportReply> {
  return { said: 'checked', checked: await checkFile(it, tell) }
}

async function enter(it: EnterTask): Promise<ImportReply> {
  const registry = openEntering(it.registry, it.staging)
  try {
    return { said: 'entered', counts: await enterImport(registry, it) }
  } finally {
    await registry.close()
  }
}
