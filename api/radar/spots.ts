import { type Disc, type Point, type Polar, pointAt } from './geometry.ts'
import { clamp } from './scale.ts'
import { marksApart } from './sizes.ts'

/** Something that stands on the radar already. */
export type Placed = Disc & Polar

/** An arc in pixels and radians, and the radius of what wants to stand on it. */
interface Arc {
  distance: number
  from: number
  to: number
  radius: number
}

/** On each side of an angle the nearest one at which nothing is touched; none where the arc is full. */
export function freeAngles(wish: number, arc: Arc, placed: readonly Placed[]): number[] {
  const blocked = blockedOn(arc, placed)
  const start = clamp(wish, arc.from, arc.to)
  let after = start
  for (const [from, to] of blocked.sort((a, b) => a[0] - b[0])) if (from < after && after < to) after = to + hair
  let before = start
  for (const [from, to] of blocked.sort((a, b) => b[1] - a[1])) if (from < before && before < to) before = from - hair
  return [...(before >= arc.from ? [before] : []), ...(after <= arc.to && after !== before ? [after] : [])]
}

/** So that rounding does not put a mark back into what it just passed (radians). */
const hair = 1e-9

/** The spans of angles, from first to last, in which the middle of a disc would be too near to another. */
function blockedOn({ distance, radius }: Arc, placed: readonly Placed[]): [number, number][] {
  const blocked: [number, number][] = []
  for (const other of placed) {
    const clear = radius + other.radius + marksApart
    if (Math.abs(distance - other.distance) >= clear) continue
    const half = angleBetween(distance, other.distance, clear)
    blocked.push([other.angle - half, other.angle + half])
  }
  return blocked
}

/** The angle between two points at these distances from the centre that are so many pixels from one another. */
export function angleBetween(a: number, b: number, pixels: number): number {
  return Math.acos(clamp((a * a + b * b - pixels * pixels) / (2 * a * b), -1, 1))
}

export function placedAt({ distance, angle }: Polar, radius: number): Placed {
  return { ...pointAt(distance, angle), distance, angle, radius }
}

/** Pixels. */
export const apart = (a: Point, b: Point) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)

/** Of two points given by distance and angle: square pixels. */
export function squareApart(a: Polar, b: Polar): number {
  return a.distance ** 2 + b.distance ** 2 - 2 * a.distance * b.distance * Math.cos(a.angle - b.angle)
}
