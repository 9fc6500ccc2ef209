/** How many backups are kept: the newest of each of so many days, weeks and months that have one. */
export interface Keep {
  days: number
  weeks: number
  months: number
}

const dayMs = 86_400_000
const form = /^(\d{1,3})d(\d{1,3})w(\d{1,3})m$/

/** Reads `7d5w12m`; undefined where it is not in this form, or keeps not even one day. */
export function keepIn(text: string): Keep | undefined {
  const [, days, weeks, months] = form.exec(text) ?? []
  const keep = { days: Number(days), weeks: Number(weeks), months: Number(months) }
  return keep.days >= 1 ? keep : undefined
}

export const wordsOfKeep = ({ days, weeks, months }: Keep): string => `${days}d${weeks}w${months}m`

/**
 * Which of these may go; all of them are good. The newest never goes, nor what was taken within a day before it, since
 * somebody may have taken it for a reason. Days, weeks (from Monday) and months are those of UTC.
 */
export function toDelete<B extends { takenAt: string }>(backups: readonly B[], keep: Keep): B[] {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : 0))
  const kept = new Set<B>([
    ...newestFirst.filter(({ takenAt }) => Date.parse(newestFirst[0]!.takenAt) - Date.parse(takenAt) < dayMs),
    ...newestOfEach(newestFirst, dayOf, keep.days),
    ...newestOfEach(newestFirst, weekOf, keep.weeks),
    ...newestOfEach(newestFirst, monthOf, keep.months),
  ])
  return newestFirst.filter((one) => !kept.has(one))
}

function newestOfEach<B extends { takenAt: string }>(
  newestFirst: readonly B[],
  periodOf: (at: string) => string,
  most: number,
): B[] {
  const found = new Map<string, B>()
  for (const one of newestFirst) {
    const period = periodOf(one.takenAt)
    if (!found.has(period)) found.set(period, one)
  }
  return [...found.values()].slice(0, most)
}

const dayOf = (at: string) => at.slice(0, 10)
const monthOf = (at: string) => at.slice(0, 7)

/** The day on which its week began. */
function weekOf(at: string): string {
  const day = new Date(`${dayOf(at)}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10)
}
