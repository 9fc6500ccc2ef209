import { type Disc, type Field, pointAt, sideAngles } from './geometry.ts'
import type { Unit } from './pack.ts'
import { marksApart } from './sizes.ts'

/** How many distances between its lowest and highest a unit tries. */
const tries = 7

interface Placed {
  distance: number
  angle: number
  radius: number
}

/**
 * The tightest way to fill a field: from the inside out, each unit as near to the first side of the slice as it can be.
 * Null where one finds no room.
 */
export function packInRows(units: readonly Unit[], field: Field, taken: readonly Disc[]): Disc[] | null {
  const placed = taken.map((disc) => asPlaced(disc, field))
  const full: FullUpTo = new Map()
  const result: Disc[] = []
  const innermostFirst = units.map((unit, i) => ({ unit, i })).sort((a, b) => a.unit.wish - b.unit.wish || a.i - b.i)
  for (const { unit, i } of innermostFirst) {
    const spot = firstFree(unit, field, placed, full)
    if (!spot) return null
    placed.push(spot)
    result[i] = { ...pointAt(spot.distance, spot.angle), radius: unit.radius }
  }
  return result
}

/** By distance and radius: the angle before which no disc of this radius finds room any more. */
type FullUpTo = Map<string, number>

function firstFree(unit: Unit, field: Field, placed: readonly Placed[], full: FullUpTo): Placed | null {
  let best: Placed | null = null
  for (let n = 0; n < tries; n++) {
    const distance = unit.low + ((unit.high - unit.low) * n) / (tries - 1)
    const [from, to] = sideAngles(field, distance, unit.radius + marksApart)
    const key = `${distance} ${unit.radius}`
    const start = full.get(key) ?? from
    const angle = firstFreeAngle(start, blockedAt(distance, unit.radius, placed, start))
    full.set(key, angle)
    if (angle <= to && (!best || angle < best.angle)) best = { distance, angle, radius: unit.radius }
  }
  return best
}

/** The spans of angle after `start`, from first to last, in which a disc at this distance would touch another. */
function blockedAt(distance: number, radius: number, placed: readonly Placed[], start: number): [number, number][] {
  const blocked: [number, number][] = []
  for (const other of placed) {
    const clear = radius + other.radius + marksApart
    if (Math.abs(distance - other.distance) >= clear) continue
    const square = distance * distance + other.distance * other.distance - clear * clear
    const half = Math.acos(Math.max(-1, Math.min(1, square / (2 * distance * other.distance))))
    if (other.angle + half > start) blocked.push([other.angle - half, other.angle + half])
  }
  return blocked.sort((a, b) => a[0] - b[0])
}

function firstFreeAngle(from: number, blocked: readonly [number, number][]): number {
  let angle = from
  for (const [start, end] of blocked) {
    if (start > angle) break
    if (end > angle) angle = end + 1e-9
  }
  return angle
}

/** Angles are taken near the slice's own, so that a disc at twelve o'clock lies beside the first slice and the last. */
function asPlaced(disc: Disc, field: Field): Placed {
  const angle = Math.atan2(disc.x, -disc.y)
  const turns = Math.round(((field.from + field.to) / 2 - angle) / (2 * Math.PI))
  return { distance: Math.hypot(disc.x, disc.y), angle: angle + turns * 2 * Math.PI, radius: disc.radius }
}
