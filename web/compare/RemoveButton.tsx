import { useChosen } from './use-compared.ts'

/** Takes a technology out of the comparison. */
export function RemoveButton({ slug, name }: { slug: string; name: string }) {
  const { remove } = useChosen()
  return (
    <button type="button" className="offing-link-button offing-no-print" onClick={() => remove(slug)}>
      Remove<span className="nhsuk-u-visually-hidden"> {name}</span>
    </button>
  )
}
