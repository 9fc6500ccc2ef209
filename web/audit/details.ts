/** Two values of a field, as an act keeps them. */
export function isChange(value: unknown): value is { before: unknown; after: unknown } {
  return isGroup(value) && Object.keys(value).length === 2 && 'before' in value && 'after' in value
}

export interface Fact {
  name: string
  text: string
}

/** A value as named texts: what holds several parts gives one for each. */
export function factsOf(field: string, value: unknown): Fact[] {
  const name = nameOf(field)
  if (!isGroup(value)) return [{ name, text: textOf(value) }]
  return Object.entries(value).flatMap(([part, inner]) =>
    factsOf(part, inner).map((one) => ({
      name: field === 'after' ? one.name : `${name}: ${lowerFirst(one.name)}`,
      text: one.text,
    })),
  )
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((one) => (isGroup(one) ? JSON.stringify(one) : textOf(one))).join(', ')
  return String(value)
}

/** "readinessBasis" is "Readiness basis". */
function nameOf(field: string): string {
  const words = field
    .replace(/[-_]/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
