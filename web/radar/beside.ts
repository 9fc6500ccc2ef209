import type { CSSProperties } from 'react'
import type { Disc } from '../../api/radar/geometry.ts'

/**
 * Where something that belongs to a mark stands: below it in the upper half, above it in the lower, and as far to the
 * right as the mark itself, so that it never leaves the picture. In per cent, since the picture may be drawn smaller.
 */
export function besideStyle({ x, y, radius }: Disc, width: number): CSSProperties {
  const percent = (pixels: number) => `${(100 * pixels) / width}%`
  const across = (x + width / 2) / width
  const away = radius + 9
  return {
    left: `${100 * across}%`,
    translate: `${-100 * across}% 0`,
    ...(y < 0 ? { top: percent(width / 2 + y + away) } : { bottom: percent(width / 2 - y + away) }),
  }
}
