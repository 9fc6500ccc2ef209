import type { EditionState } from '../../../api/contract/editions.ts'
import { stateNames } from './words.ts'

const colours: Record<EditionState, string> = {
  draft: 'nhsuk-tag--yellow',
  published: 'nhsuk-tag--green',
  superseded: 'nhsuk-tag--grey',
  withdrawn: 'nhsuk-tag--red',
}

export function StateTag({ state }: { state: EditionState }) {
  return <strong className={`nhsuk-tag ${colours[state]}`}>{stateNames[state]}</strong>
}
