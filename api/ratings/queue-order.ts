/** What the order of a queue rests on: an item, and how many others have answered it in this round. */
export interface QueuePlace {
  technology: string
  specialism: string
  answers: number
}

/**
 * The order in which a panel member is asked: what the fewest others have answered first, so that no item is left with few;
 * within that a shuffle that is theirs for good, so that no item is always asked when people are tired.
 */
export function inQueueOrder<P extends QueuePlace>(places: readonly P[], panellist: string): P[] {
  const shuffled = places.map((place) => ({
    place,
    lot: lotOf(`${panellist} ${place.technology} ${place.specialism}`),
  }))
  return shuffled
    .sort((a, b) => a.place.answers - b.place.answers || a.lot - b.lot || byName(a.place, b.place))
    .map(({ place }) => place)
}

/** A number from 0 to 2³² − 1 that follows from a text alone: FNV-1a, its bits then mixed as MurmurHash3 ends (Appleby 2011). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function byName(a: QueuePlace, b: QueuePlace): number {
  const [one, other] = [`${a.technology} ${a.specialism}`, `${b.technology} ${b.specialism}`]
  return one < other ? -1 : one > other ? 1 : 0
}
