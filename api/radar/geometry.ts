/** A point in pixels from the centre of the radar; y grows downwards, as in SVG. */
export interface Point {
  x: number
  y: number
}

export interface Disc extends Point {
  radius: number
}

/** The same as a distance in pixels from the centre, and an angle in radians clockwise from twelve o'clock. */
export interface Polar {
  distance: number
  angle: number
}

/** The piece of the radar that one category and one band share. Angles in radians, clockwise from twelve o'clock. */
export interface Field {
  from: number
  to: number
  /** Pixels from the centre. */
  inner: number
  outer: number
}

/** The point at `distance` pixels from the centre, `angle` radians clockwise from twelve o'clock. */
export function pointAt(distance: number, angle: number): Point {
  return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) }
}

/** Radians clockwise from twelve o'clock, from 0 up to a full turn. */
export function angleOf({ x, y }: Point): number {
  const angle = Math.atan2(x, -y)
  return angle < 0 ? angle + 2 * Math.PI : angle
}

/** The nearest that a disc of this radius can come to the centre without leaving the slice sideways. */
export function nearestInSlice(field: Field, radius: number): number {
  return radius / Math.sin(Math.min((field.to - field.from) / 2, Math.PI / 2))
}

/** The angles between which a disc at this distance from the centre stays clear of both sides of the slice. */
export function sideAngles(field: Field, distance: number, radius: number): [number, number] {
  const sideways = Math.asin(Math.min(1, radius / distance))
  const middle = (field.from + field.to) / 2
  return [Math.min(middle, field.from + sideways), Math.max(middle, field.to - sideways)]
}

/** Whether the whole disc lies in the field, give or take a thousandth of a pixel. */
export function holds(field: Field, disc: Disc): boolean {
  const slack = 1e-3
  const distance = Math.hypot(disc.x, disc.y)
  if (distance - disc.radius < field.inner - slack || distance + disc.radius > field.outer + slack) return false
  if (disc.radius > distance) return false
  const sideways = Math.asin(disc.radius / distance) - slack / distance
  const angle = angleOf(disc)
  return angle - sideways >= field.from && angle + sideways <= field.to
}

/** How far apart the rims of two discs are, in pixels; negative where they overlap. */
export function gapBetween(a: Disc, b: Disc): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2) - a.radius - b.radius
}

/** A number from 0 up to 1 that follows from the text alone (FNV-1a): chance without dice. */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  // The last bits of FNV are its best; a final mix brings them to the top.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}
