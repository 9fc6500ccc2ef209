import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const probeBytes = 256 * 1024
const probeEveryMs = 2_000

/** Watches whether there is room for the registry on its disk: as long as there was none for a write, it tries again by itself. */
export class RoomKeeper {
  private readonly file: string
  private full = false
  private probedAt = 0

  /** `file` is the registry's. */
  constructor(file: string) {
    this.file = file
  }

  /** A write has found no room. */
  wasFull(): void {
    this.full = true
    this.probedAt = Date.now()
  }

  /** Whether the last write found no room and there is none yet. */
  isFull(): boolean {
    if (this.full && Date.now() - this.probedAt > probeEveryMs) {
      this.probedAt = Date.now()
      this.full = !this.hasRoom()
    }
    return this.full
  }

  /** Bytes; null where the room left cannot be told. */
  sizes(): { bytes: number; logBytes: number; freeBytes: number | null } {
    return { bytes: sizeOf(this.file), logBytes: sizeOf(`${this.file}-wal`), freeBytes: freeAround(this.file) }
  }

  /** Whether a small file can be written beside the registry, which needs no lock of it. */
  private hasRoom(): boolean {
    const probe = `${this.file}.room-${process.pid}`
    try {
      const handle = openSync(probe, 'w', 0o600)
      try {
        writeSync(handle, Buffer.alloc(probeBytes, 1))
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      return true
    } catch {
      return false
    } finally {
      rmSync(probe, { force: true })
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function freeAround(file: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(resolve(file)))
    return bavail * bsize
  } catch {
    return null
  }
}
