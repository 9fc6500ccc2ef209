import type { Signal, SignalOrigin, SignalState } from '../../api/contract/signals.ts'
import { exitReasonNames } from '../../api/filtration/words.ts'

export const stateNames: Record<SignalState, string> = {
  unread: 'Unread',
  linked: 'Linked',
  dismissed: 'Dismissed',
}

export const originNames: Record<SignalOrigin, string> = {
  source: 'From a source',
  nomination: 'Nomination',
  'out-of-date': 'Stage out of date?',
  import: 'Imported',
}

/** The reasons to dismiss, in the order of their keys: 1 to 5. */
export const reasons = Object.entries(exitReasonNames).map(([value, name]) => ({
  value: value as keyof typeof exitReasonNames,
  name,
}))

/** Where a signal comes from: its source by name, else its kind. */
export const cameFrom = ({ source, origin }: Signal) => source?.name || originNames[origin]

/** What stands as the name of one signal, or of many: “Breath test”, or 3 signals. */
export const namesOf = (signals: readonly Pick<Signal, 'title'>[]) =>
  signals.length === 1 ? `“${signals[0]!.title}”` : `${signals.length} signals`

/** A web address as a link leads there; undefined where it is anything but http or https. */
export const webLink = (address: string | null) =>
  address !== null && /^https?:\/\//i.test(address) ? address : undefined
