import type { Evidence } from '../../api/contract/technologies.ts'

/** What kind of evidence a fact is, as it is called on every page. */
export const evidenceKindNames: Record<Evidence['kind'], string> = {
  trial: 'Trial or study',
  regulatory: 'Approval by a regulator',
  guidance: 'Guidance',
  policy: 'Policy or plan',
  rollout: 'Use in services',
  projection: 'Forecast',
}

export const sourceTypeNames: Record<Evidence['sourceType'], string> = {
  official: 'Official source',
  research: 'Research',
  secondary: 'Secondary source',
}
