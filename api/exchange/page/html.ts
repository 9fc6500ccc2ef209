import { escapeXml } from '../../radar/svg-text.ts'

/** HTML that is safe to put together: made by `html` alone, in which every text is escaped. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | readonly Html[]

/** A template of HTML: what is filled in is escaped, unless it is HTML already. Nothing else makes HTML of text. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(literals.reduce((text, literal, i) => text + textOf(parts[i - 1] ?? null) + literal))
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(({ text }: Html) => text).join('')
  return part === null ? '' : escapeXml(String(part))
}

/** Paragraphs of a text of many lines. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`)
}
