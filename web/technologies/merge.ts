import type { TechnologyFields } from './technology-fields.ts'

/** A field that two people have changed to different things. */
export interface Clash {
  field: keyof TechnologyFields
  there: TechnologyFields[keyof TechnologyFields]
  typed: TechnologyFields[keyof TechnologyFields]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What two people have made of the same technology since `start`: `merged` holds what was typed, and where nothing was
 * typed what the other one has saved; `clashes` are the fields that both have changed.
 */
export function merge(start: TechnologyFields, typed: TechnologyFields, there: TechnologyFields) {
  const merged: TechnologyFields = { ...typed }
  const clashes: Clash[] = []
  const taken: (keyof TechnologyFields)[] = []
  for (const field of Object.keys(start) as (keyof TechnologyFields)[]) {
    if (same(there[field], start[field]) || same(there[field], typed[field])) continue
    if (same(typed[field], start[field])) {
      Object.assign(merged, { [field]: there[field] })
      taken.push(field)
    } else clashes.push({ field, there: there[field], typed: typed[field] })
  }
  return { merged, clashes, taken }
}
