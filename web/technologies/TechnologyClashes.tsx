import type { Technology } from '../../api/contract/technologies.ts'
import { Clashes } from '../shared/forms/index.ts'
import type { Clash } from '../shared/merge.ts'
import { useScanTeam } from './queries.ts'
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
  technology: Technology
  clashes: Clash<TechnologyFields>[]
  taken: (keyof TechnologyFields)[]
  onTake: (clash: Clash<TechnologyFields>) => void
}

export function TechnologyClashes({ technology, ...props }: Props) {
  const team = useScanTeam().data?.items ?? []
  const names = new Map([
    ...team.map(({ id, name }) => [id, name] as const),
    ...technology.evidence.map(({ id, text }) => [id, text] as const),
  ])
  const said = (value: TechnologyFields[keyof TechnologyFields]) => names.get(String(value)) ?? inWords(value)
  return <Clashes what="this technology" labels={labels} inWords={(_, value) => said(value)} {...props} />
}

function inWords(value: TechnologyFields[keyof TechnologyFields]): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return Object.values(value).filter(Boolean).join(' ')
  return value.map((part) => (typeof part === 'string' ? part.replaceAll('-', ' ') : part.text)).join(', ')
}
