import type { Source } from '../../api/contract/sources.ts'
import { stateNames } from './words.ts'

export function StateOfSource({ source }: { source: Pick<Source, 'state' | 'archived'> }) {
  const { name, colour } = stateNames[source.archived ? 'archived' : source.state]
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{name}</strong>
}
