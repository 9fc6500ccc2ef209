/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Named, radarPicture } from '../../api/radar/svg.ts'

const bands = [
  { index: 0, from: 2026, to: 2028 },
  { index: 1, from: 2029, to: 2031 },
  { index: 2, from: 2032, to: 2036 },
  { index: 3, from: 2037, to: null },
]
const categories = [
  { slug: 'genomics', name: 'Genomics & other <omics>' },
  { slug: 'wearables', name: 'Wearables' },
]
const options = { title: '2026 radar', description: 'Three technologies by year.', startYear: 2026 }

const named = (place: number, name: string, with_: Partial<Named> = {}): Named => ({
  id: `t${place}`,
  slug: `technology-${place}`,
  place,
  name,
  category: 'genomics',
  meanImpact: 5,
  band: 1,
  years: { middle: 2030 },
  ...with_,
})

function draw(technologies: Named[], width = 800, text = options) {
  const svg = radarPicture({ technologies, categories, bands, width }, text)
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(read.querySelector('parsererror')).toBeNull()
  return { svg, root: read.documentElement }
}
const textsOf = (root: Element, name: string) => [...root.querySelectorAll(name)].map((one) => one.textContent)

describe('the radar as a picture', () => {
  it('has a name and a description for screen readers', () => {
    const { root } = draw([named(1, 'Virtual wards')])
    expect(root.getAttribute('role')).toBe('img')
    expect(root.firstElementChild?.outerHTML).toContain('2026 radar</title>')
    expect(textsOf(root, 'desc')).toEqual(['Three technologies by year.'])
  })

  it('numbers each mark with its place, and says what it is', () => {
    const { root } = draw([named(2, 'Sepsis prediction', { meanImpact: 2 }), named(1, 'Virtual wards')])
    expect(textsOf(root, 'g > g title')).toEqual([
      '1: Virtual wards, 2030, medium change',
      '2: Sepsis prediction, 2030, small change',
    ])
  })

  it('says the calendar years of its rings and the names of its slices', () => {
    const { root } = draw([named(1, 'Virtual wards')])
    const texts = textsOf(root, 'text').join(' ')
    for (const words of ['Now', '2026', 'to 2028', 'to 2036', 'after 2036', 'Wearables']) expect(texts).toContain(words)
    expect(texts).toContain('& other <omics>')
  })

  it('names its slices in a key below where there is no room round the rim', () => {
    const { root } = draw([named(1, 'Virtual wards')], 360)
    expect(textsOf(root, 'text')).toEqual(expect.arrayContaining(['A', 'B', 'B  Wearables']))
  })

  it('gives each of the three sizes a fill of its own, so that they differ on paper', () => {
    const { root } = draw(
      [1, 5, 9].map((meanImpact, n) => named(n + 1, 'x', { meanImpact, years: { middle: 2029 + n } })),
    )
    const outlines = [...root.querySelectorAll('g > g > path')]
    expect(new Set(outlines.map((outline) => outline.getAttribute('fill'))).size).toBe(3)
    expect(new Set(outlines.map((outline) => outline.getAttribute('d'))).size).toBe(3)
  })

  it('draws every technology or counts it, however many', () => {
    const crowd = Array.from({ length: 300 }, (_, n) => named(n + 1, `Technology ${n}`))
    const { root } = draw(crowd)
    const told = textsOf(root, 'g > g title')
      .join(' ')
      .match(/Technology \d+/g)
    expect(new Set(told).size).toBe(300)
  })

  it('runs nothing, asks for nothing and breaks out of nothing, whatever its texts are', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</title><script>alert(1)</script>',
        '"/><image href="http://x/"/>',
        ']]>',
        '\u0000\ud800&#x0;',
        '&amp;',
      ),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, title, description) => {
        const { svg, root } = draw([named(1, name)], 800, { title, description, startYear: 2026 })
        expect(root.querySelector('script, image, use, style, foreignObject, a')).toBeNull()
        expect(svg).not.toMatch(/<[^>]*\s(href|style|src|on\w+)=/)
        const known = name.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n')
        expect(textsOf(root, 'g > g title')).toEqual([`1: ${known}, 2030, medium change`])
      }),
      { numRuns: 200 },
    )
  })
})
