import type { FrozenTechnology } from '../../contract/editions.ts'
import { whyHere } from '../../radar/why.ts'
import { wholePoints } from '../../ranking/points.ts'
import { dateLabel, ordinal } from '../../ranking/words.ts'
import { criteria } from '../../scans/method.ts'
import { criterionNames } from '../../scans/names.ts'
import { type Group, newestFirst, rangeLabel, sourceLabel, type TakenEdition } from '../taken-edition.ts'
import { fitted, heightOf } from './measure.ts'
import { body, type Item, type Slide } from './slide.ts'

const left = { x: body.x, w: 6.6 }
const right = { x: 7.5, w: 5.23 }
const newest = 3

/** One technology: what it would change, where it stands and how sure that is, why, and its newest sources. */
export function technologySlide(
  { row, range }: Group['rows'][number],
  texts: FrozenTechnology | undefined,
  { document }: TakenEdition,
): Slide {
  const { lens, answered, shares, counts } = document.ranking
  const title = fitted(`${row.place}. ${row.name}`, { x: 0, y: 0, w: 11.9, h: 0.85 }, [26, 22])
  const points = wholePoints(row.contributions)
  const sources = newestFirst(texts?.evidence ?? []).slice(0, newest)
  return {
    title: title.text,
    items: [
      ...stacked([
        { text: title.isCut ? row.name : '', size: 14, bold: true, most: 0.7 },
        { text: texts?.wouldChange || texts?.description || '', size: 18, most: 1.9 },
        { text: placeInWords(row.place, counts.ranked, range), size: 16, bold: true, most: 0.8 },
        { text: yearsInWords(row.years), size: 16, bold: true, most: 0.6 },
        { text: whyHere(row, lens, answered.ofSpecialisms), size: 16, most: 1.3 },
      ]),
      {
        kind: 'text',
        box: { ...right, y: 1.35, h: 0.35 },
        text: `What its change score of ${Math.round(row.score)} is made of`,
        size: 14,
        bold: true,
      },
      {
        kind: 'bars',
        box: { ...right, y: 1.7, h: 2.6 },
        name: 'Points',
        labels: criteria.map((criterion) => criterionNames[criterion]),
        values: criteria.map((criterion) => points[criterion]),
        most: Math.max(...criteria.map((criterion) => Math.round(100 * shares[criterion])), 1),
      },
      { kind: 'text', box: { ...right, y: 4.4, h: 0.35 }, text: 'Newest sources', size: 14, bold: true },
      sourcesIn(sources.map((one) => [one.date ? dateLabel(one.date) : 'No date', sourceLabel(one)].join(': '))),
    ],
  }
}

interface Part {
  text: string
  size: number
  bold?: boolean
  /** Inches: what does not fit is cut. */
  most: number
}

/** Texts one below the other, each as high as it needs to be. */
function stacked(parts: readonly Part[]): Item[] {
  let y = body.y
  return parts.flatMap(({ text, size, bold, most }): Item[] => {
    if (text === '') return []
    const fit = fitted(text, { ...left, y, w: left.w - 0.25, h: most }, [size, size - 2, size - 4])
    const box = { ...left, y, h: heightOf(fit.text, left.w - 0.25, fit.size) + 0.15 }
    y += box.h + 0.08
    return [{ kind: 'text', box, text: fit.text, size: fit.size, ...(bold && { bold }) }]
  })
}

function sourcesIn(lines: readonly string[]): Item {
  const box = { ...right, y: 4.75, h: 1.9 }
  if (lines.length === 0) return { kind: 'text', box, text: 'None is recorded.', size: 12 }
  const each = { ...box, w: box.w - 0.5, h: box.h / lines.length - 0.1 }
  return { kind: 'list', box, lines: lines.map((line) => fitted(line, each, [12]).text), size: 12 }
}

function placeInWords(place: number, of: number, range: Group['rows'][number]['range']): string {
  const at = `${ordinal(place)} of ${of} on this panel’s answers.`
  return range
    ? `${at} With different panel members it could be anywhere from ${rangeLabel(range)} (9 chances in 10).`
    : at
}

function yearsInWords({ middle, early, late }: Group['rows'][number]['row']['years']): string {
  return early === null || late === null
    ? `Expected ${middle}.`
    : `Expected ${middle}: could be as early as ${early}, or as late as ${late}.`
}
