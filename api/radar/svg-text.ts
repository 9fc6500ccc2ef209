/** An SVG element as text. Values and texts are escaped here and nowhere else; `children` are elements already. */
export function element(name: string, attributes: Record<string, string | number>, ...children: string[]): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(textOf(value))}"`)
  const content = children.join('')
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`
}

/** Characters that XML cannot hold, in any form, are left out. */
export function escapeXml(text: string): string {
  return text.replace(notInXml, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Controls but tab and line breaks, halves of characters, and two that are none. */
const notInXml = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu

const textOf = (value: string | number) => (typeof value === 'string' ? value : String(Math.round(value * 100) / 100))
