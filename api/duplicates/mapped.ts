/** After so many of them whoever goes through all technologies lets others have a turn. */
export const aTurn = 100

/** As `map`, pausing now and then. */
export function* mapped<T, R>(all: readonly T[], of: (one: T) => R): Generator<void, R[]> {
  const results: R[] = []
  for (const one of all) {
    if (results.length % aTurn === 0) yield
    results.push(of(one))
  }
  return results
}
