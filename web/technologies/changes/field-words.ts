import type { ExitReason } from '../../../api/contract/exits.ts'
import type { Evidence, Milestone } from '../../../api/contract/technologies.ts'
import type { Shown } from '../../../api/contract/technology-changes.ts'
import { evidenceKindNames, sourceTypeNames } from '../../shared/evidence-words.ts'
import { exitReasonNames } from '../../shared/exit-words.ts'
import { dateLabel, milestoneNames } from '../../shared/words.ts'
import { kinds } from '../kinds.ts'

/** What an act is called; what is not here is shown by its code. */
export const actNames: Record<string, string> = {
  'technology.enter': 'Entered',
  'technology.change': 'Changed',
  'technology.archive': 'Archived',
  'technology.return': 'Brought back',
  'technology.merge': 'Merged with',
  'technology.unmerge': 'Merge taken back with',
  'evidence.add': 'Evidence added',
  'evidence.change': 'Evidence changed',
  'evidence.archive': 'Evidence archived',
  'evidence.return': 'Evidence brought back',
  'file.attach': 'File attached',
  'file.archive': 'File archived',
  'file.return': 'File brought back',
  'note.add': 'Note written by the team',
  'note.withdraw': 'Note of the team withdrawn',
  'outcome.record': 'What happened was recorded',
  'outcome.withdraw': 'What happened was taken back',
}

export const fieldNames: Record<string, string> = {
  name: 'Name',
  aliases: 'Other names',
  category: 'Category',
  description: 'What it is',
  wouldChange: 'What would change',
  specialisms: 'Specialisms',
  specialismReasons: 'Why each is likely to be affected',
  policyItems: 'National policy',
  readiness: 'Stage of development (1 to 9)',
  readinessBasis: 'How the stage is known',
  readinessOn: 'Day of the assessment',
  readinessEvidence: 'Evidence for the stage',
  milestone: 'Milestone',
  milestonePlaces: 'Number of places',
  milestoneSource: 'Source of that number',
  milestoneTest: 'How it will be known',
  illustrativeYear: 'Illustrative year',
  partOf: 'Part of',
  owner: 'Whose it is',
  archived: 'Archived',
  reason: 'Reason',
  note: 'Note on the reason',
  evidence: 'Pieces of evidence',
  kind: 'Kind',
  text: 'What the source says',
  date: 'Date',
  dateRole: 'Happened or planned',
  retrievedOn: 'Retrieved on',
  sourceTitle: 'Title of the source',
  sourcePublisher: 'Publisher',
  sourceYear: 'Year of the source',
  sourceUrl: 'Web address',
  sourceType: 'Type of source',
  seenVia: 'Found through',
}

const bases: Record<string, string> = { assessed: 'assessed', illustrative: 'illustrative', 'not-set': 'not set' }

/** A field's value in words; nothing where it holds none. */
export function valueInWords(field: string, value: Shown): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.join('\n')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (/^(date|retrievedOn|readinessOn)$/.test(field)) return dateLabel(text)
  if (field === 'milestone') return milestoneNames[text as Milestone] ?? text
  if (field === 'readinessBasis') return bases[text] ?? text
  if (field === 'reason') return exitReasonNames[text as ExitReason] ?? text
  if (field === 'sourceType') return sourceTypeNames[text as Evidence['sourceType']] ?? text
  if (field === 'kind') return kindName(text)
  return text
}

/** Of a technology or of evidence: no word means both. */
const kindName = (text: string) =>
  kinds.find(({ value }) => value === text)?.label ?? evidenceKindNames[text as Evidence['kind']] ?? text
