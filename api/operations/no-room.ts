/** As SQLite and Node name it: no room on the disk, a quota that is used up, a file that may not grow. */
const codes = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG'])

/** Whether something could not be written because there is no room for it. */
export function isNoRoom(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.has(String(error.code))
}
