import { Clashes } from '../shared/forms/index.ts'
import type { Clash } from '../shared/merge.ts'
import type { ReviewFields } from './review-fields.ts'
import { actionNames, fieldLabels, readinessNames } from './words.ts'

interface Props {
  clashes: Clash<ReviewFields>[]
  taken: (keyof ReviewFields)[]
  onTake: (clash: Clash<ReviewFields>) => void
}

/** What another lead of the specialism has saved meanwhile, beside what was typed. */
export function ReviewClashes(props: Props) {
  return <Clashes what="this review" labels={fieldLabels} inWords={inWords} {...props} />
}

const choices: Record<string, string> = { ...readinessNames, ...actionNames }

function inWords({ field }: Clash<ReviewFields>, value: ReviewFields[keyof ReviewFields]): string {
  if (typeof value === 'string') return field === 'readiness' || field === 'action' ? (choices[value] ?? '') : value
  const { middle, end } = value
  const typed = [...Object.values(middle), ...Object.values(end)].some(Boolean)
  const share = ({ low, best, high }: typeof middle) => `${best || '?'}% (${low || '?'} to ${high || '?'})`
  return typed ? `halfway ${share(middle)}, at the end ${share(end)}` : ''
}
