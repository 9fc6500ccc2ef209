/** Shown while an answer is on its way: says of what. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="offing-state offing-quiet" role="status">
      Loading {what} …
    </p>
  )
}
