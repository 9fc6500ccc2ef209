import { useAddress } from './address.ts'

interface Props {
  /** The menus, by the filter's name in the address. */
  choices: Record<string, readonly { value: string; label: string }[]>
  /** What else narrows the rows, in words. */
  more?: string[]
}

/** Paper has no menus: it says in words what was left out. */
export function FiltersOnPaper({ choices, more = [] }: Props) {
  const { all, get } = useAddress()
  const chosen = Object.entries(choices).map(([name, known]) =>
    known.filter(({ value }) => all(name).includes(value)).map(({ label }) => label),
  )
  const searched = get('q') ? [`“${get('q')}”`] : []
  const parts = [...chosen, more, searched].filter((labels) => labels.length > 0)
  if (parts.length === 0) return null
  return <p className="offing-print-only">Only: {parts.map((labels) => labels.join(' or ')).join('; ')}.</p>
}
