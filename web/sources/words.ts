import type { Source, SourceRun } from '../../api/contract/sources.ts'
import type { Schedule } from '../../api/sources/schedule.ts'
import { count, dateLabel, listed } from '../shared/words.ts'

export const scheduleNames: Record<Schedule, string> = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month',
  off: 'By hand only',
}

type State = Source['state'] | 'archived'

export const stateNames: Record<State, { name: string; colour: string }> = {
  'never-read': { name: 'Never read', colour: 'grey' },
  waiting: { name: 'Waiting its turn', colour: 'blue' },
  reading: { name: 'Being read', colour: 'blue' },
  read: { name: 'Read', colour: 'green' },
  failing: { name: 'Failing', colour: 'red' },
  stopped: { name: 'Not read to the end', colour: 'yellow' },
  archived: { name: 'Archived', colour: 'grey' },
}

export const runStateNames: Record<SourceRun['state'], string> = {
  running: 'Being read',
  done: 'Read to the end',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** “Last read 40 days ago, on 11 October 2026.” */
export function lastReadInWords({ lastReadAt, daysSinceRead }: Pick<Source, 'lastReadAt' | 'daysSinceRead'>): string {
  if (lastReadAt === null || daysSinceRead === null) return 'Never read to its end.'
  if (daysSinceRead === 0) return `Last read less than a day ago, on ${dateLabel(lastReadAt)}.`
  return `Last read ${count(daysSinceRead, 'day')} ago, on ${dateLabel(lastReadAt)}.`
}

const often: Record<Schedule, string> = {
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  off: 'by hand only',
}

/** What being late means; nothing where it is not. */
export function lateInWords({ isLate, schedule, lastReadAt }: Source): string {
  if (!isLate) return ''
  return lastReadAt === null
    ? `It should be read ${often[schedule]} and has never been read to its end: its signals are missing.`
    : `It should be read ${often[schedule]}: signals since then may be missing.`
}

/** “13 records: 10 new, 2 changed at the source, 1 known before.” */
export function countsInWords(run: SourceRun): string {
  if (run.received === 0) return run.state === 'done' ? 'Nothing was found.' : 'No records came.'
  const parts = [
    `${run.added} new`,
    ...(run.changed > 0 ? [`${run.changed} changed at the source`] : []),
    ...(run.known > 0 ? [`${run.known} known before`] : []),
  ]
  return `${count(run.received, 'record')}: ${listed(parts)}.`
}

/** “3 pages and 250 of 480 records so far.” */
export function progressInWords(run: SourceRun): string {
  const of = run.expected === null ? '' : ` of ${run.expected}`
  return `${count(run.pages, 'page')} and ${run.received}${of} records so far, ${run.added} of them new.`
}

/** When it is read next, as things stand; nothing while it is being read. */
export function nextInWords({ schedule, dueAt, archived, readsOn, state }: Source): string {
  if (archived) return 'It is archived, and is not read.'
  if (state === 'reading') return ''
  if (state === 'waiting') return 'It will be read as soon as it is its turn.'
  const on = readsOn ? ' It then goes on where the last reading broke off.' : ''
  if (schedule === 'off' || dueAt === null) return `It is read when somebody presses “Read now”.${on}`
  return `${scheduleNames[schedule]}; next on ${dateLabel(dueAt)}.${on}`
}

/** A day and a time of it, where the services are. */
export function momentLabel(instant: string): string {
  const date = new Date(instant)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })
  return `${dateLabel(instant)}, ${time}`
}
