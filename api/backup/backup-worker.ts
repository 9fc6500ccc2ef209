import { parentPort, workerData } from 'node:worker_threads'
import { type BackupTask, rotate, takeBackup } from './backup-commands.ts'
import { BackupProblem, TakenAlready } from './problem.ts'
import type { Keep } from './rotation.ts'

/** What a thread says in the end. */
export type BackupReply =
  | { said: 'taken'; name: string; takenAt: string; bytes: number; deleted: number }
  | { said: 'taken-already' }
  | { said: 'failed'; reason: string }

const { keep, ...task }: BackupTask & { keep: Keep } = workerData
const tell = (reply: BackupReply) => parentPort!.postMessage(reply)

try {
  const { name, takenAt, bytes } = await takeBackup(task)
  tell({ said: 'taken', name, takenAt, bytes, deleted: rotate(task.folder, keep).length })
} catch (error) {
  tell(error instanceof TakenAlready ? { said: 'taken-already' } : { said: 'failed', reason: reasonOf(error as Error) })
}

/** Without a path: it is shown to administrators. */
function reasonOf(error: Error & { code?: string }): string {
  if (error instanceof BackupProblem) return error.message
  if (error.code === 'ENOSPC' || error.code === 'SQLITE_FULL') return 'There is no room for it on the disk.'
  if (error.code === 'EACCES' || error.code === 'EROFS') return 'The program may not write into the folder of backups.'
  return error.code ? `It could not be written (${error.code}).` : error.message
}
