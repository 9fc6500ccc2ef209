/** What is drawn: how often, from which seed, and whether the panel, the weights or both are left open. */
export interface DrawPlan {
  draws: number
  seed: number
  varies: Varies
  /** Weights are as firm as if so many points had been shared out. */
  concentration: number
}

export const variations = ['both', 'panel', 'weights'] as const
export type Varies = (typeof variations)[number]

/** The plan of design 3.3, but for the seed. */
export const usualPlan: Omit<DrawPlan, 'seed'> = { draws: 10_000, varies: 'both', concentration: 50 }

/** Goes up with every change of the arithmetic that could change a figure: a result says by which it was made. */
export const arithmeticVersion = 1

/**
 * Draws come in blocks of so many, each with chances of its own, so that who draws a block decides nothing. It is a whole number
 * of lanes.
 */
export const drawsInBlock = 80

/** Streams of chance within a block; that of a lens has its name's, too. */
export const streams = { shared: 1, weights: 2, own: 3 }

/** Under so many panel members in a lens there are no numbers, only that it is the view of so many people. */
export const fewestPeople = 5

/** Above so many ranked technologies no whole matrix of places is kept. */
export const mostInMatrix = 2_000

/** No more places than this are held at once: where very many technologies are ranked, each is drawn less often. */
const mostPlaces = mostInMatrix * 10_000

/** How often a lens of so many ranked technologies is drawn: whole lanes. */
export function drawsFor(wanted: number, rows: number, lanes: number): number {
  return Math.ceil(Math.min(wanted, mostPlaces / Math.max(1, rows)) / lanes) * lanes
}
