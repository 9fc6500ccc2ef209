/** Inches from the upper left corner of a slide of 13.33 by 7.5. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** What stands on a slide. Sizes are points; colours are hexadecimal, without a sign. */
export type Item =
  | {
      kind: 'text'
      box: Box
      text: string
      size: number
      bold?: boolean
      colour?: string
      align?: 'center'
      fill?: string
    }
  | { kind: 'list'; box: Box; lines: string[]; size: number }
  | { kind: 'table'; box: Box; head: string[]; rows: string[][]; widths: number[]; size: number }
  | { kind: 'bars'; box: Box; labels: string[]; values: number[]; most: number; name: string }
  | { kind: 'circle'; box: Box; fill?: string; line: string; text?: string; size?: number; colour?: string }
  | { kind: 'line'; from: { x: number; y: number }; to: { x: number; y: number }; colour: string }

export interface Slide {
  title: string
  items: Item[]
}

/** A pack of slides; `footer` stands on each, beside its number. */
export interface Deck {
  title: string
  footer: string
  slides: Slide[]
}

/** Where a slide's own matter stands: below its title, above its footer. */
export const body: Box = { x: 0.6, y: 1.35, w: 12.13, h: 5.3 }
