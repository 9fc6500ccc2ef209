import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, exitReasons, limit, search, slugs } from '../query.ts'
import {
  ArchiveTechnologyRequest,
  CategoryList,
  EnterTechnologyRequest,
  Evidence,
  EvidenceRequest,
  NearNameList,
  SpecialismList,
  Technology,
  TechnologyList,
  TechnologyRequest,
} from '../technologies.ts'
import { lengths, reference, requiredLine } from '../text.ts'
import { z } from '../z.ts'

const ofTechnology = z.strictObject({ technology: reference() })
const ofEvidence = z.strictObject({ technology: reference(), evidence: reference() })
const archived = z.strictObject({ archived: z.boolean() })
const evidenceFilter = z.enum(['none', 'stale']).optional()

export const listCategories = operation({
  id: 'listCategories',
  method: 'get',
  path: paths.categories,
  summary: 'The categories of technologies, in the order of the radar',
  answers: { 200: CategoryList },
})

export const listSpecialisms = operation({
  id: 'listSpecialisms',
  method: 'get',
  path: paths.specialisms,
  summary: 'The specialisms of healthcare science, by grouping',
  answers: { 200: SpecialismList },
})

export const listTechnologies = operation({
  id: 'listTechnologies',
  method: 'get',
  path: paths.technologies,
  summary:
    'Technologies by name, a page at a time: of an owner (an account, or `nobody`), without evidence, with none that is new enough, or archived for a reason',
  query: z.strictObject({
    q: search(),
    category: slugs(),
    specialism: slugs(),
    owner: reference().optional(),
    evidence: evidenceFilter,
    archived: z.enum(['true', 'false']).default('false'),
    reason: exitReasons(),
    cursor: cursor(),
    limit: limit(200, 50),
  }),
  answers: { 200: TechnologyList },
})

export const listNearNames = operation({
  id: 'listNearNames',
  method: 'get',
  path: paths.nearNames,
  summary: 'Technologies whose name is near to one about to be entered',
  query: z.strictObject({ name: requiredLine(lengths.name) }),
  answers: { 200: NearNameList },
})

export const enterTechnology = operation({
  id: 'enterTechnology',
  method: 'post',
  path: paths.technologies,
  summary: 'Enter a technology with its first evidence',
  body: EnterTechnologyRequest,
  answers: { 201: Technology },
  problems: [409],
})

export const readTechnology = operation({
  id: 'readTechnology',
  method: 'get',
  path: paths.technology,
  summary: 'One technology with its evidence',
  params: ofTechnology,
  answers: { 200: Technology },
  problems: [404],
})

export const changeTechnology = operation({
  id: 'changeTechnology',
  method: 'put',
  path: paths.technology,
  summary: 'Change a technology',
  params: ofTechnology,
  body: TechnologyRequest,
  answers: { 200: Technology },
  problems: [404, 409],
  conditional: true,
})

export const archiveTechnology = operation({
  id: 'archiveTechnology',
  method: 'put',
  path: paths.technologyArchive,
  summary: 'Archive a technology with a reason, or bring it back',
  params: ofTechnology,
  body: ArchiveTechnologyRequest,
  answers: { 200: Technology },
  problems: [404],
  conditional: true,
})

export const addEvidence = operation({
  id: 'addEvidence',
  method: 'post',
  path: paths.evidenceOf,
  summary: 'Add evidence to a technology',
  params: ofTechnology,
  body: EvidenceRequest,
  answers: { 201: Evidence },
  problems: [404],
})

export const changeEvidence = operation({
  id: 'changeEvidence',
  method: 'put',
  path: paths.evidence,
  summary: 'Change evidence',
  params: ofEvidence,
  body: EvidenceRequest,
  answers: { 200: Evidence },
  problems: [404],
  conditional: true,
})

export const archiveEvidence = operation({
  id: 'archiveEvidence',
  method: 'put',
  path: paths.evidenceArchive,
  summary: 'Archive evidence, or bring it back',
  params: ofEvidence,
  body: archived,
  answers: { 200: Evidence },
  problems: [404],
  conditional: true,
})
