import { pointAt } from './geometry.ts'

/** What tells marks apart beside their colour. `inwards` and `outwards` point to the centre of the radar and away from it. */
export type Shape = 'circle' | 'square' | 'diamond' | 'hexagon' | 'up' | 'down' | 'star' | 'inwards' | 'outwards'

/** How a kind of mark looks: one of eight colours, and a shape. Neither is used without the other. */
export interface Look {
  key: string
  name: string
  hue: number
  shape: Shape
}

/** How much of the size that digits have in a circle they may have in a shape. */
export const digitsIn: Record<Shape, number> = {
  circle: 1,
  square: 1,
  diamond: 0.86,
  hexagon: 0.95,
  up: 0.9,
  down: 0.9,
  star: 0.88,
  inwards: 0.85,
  outwards: 0.85,
}

/** Corners as [angle in degrees, distance as a share of the radius], clockwise from the top. */
const corners: Partial<Record<Shape, readonly (readonly [number, number])[]>> = {
  diamond: [0, 90, 180, 270].map((angle) => [angle, 1]),
  hexagon: [30, 90, 150, 210, 270, 330].map((angle) => [angle, 1]),
  up: [
    [0, 1],
    [66, 0.9],
    [141, 1],
    [219, 1],
    [294, 0.9],
  ],
  down: [
    [180, 1],
    [246, 0.9],
    [321, 1],
    [39, 1],
    [114, 0.9],
  ],
  star: Array.from({ length: 16 }, (_, n) => [n * 22.5, n % 2 === 0 ? 1 : 0.77] as const),
}

/** A shape's path round its middle, within the disc of this radius (pixels). `angle` is where the mark stands, in radians. */
export function outlineOf(shape: Shape, radius: number, angle = 0): string {
  const points = corners[shape]
  if (points) return `M${points.map(([degrees, share]) => at(degrees, share * radius)).join('L')}Z`
  if (shape === 'square') return roundedSquare(radius)
  if (shape === 'inwards') return drop(radius, (angle * 180) / Math.PI + 180)
  if (shape === 'outwards') return drop(radius, (angle * 180) / Math.PI)
  return `M${at(0, radius)}A${short(radius)} ${short(radius)} 0 1 1 ${at(180, radius)}A${short(radius)} ${short(radius)} 0 1 1 ${at(0, radius)}Z`
}

function roundedSquare(radius: number): string {
  const [half, corner] = [short(radius * 0.84), short(radius * 0.3)]
  const side = short(2 * (half - corner))
  const arc = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`
  return `M${short(corner - half)} ${-half}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}Z`
}

/** A circle of four fifths of the radius with a tip, pointing in this direction. */
function drop(radius: number, degrees: number): string {
  const round = short(radius * 0.8)
  // The tip lies 1.2 radii from the middle of the circle, whose tangents from there touch it at 48 degrees.
  const touch = (side: number) => {
    const [middle, point] = [polar(degrees + 180, radius * 0.2), polar(degrees + side * 48.19, round)]
    return `${short(middle.x + point.x)} ${short(middle.y + point.y)}`
  }
  return `M${at(degrees, radius)}L${touch(1)}A${round} ${round} 0 1 1 ${touch(-1)}Z`
}

const polar = (degrees: number, distance: number) => pointAt(distance, (degrees * Math.PI) / 180)

function at(degrees: number, distance: number): string {
  const { x, y } = polar(degrees, distance)
  return `${short(x)} ${short(y)}`
}

const short = (pixels: number) => Math.round(pixels * 100) / 100
