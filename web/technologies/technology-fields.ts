import type { EnterTechnologyRequest, Technology, TechnologyRequest } from '../../api/contract/technologies.ts'
import { type DateParts, dateFrom, datePartsOf, noDate } from '../shared/forms/DateField.tsx'
import { type EvidenceFields, evidenceRequest } from './evidence-fields.ts'

/** A technology as it is typed: every field a text, until it is sent. */
export interface TechnologyFields {
  name: string
  description: string
  wouldChange: string
  category: string
  /** Nothing: the usual kind of its category. */
  kind: string
  readiness: string
  readinessBasis: string
  readinessOn: DateParts
  milestone: string
  milestonePlaces: string
  milestoneSource: string
  milestoneTest: string
  specialisms: string[]
  /** By the slug of the specialism. */
  specialismReasons: Record<string, string>
  /** One a line. */
  aliases: string
  /** Slug, account and id; nothing: none. */
  partOf: string
  owner: string
  readinessEvidence: string
  policyItems: string[]
  evidence: EvidenceFields[]
}

export const noTechnology: TechnologyFields = {
  name: '',
  description: '',
  wouldChange: '',
  category: '',
  kind: '',
  readiness: '',
  readinessBasis: 'assessed',
  readinessOn: noDate,
  milestone: 'one-in-five',
  milestonePlaces: '',
  milestoneSource: '',
  milestoneTest: '',
  specialisms: [],
  specialismReasons: {},
  aliases: '',
  partOf: '',
  owner: '',
  readinessEvidence: '',
  policyItems: [],
  evidence: [],
}

export function fieldsOf(technology: Technology): TechnologyFields {
  const { name, description, wouldChange, kind, milestone, milestoneSource, milestoneTest } = technology
  return {
    name,
    description,
    wouldChange,
    category: technology.category.slug,
    kind,
    readiness: textOf(technology.readiness),
    readinessBasis: technology.readinessBasis === 'illustrative' ? 'illustrative' : 'assessed',
    readinessOn: datePartsOf(technology.readinessOn),
    milestone,
    milestonePlaces: textOf(technology.milestonePlaces),
    milestoneSource,
    milestoneTest,
    specialisms: technology.specialisms.map(({ slug }) => slug).toSorted(),
    specialismReasons: Object.fromEntries(technology.specialisms.map(({ slug, reason }) => [slug, reason])),
    aliases: technology.aliases.join('\n'),
    partOf: technology.partOf?.slug ?? '',
    owner: technology.owner?.id ?? '',
    readinessEvidence: technology.readinessEvidence ?? '',
    policyItems: technology.policyItems.map(({ slug }) => slug).toSorted(),
    evidence: [],
  }
}

/** What is sent. It may be wrong still: the schema of the contract says what is. */
export function technologyRequest(fields: TechnologyFields) {
  const { evidence: _, readiness, readinessOn, milestonePlaces, kind, specialismReasons, ...same } = fields
  const reasons = same.specialisms.map((slug) => [slug, specialismReasons[slug]?.trim() ?? ''] as const)
  return {
    ...same,
    kind: (kind || null) as TechnologyRequest['kind'],
    milestone: same.milestone as TechnologyRequest['milestone'],
    readiness: numberFrom(readiness),
    readinessBasis: same.readinessBasis as TechnologyRequest['readinessBasis'],
    readinessOn: readiness ? dateFrom(readinessOn) : null,
    milestonePlaces: numberFrom(milestonePlaces),
    specialismReasons: Object.fromEntries(reasons.filter(([, reason]) => reason !== '')),
    aliases: same.aliases.split('\n').filter((alias) => alias.trim() !== ''),
    partOf: same.partOf || null,
    owner: same.owner || null,
    readinessEvidence: same.readinessEvidence || null,
  } satisfies TechnologyRequest
}

/** `signal` is the id of the one that it is started from. */
/** `from` are the ids of what it is entered for: a signal, or an item of an outside list. */
export function enterRequest(
  fields: TechnologyFields,
  from: Pick<EnterTechnologyRequest, 'signal' | 'outsideItem'> = {},
): EnterTechnologyRequest {
  const { readinessEvidence: _, ...own } = technologyRequest(fields)
  return { ...own, evidence: fields.evidence.map(evidenceRequest), ...from }
}

const textOf = (number: number | null) => (number === null ? '' : String(number))

/** What is no number stays NaN, which the schema refuses. */
export const numberFrom = (text: string) => (text.trim() === '' ? null : Number(text.replace(/[\s,]/g, '')))
