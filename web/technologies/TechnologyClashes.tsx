import { Clashes } from '../shared/forms/index.ts'
import type { Clash } from '../shared/merge.ts'
import type { TechnologyFields } from './technology-fields.ts'

const labels: Record<keyof TechnologyFields, string> = {
  name: 'Name',
  description: 'What it is',
  wouldChange: 'What would change',
  category: 'Category',
  kind: 'Kind of technology',
  readiness: 'Stage of development',
  readinessBasis: 'How the stage is known',
  readinessOn: 'Day of the assessment',
  milestone: 'Milestone',
  milestonePlaces: 'Number of places',
  milestoneSource: 'Source of that number',
  milestoneTest: 'How it will be known',
  specialisms: 'Specialisms',
  specialismReasons: 'Why each specialism is likely to be affected',
  aliases: 'Other names',
  partOf: 'Part of',
  owner: 'Whose it is',
  readinessEvidence: 'Evidence for the stage',
  policyItems: 'Policy',
  evidence: 'Evidence',
}

interface Props {
  clashes: Clash<TechnologyFields>[]
  taken: (keyof TechnologyFields)[]
  onTake: (clash: Clash<TechnologyFields>) => void
}

export function TechnologyClashes(props: Props) {
  return <Clashes what="this technology" labels={labels} inWords={(_, value) => inWords(value)} {...props} />
}

function inWords(value: TechnologyFields[keyof TechnologyFields]): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return Object.values(value).filter(Boolean).join(' ')
  return value.map((part) => (typeof part === 'string' ? part.replaceAll('-', ' ') : part.text)).join(', ')
}
