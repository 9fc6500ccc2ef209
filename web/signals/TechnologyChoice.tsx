import type { Signal } from '../../api/contract/signals.ts'
import { Radios } from '../shared/forms/index.ts'
import { useTechnologies } from '../shared/queries.ts'
import { useSuggestions } from './queries.ts'

interface Props {
  /** One signal alone, which has suggestions. */
  signal: Signal | undefined
  sought: string
}

/** Which technology: those suggested with their reasons, and those found by their name. */
export function TechnologyChoice({ signal, sought }: Props) {
  const suggested = useSuggestions(signal?.id).data?.items ?? []
  const found = useTechnologies({ q: sought, limit: 8 }).data?.items ?? []
  const linked = new Set((signal?.technologies ?? []).map(({ slug }) => slug))
  const listed = sought ? found.map(({ slug, name }) => ({ slug, name, reasons: [] as string[] })) : []
  const all = [...suggested.map(({ technology, reasons }) => ({ ...technology, reasons })), ...listed]
  const choices = all
    .filter(({ slug }, i) => !linked.has(slug) && all.findIndex((one) => one.slug === slug) === i)
    .map(({ slug, name, reasons }) => ({ value: slug, label: name, hint: reasons.join(' ') }))
  if (choices.length === 0)
    return (
      <p role="status">{sought ? 'No technology is called that.' : 'Nothing is suggested. Find it by its name.'}</p>
    )
  return <Radios name="technology" label="Which technology?" choices={choices} small />
}
