/** About how many minutes one item takes: two taps, or three years as well. */
export const minutesAnItem = { bands: 1, years: 2 } as const

/** More than this is said before a round opens; more than `mostMinutes` is refused. */
export const longMinutes = 20
export const mostMinutes = 40

export type LoadState = 'ok' | 'long' | 'too-long'

/** How long one panel member will need. */
export interface Load {
  items: number
  minutes: number
  state: LoadState
}

export function loadOf(items: number, asksYears: boolean): Load {
  const minutes = items * (asksYears ? minutesAnItem.years : minutesAnItem.bands)
  return { items, minutes, state: stateOf(minutes) }
}

function stateOf(minutes: number): LoadState {
  if (minutes > mostMinutes) return 'too-long'
  return minutes > longMinutes ? 'long' : 'ok'
}

/** What a round asks of each panel member, by panellist id. */
export type Loads = ReadonlyMap<string, Load>

export function countIn(loads: Loads, state: LoadState): number {
  return [...loads.values()].filter((load) => load.state === state).length
}

/** How many people something would push over the limit, or further over it. */
export function pushedOver(before: Loads, after: Loads): number {
  return [...after].filter(
    ([panellist, { minutes, state }]) => state === 'too-long' && minutes > (before.get(panellist)?.minutes ?? 0),
  ).length
}
