import type { BackupKeeper } from '../backup/backup-keeper.ts'
import { wordsOfKeep } from '../backup/rotation.ts'
import type { Service } from '../contract/service.ts'
import { productVersion } from '../product.ts'
import type { Settings } from '../settings.ts'
import type { RoomKeeper } from './room-keeper.ts'

/** How the program fares, without any path of the machine. */
export function readService(backups: BackupKeeper, room: RoomKeeper, settings: Pick<Settings, 'backups'>): Service {
  const { last, kept, nextAt, failure } = backups.state()
  const { schedule, keep } = settings.backups
  return {
    version: productVersion(),
    database: { ...room.sizes(), isFull: room.isFull() },
    backups: {
      schedule: schedule ?? null,
      nextAt,
      keep: wordsOfKeep(keep),
      kept,
      last: last ? { takenAt: last.takenAt, bytes: last.bytes, sha256: last.sha256, version: last.version } : null,
      failure: failure ?? null,
    },
  }
}
