import type { Placeable } from './fields.ts'
import { type LayoutInput, layOut, type RadarLayout } from './layout.ts'
import { letterOf, type Naming, namingFor } from './names.ts'
import type { Look } from './shapes.ts'
import { drawMarks } from './svg-marks.ts'
import { drawScale } from './svg-scale.ts'
import { element, escapeXml } from './svg-text.ts'

/** What the picture needs to know of a technology, beside its place in it. */
export type Named = Placeable & { name: string }

export interface SvgOptions {
  /** What screen readers say first, and what stands in its stead; both plain text. */
  title: string
  description: string
  startYear: number
  /** As `namingFor` gave it for the width that the layout's radius was made for. */
  naming: Naming
  /** A colour and shape for each technology, such as by movement; without it marks are round and blue. */
  lookOf?: (id: string) => Look | undefined
}

/** Pixels of a line of the key below a picture whose slices carry letters. */
const keyLine = 15

/**
 * A radar as the text of one SVG picture that stands by itself: no script, no style sheet, no reference to anything, and
 * only what every program draws, so that it goes into a page, a slide or a file as it is. All text is escaped. In black and
 * white the three sizes still differ by their fill.
 */
export function radarSvg<T extends Named>(layout: RadarLayout<T>, options: SvgOptions): string {
  const { naming, title, description, startYear } = options
  const half = layout.radius + naming.margin
  const below = naming.style === 'letters' ? layout.slices.length * keyLine + 8 : 0
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-half} ${-half} ${2 * half} ${2 * half + below}`,
      width: 2 * half,
      height: 2 * half + below,
      role: 'img',
      'font-family': 'Arial, Helvetica, sans-serif',
    },
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(description)),
    drawScale(layout, naming, startYear),
    drawMarks(layout, options.lookOf),
    naming.style === 'letters' ? drawKey(layout, half) : '',
  )
}

/** The same from the technologies: named, laid out and drawn at a width in pixels. */
export function radarPicture<T extends Named>(
  input: Omit<LayoutInput<T>, 'radius'> & { width: number },
  options: Omit<SvgOptions, 'naming'>,
): string {
  const naming = namingFor(input, input.width)
  return radarSvg(layOut({ ...input, radius: input.width / 2 - naming.margin }), { ...options, naming })
}

/** Which letter is which slice. */
function drawKey(layout: RadarLayout<Named>, half: number): string {
  const lines = layout.slices.map((slice, n) =>
    element(
      'text',
      { x: -half + 4, y: half + (n + 1) * keyLine, 'font-size': 12 },
      escapeXml(`${letterOf(slice)}  ${slice.name}`),
    ),
  )
  return element('g', {}, ...lines)
}
