import { type Kind, readinessScale, stageWithLevel } from '../../api/technologies/readiness.ts'

/** "tested at one clinical site (7 of 9)"; without a kind, "stage 7 of 9"; "not set" where nobody has set it. */
export function stageLabel(readiness: number | null, kind?: Kind): string {
  if (readiness === null) return 'not set'
  return kind ? stageWithLevel(kind, readiness) : `stage ${readiness} of ${readinessScale.to}`
}
