import type { Band } from '../contract/scans.ts'
import type { Disc } from './geometry.ts'
import { marksApart, radiusOf, smallestScale } from './sizes.ts'

/** A band drawn as a ring: first and last calendar year, inner and outer rim in pixels from the centre. */
export interface Ring {
  band: number
  from: number
  /** The last year with a place of its own; later ones stand at the outer rim. */
  to: number
  /** Whether the band has no end: "after 2036". */
  open: boolean
  inner: number
  outer: number
}

/** How many years of a band without an end have places of their own (design 3.4). */
const openYears = 10
/** The share of the radius that is left free in the middle, where slices are too narrow for a mark. */
const hubShare = 0.09
/** Between the first and the last year of a ring, in pixels: with less, one could not tell them apart. */
export const leastRoom = 3
/** How much a mark may give, in years, to keep clear of its neighbours. */
export const mostGive = 0.4

/**
 * The rings of a radar of this radius (pixels). The last is just wide enough for a mark of full size; the others get the
 * same area each, so that equally many marks find room in them, but never less than the width of the smallest large mark.
 * The rings follow from the method alone, not from the data.
 */
export function ringsOf(bands: readonly Band[], radius: number): Ring[] {
  let inner = radius * hubShare
  const widths = widthsOf(bands.length, radius)
  return bands.map((band, n) => {
    const ring = { inner, outer: inner + widths[n]!, band: band.index, open: band.to === null }
    inner = ring.outer
    return { ...ring, from: band.from, to: band.to ?? band.from + openYears - 1 }
  })
}

function widthsOf(rings: number, radius: number): number[] {
  const hub = radius * hubShare
  if (rings === 1) return [radius - hub]
  const widthFor = (mark: number) => 2 * (mark + marksApart) + leastRoom
  const least = Math.min((radius - hub) / rings, widthFor(radiusOf(2, smallestScale)))
  const last = Math.max(least, Math.min(widthFor(radiusOf(2, 1)), radius * 0.14))
  const rimOf = (n: number) => Math.sqrt(hub ** 2 + (((radius - last) ** 2 - hub ** 2) * n) / (rings - 1))
  const equal = Array.from({ length: rings - 1 }, (_, n) => rimOf(n + 1) - rimOf(n))
  return [...atLeast(equal, least), last]
}

/** Raises widths that are too small, at the cost of the widest, and keeps the sum. */
function atLeast(widths: number[], least: number): number[] {
  const result = [...widths]
  for (let n = result.length - 1; n >= 0; n--) {
    const lacking = least - result[n]!
    if (lacking <= 0) continue
    const widest = result.indexOf(Math.max(...result))
    result[n]! += lacking
    result[widest]! -= lacking
  }
  return result
}

/**
 * Pixels from the centre for a year of this ring, the whole mark staying inside: linear in the year, the first year less
 * `mostGive` just inside the inner rim, the last year and `mostGive` just inside the outer one. `padding` is in pixels;
 * where it leaves no room, later years come out nearer than earlier ones, and nothing can be packed between them.
 */
export function distanceOf(ring: Ring, year: number, padding: number): number {
  const [first, last] = [ring.from - mostGive, ring.to + mostGive]
  const room = roomIn(ring, padding)
  return ring.inner + padding + (room * (clamp(year, first, last) - first)) / (last - first)
}

/** Pixels from the centre for any year, in whichever ring it belongs. */
export function distanceOnRings(rings: readonly Ring[], year: number, padding: number): number {
  const ring = rings.find(({ to }) => year <= to) ?? rings.at(-1)!
  return distanceOf(ring, clamp(year, ring.from, ring.to), padding)
}

/** What is left of the width of a ring for its years, in pixels. */
export const roomIn = (ring: Ring, padding: number) => ring.outer - ring.inner - 2 * padding

/** The other way round: the year at which something stands, from its distance. */
export function yearAt(ring: Ring, distance: number, padding: number): number {
  const [first, last] = [ring.from - mostGive, ring.to + mostGive]
  const room = roomIn(ring, padding)
  return room <= 0 ? first : first + ((distance - ring.inner - padding) * (last - first)) / room
}

/** Below this a radar is small, and says less (pixels of radius). */
const small = 200

/**
 * Where a ring says its calendar years, at twelve o'clock: on its outer rim, or in its middle where it has no end. The
 * discs keep marks clear of it. Pixels. A small radar gives the year alone, and nothing for the last ring.
 */
export function ringLabel(ring: Ring, radius: number): { text: string; y: number; discs: Disc[] } | null {
  const isSmall = radius < small
  if (ring.open && isSmall) return null
  const y = ring.open ? -(ring.inner + ring.outer) / 2 : -ring.outer
  const half = ring.open ? [-28, -14, 0, 14, 28] : isSmall ? [-8, 0, 8] : [-15, 0, 15]
  const text = ring.open ? `after ${ring.from - 1}` : isSmall ? String(ring.to) : `to ${ring.to}`
  return { text, y, discs: half.map((x) => ({ x, y, radius: isSmall ? 6 : 8 })) }
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
