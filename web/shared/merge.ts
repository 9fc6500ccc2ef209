/** A field that two people have changed to different things. */
export interface Clash<F> {
  field: keyof F & string
  there: F[keyof F]
  typed: F[keyof F]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What two people have made of the same thing since `start`: `merged` holds what was typed, and where nothing was typed what
 * the other one has saved (`taken`); `clashes` are the fields that both have changed.
 */
export function merge<F extends object>(start: F, typed: F, there: F) {
  const merged: F = { ...typed }
  const clashes: Clash<F>[] = []
  const taken: (keyof F & string)[] = []
  for (const field of Object.keys(start) as (keyof F & string)[]) {
    if (same(there[field], start[field]) || same(there[field], typed[field])) continue
    if (same(typed[field], start[field])) {
      Object.assign(merged, { [field]: there[field] })
      taken.push(field)
    } else clashes.push({ field, there: there[field], typed: typed[field] })
  }
  return { merged, clashes, taken }
}
