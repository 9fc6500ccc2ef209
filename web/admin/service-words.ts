import type { Service } from '../../api/contract/service.ts'
import { dateLabel } from '../shared/words.ts'

/** Bytes as people say them: “3.4 MB”. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const number = bytes / 1000 ** step
  return `${step === 0 || number >= 100 ? Math.round(number) : number.toFixed(1)} ${units[step]}`
}

export function backupInWords({ backups: { last, failure } }: Service): string {
  const when = last ? `${dateLabel(last.takenAt)}, ${sizeInWords(last.bytes)}` : 'None yet'
  return failure ? `${when}. The one of ${dateLabel(failure.at)} failed: ${failure.reason}` : when
}

/** Why an administrator should look at the backups, or null. A day and a half may pass between two of a daily schedule. */
export function backupTrouble({ backups }: Service, now: Date): string | null {
  const { last, failure, schedule } = backups
  if (failure) return `The last backup was not taken: ${failure.reason}`
  if (schedule === null && !last) return 'No backup is taken by the program. Is one taken by other means?'
  if (!last) return 'No backup was taken yet.'
  const days = (now.getTime() - Date.parse(last.takenAt)) / 86_400_000
  return days > 8 ? `The last backup is ${Math.floor(days)} days old.` : null
}
