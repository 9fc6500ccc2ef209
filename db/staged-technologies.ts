import type { EvidenceFields } from './evidence.ts'
import type { StagedTable, Staging } from './sqlite/staging.ts'
import type { TechnologyFields } from './technologies.ts'

const technologies = [
  'id',
  'slug',
  'name',
  'aliases',
  'description',
  'would_change',
  'category_id',
  'kind',
  'readiness',
  'readiness_basis',
  'readiness_on',
  'milestone',
  'milestone_places',
  'milestone_source',
  'milestone_test',
  'created_at',
  'changed_at',
]
const evidence = [
  'id',
  'technology_id',
  'kind',
  'text',
  'date',
  'date_precision',
  'date_role',
  'source_title',
  'source_publisher',
  'source_year',
  'source_url',
  'source_type',
  'seen_via',
  'retrieved_on',
  'added_by',
  'created_at',
]

/** In the order in which they are entered: what others refer to first. */
export const technologyTables: readonly StagedTable[] = [
  { table: 'technologies', columns: technologies },
  { table: 'technology_specialisms', columns: ['technology_id', 'specialism_id'] },
  { table: 'evidence', columns: evidence },
]

type Left = 'illustrativeYear' | 'specialismReasons' | 'partOf' | 'owner' | 'readinessEvidence' | 'policyItems'

/** A technology as a file brings it. */
export interface NewTechnology extends Omit<TechnologyFields, Left> {
  id: string
}

/** Puts technologies aside with their specialisms and their first evidence. */
export function technologyStage(staging: Staging, by: { account: string; at: string }) {
  const [technology, specialism, firstEvidence] = technologyTables.map((table) => staging.stage(table))
  return (row: number, it: NewTechnology, first: (EvidenceFields & { id: string }) | null): void => {
    technology!(row, [
      it.id,
      it.slug,
      it.name,
      JSON.stringify(it.aliases),
      it.description,
      it.wouldChange,
      it.category,
      it.kind,
      it.readiness,
      it.readinessBasis,
      it.readinessOn,
      it.milestone,
      it.milestonePlaces,
      it.milestoneSource,
      it.milestoneTest,
      by.at,
      by.at,
    ])
    for (const id of it.specialisms) specialism!(row, [it.id, id])
    if (!first) return
    firstEvidence!(row, [
      first.id,
      it.id,
      first.kind,
      first.text,
      first.date,
      first.datePrecision,
      first.dateRole,
      first.sourceTitle,
      first.sourcePublisher,
      first.sourceYear,
      first.sourceUrl,
      first.sourceType,
      first.seenVia,
      first.retrievedOn,
      by.account,
      by.at,
    ])
  }
}
