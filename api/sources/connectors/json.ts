import { type Answer, SourceFault } from './connector.ts'

/** The answer's JSON. What it holds is not known: `at`, `textAt` and `listAt` take what is there. */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SourceFault('The source answered with something that is not JSON.')
  }
}

/** What stands at a path such as “statusModule.startDateStruct.date”; undefined where nothing does. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined
    return (part as Record<string, unknown>)[key]
  }, value)
}

/** The text or number at a path, as text; empty where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** The list at a path; one thing alone is a list of one. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path)
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found]
}

/** The texts of a list at a path. */
export function textsAt(value: unknown, path: string): string[] {
  return listAt(value, path).filter((one) => typeof one === 'string')
}

/** A whole number at a path; null where there is none. */
export function wholeAt(value: unknown, path: string): number | null {
  const found = at(value, path)
  return Number.isSafeInteger(found) ? (found as number) : null
}
