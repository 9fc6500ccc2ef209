import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

const styles = readFileSync('web/heat-map/_cells.scss', 'utf8')
const black = '#212b32'

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const full = colour.length === 4 ? [...colour.slice(1)].map((sign) => sign + sign).join('') : colour.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

const shades = Array.from({ length: 10 }, (_, shade) => {
  const rule = new RegExp(`&--${shade} \\{([^}]*)\\}`).exec(styles)![1]!
  const text = /(?<![-\w])color: (#\w+)/.exec(rule)?.[1] ?? black
  return { shade, text, ground: /background: (#\w+)/.exec(rule)![1]! }
})

describe('the shades of the heat map', () => {
  it.each(shades)('let $shade be read', ({ text, ground }) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('grow darker with the number, so that a copy in black and white keeps their order', () => {
    const lights = shades.map(({ ground }) => luminance(ground))
    expect(lights).toEqual(lights.toSorted((a, b) => b - a))
    expect(new Set(lights).size).toBe(10)
  })
})
