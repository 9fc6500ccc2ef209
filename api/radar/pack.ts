import {
  areaOf,
  type Disc,
  type Field,
  fractionOf,
  gapBetween,
  nearestInSlice,
  type Point,
  pointAt,
  sideAngles,
} from './geometry.ts'
import { packInRows } from './rows.ts'
import { clamp } from './scale.ts'
import { marksApart } from './sizes.ts'

/** Something to find a place for: a mark or a cluster. Lengths in pixels, distances from the centre of the radar. */
export interface Unit {
  /** Seeds its angle. */
  key: string
  radius: number
  /** The distances it may stand at, and the one it should. */
  low: number
  high: number
  wish: number
}

/** Discs no longer fit beside one another above this share of an area, however they lie. */
const densest = 0.88
/** More than these are packed in rows at once: pushing so many apart takes long, and there is no room left to spread in. */
const mostToSettle = 30
const rounds = 120
const spreadingRounds = 40
/** While marks settle they keep this much further apart than they must (pixels), so that they spread over their slice. */
const spread = 14

/**
 * Places for all units within the field, none over another nor over what is already there; null where none was found.
 * Each starts at an angle that follows from its key and is then pushed apart. The order of `units` decides nothing but
 * ties, so give them in an order that does not depend on chance.
 */
export function pack(units: readonly Unit[], field: Field, taken: readonly Disc[] = []): Point[] | null {
  const within = clearOfSides(units, field)
  if (!within) return null
  const seeded = within.length <= mostToSettle ? within.map((unit) => seed(unit, field)) : null
  if (seeded && settle(seeded, within, field, taken, spread)) return seeded
  const inRows = packInRows(within, field, taken)
  if (!inRows || !seeded) return inRows
  const loosened = inRows.map((disc) => ({ ...disc }))
  return settle(loosened, within, field, taken, spread / 4) ? loosened : inRows
}

/** Whether there is room; for many units by the quick way alone. */
export function hasRoom(units: readonly Unit[], field: Field, taken: readonly Disc[]): boolean {
  const within = clearOfSides(units, field)
  if (!within) return false
  return packInRows(within, field, taken) !== null || (units.length <= 10 && pack(units, field, taken) !== null)
}

/** The units with the distances at which the slice is wide enough for them; null where they cannot possibly fit. */
function clearOfSides(units: readonly Unit[], field: Field): Unit[] | null {
  const area = units.reduce((sum, unit) => sum + Math.PI * (unit.radius + marksApart / 2) ** 2, 0)
  if (area > densest * areaOf(field)) return null
  const within = units.map((unit) => ({
    ...unit,
    low: Math.max(unit.low, nearestInSlice(field, unit.radius + marksApart)),
  }))
  return within.every((unit) => unit.low <= unit.high) ? within : null
}

function seed(unit: Unit, field: Field): Disc {
  const distance = clamp(unit.wish, unit.low, unit.high)
  const [from, to] = sideAngles(field, distance, unit.radius + marksApart)
  return { ...pointAt(distance, from + fractionOf(unit.key) * (to - from)), radius: unit.radius }
}

/** Pushes discs apart, and back into their field, until none overlaps; says whether that came about. Changes `discs`. */
function settle(discs: Disc[], units: readonly Unit[], field: Field, taken: readonly Disc[], extra: number): boolean {
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const spreading = Math.max(0, 1 - round / spreadingRounds)
    const lacking = pushApart(discs, taken, marksApart + extra * spreading)
    for (let i = 0; i < discs.length; i++) moveBack(discs[i]!, field, units[i]!, spreading > 0 ? 0.15 : 0)
    if (spreading > 0) continue
    if (lacking < tolerance || !anyOverlap(discs, taken)) return !anyOverlap(discs, taken)
    if (round % 12 > 0) continue
    if (lacking > before * 0.75) return false
    before = lacking
  }
  return false
}

/** One round of pushing; returns by how many pixels, all together, discs were too near to one another. */
function pushApart(discs: readonly Disc[], taken: readonly Disc[], apart: number): number {
  let lacking = 0
  for (let i = 0; i < discs.length; i++) {
    const a = discs[i]!
    for (let j = i + 1; j < discs.length; j++) lacking += push(a, discs[j]!, apart, 0.5)
    for (const fixed of taken) lacking += push(a, fixed, apart, 1)
  }
  return lacking
}

/** Moves `a` by `share` of what is lacking between the two, and `b` by the rest. */
function push(a: Disc, b: Disc, apart: number, share: number): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  const clear = a.radius + b.radius + apart
  const square = dx * dx + dy * dy
  if (square >= clear * clear) return 0
  const distance = Math.sqrt(square)
  const lacking = clear - distance
  const [ux, uy] = distance > 1e-6 ? [dx / distance, dy / distance] : [1, 0]
  a.x += ux * lacking * share
  a.y += uy * lacking * share
  b.x -= ux * lacking * (1 - share)
  b.y -= uy * lacking * (1 - share)
  return lacking
}

/** Moves a disc to the nearest allowed point, drawn by `pull` (0 to 1) towards the distance that is wished for. */
function moveBack(disc: Disc, field: Field, unit: Unit, pull: number): void {
  const away = Math.sqrt(disc.x * disc.x + disc.y * disc.y)
  const distance = clamp(away + (unit.wish - away) * pull, unit.low, unit.high)
  const middle = (field.from + field.to) / 2
  const turned = Math.atan2(disc.x, -disc.y) - middle
  const nearMiddle = turned - 2 * Math.PI * Math.round(turned / (2 * Math.PI))
  const [from, to] = sideAngles(field, distance, unit.radius + marksApart)
  Object.assign(disc, pointAt(distance, clamp(middle + nearMiddle, from, to)))
}

const tolerance = 0.05

function anyOverlap(discs: readonly Disc[], taken: readonly Disc[]): boolean {
  return discs.some((disc, i) => overlaps(disc, discs, i + 1) || overlaps(disc, taken, 0))
}

function overlaps(disc: Disc, others: readonly Disc[], start: number): boolean {
  for (let i = start; i < others.length; i++) if (gapBetween(disc, others[i]!) < marksApart - tolerance) return true
  return false
}
