import { operation } from './operation.ts'
import { paths } from './paths.ts'
import { cursor, lens, limit, search, slugs, weights, whole, wholes } from './query.ts'
import { ListName, Ranking, Standing } from './ranking.ts'
import { QueueList, RateTechnologyRequest, Rating } from './ratings.ts'
import {
  AskRequest,
  AskResponse,
  ChangeScanRequest,
  CreateScanRequest,
  InvitePanellistRequest,
  Panel,
  PanelCandidateList,
  PrepareRoundRequest,
  Round,
  Scan,
  ScanList,
} from './scans.ts'
import { About, LookAroundRequest, Session, SignInRequest } from './session.ts'
import {
  CategoryList,
  EnterTechnologyRequest,
  Evidence,
  EvidenceRequest,
  NearNameList,
  SpecialismList,
  Technology,
  TechnologyList,
  TechnologyRequest,
} from './technologies.ts'
import { lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

const ofTechnology = z.strictObject({ technology: reference() })
const ofEvidence = z.strictObject({ technology: reference(), evidence: reference() })
const ofScan = z.strictObject({ scan: reference() })
const ofRound = z.strictObject({ round: reference() })
const ofRating = z.strictObject({ round: reference(), technology: reference(), specialism: reference() })
const archived = z.strictObject({ archived: z.boolean() })

const view = {
  scan: reference().optional(),
  asOfRound: whole(1, 50).optional(),
  lens: lens(),
}

export const readAbout = operation({
  id: 'readAbout',
  method: 'get',
  path: paths.about,
  summary: 'Whose registry this is, and whether it is a demonstration',
  answers: { 200: About },
})

export const readDocument = operation({
  id: 'readDocument',
  method: 'get',
  path: paths.openapi,
  summary: 'This document: every operation, with its schemas, in OpenAPI 3.1',
  answers: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) },
})

export const readDocs = operation({
  id: 'readDocs',
  method: 'get',
  path: paths.docs,
  summary: 'Every operation as a page to read (HTML)',
  answers: { 200: null },
})

export const signIn = operation({
  id: 'signIn',
  method: 'post',
  path: paths.session,
  summary: 'Sign in with an email address and a password',
  body: SignInRequest,
  answers: { 201: Session },
})

export const lookAround = operation({
  id: 'lookAround',
  method: 'post',
  path: paths.lookAround,
  summary: 'Look around a demonstration as one of its accounts; for local visitors only',
  body: LookAroundRequest,
  answers: { 201: Session },
  problems: [404],
})

export const readSession = operation({
  id: 'readSession',
  method: 'get',
  path: paths.session,
  summary: 'Who is signed in, and what they may do',
  answers: { 200: Session },
})

export const signOut = operation({
  id: 'signOut',
  method: 'delete',
  path: paths.session,
  summary: 'Sign out',
  answers: { 204: null },
})

export const restartDemonstration = operation({
  id: 'restartDemonstration',
  method: 'post',
  path: paths.restartDemonstration,
  summary: 'Start the demonstration again: everything entered since is taken out; accounts and the audit trail stay',
  answers: { 204: null },
  problems: [409],
})

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
  summary: 'Technologies by name, a page at a time',
  query: z.strictObject({
    q: search(),
    category: slugs(),
    specialism: slugs(),
    archived: z.enum(['true', 'false']).default('false'),
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
  summary: 'Archive a technology, or bring it back',
  params: ofTechnology,
  body: archived,
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

export const listScans = operation({
  id: 'listScans',
  method: 'get',
  path: paths.scans,
  summary: 'Scans, newest first',
  answers: { 200: ScanList },
})

export const createScan = operation({
  id: 'createScan',
  method: 'post',
  path: paths.scans,
  summary: 'Create a scan over the ten years from its start',
  body: CreateScanRequest,
  answers: { 201: Scan },
  problems: [409],
})

export const readScan = operation({
  id: 'readScan',
  method: 'get',
  path: paths.scan,
  summary: 'One scan: its method, specialisms and rounds, and how many have answered',
  params: ofScan,
  answers: { 200: Scan },
  problems: [404],
})

export const changeScan = operation({
  id: 'changeScan',
  method: 'put',
  path: paths.scan,
  summary: 'Change a scan’s name, or whether the board sees its working draft',
  params: ofScan,
  body: ChangeScanRequest,
  answers: { 200: Scan },
  problems: [404, 409],
  conditional: true,
})

export const readPanel = operation({
  id: 'readPanel',
  method: 'get',
  path: paths.panel,
  summary: 'Who is on the panel and how much each has answered in the current round; never what',
  params: ofScan,
  answers: { 200: Panel },
  problems: [404],
})

export const listPanelCandidates = operation({
  id: 'listPanelCandidates',
  method: 'get',
  path: paths.panelCandidates,
  summary: 'Accounts of specialism leads who may be put on the panel',
  params: ofScan,
  answers: { 200: PanelCandidateList },
  problems: [404],
})

export const invitePanellist = operation({
  id: 'invitePanellist',
  method: 'post',
  path: paths.panel,
  summary: 'Put a specialism lead on the panel for some specialisms',
  params: ofScan,
  body: InvitePanellistRequest,
  answers: { 201: Panel },
  problems: [404],
})

export const prepareRound = operation({
  id: 'prepareRound',
  method: 'post',
  path: paths.rounds,
  summary: 'Prepare the next round; it asks what the last one asked',
  params: ofScan,
  body: PrepareRoundRequest,
  answers: { 201: Round },
  problems: [404, 409],
})

export const readRound = operation({
  id: 'readRound',
  method: 'get',
  path: paths.round,
  summary: 'One round with its counts',
  params: ofRound,
  answers: { 200: Round },
  problems: [404],
})

export const openRound = operation({
  id: 'openRound',
  method: 'post',
  path: paths.roundOpen,
  summary: 'Open a prepared round; the first to open freezes the scan',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
  conditional: true,
})

export const closeRound = operation({
  id: 'closeRound',
  method: 'post',
  path: paths.roundClose,
  summary: 'Close an open round: its answers count from now on and can no longer be changed',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
  conditional: true,
})

export const askInRound = operation({
  id: 'askInRound',
  method: 'post',
  path: paths.roundTechnologies,
  summary: 'Ask the panel about a technology in a round that is not closed',
  params: ofRound,
  body: AskRequest,
  answers: { 201: AskResponse },
  problems: [404, 409],
})

export const readMyAnswers = operation({
  id: 'readMyAnswers',
  method: 'get',
  path: paths.myAnswers,
  summary: 'What the open rounds ask the signed-in panel member, with their own answers',
  answers: { 200: QueueList },
})

export const readRating = operation({
  id: 'readRating',
  method: 'get',
  path: paths.rating,
  summary: 'Your own answer on a technology for a specialism',
  params: ofRating,
  answers: { 200: Rating },
  problems: [404],
})

export const recordRating = operation({
  id: 'recordRating',
  method: 'put',
  path: paths.rating,
  summary: 'Answer on a technology for a specialism, change the answer, or withdraw it',
  params: ofRating,
  body: RateTechnologyRequest,
  answers: { 200: Rating, 201: Rating },
  problems: [404, 409],
  conditional: true,
})

export const readRanking = operation({
  id: 'readRanking',
  method: 'get',
  path: paths.ranking,
  summary: 'The ranking of a scan’s closed rounds: one of its four lists, with contributions to every score',
  query: z.strictObject({
    ...view,
    weights: weights(),
    list: ListName.default('ranked'),
    category: slugs(),
    band: wholes(0, 3),
    specialism: slugs(),
    technology: slugs(),
    q: search(),
    sort: z.enum(['-score', 'name', 'year']).default('-score'),
    cursor: cursor(),
    limit: limit(20_000, 200),
  }),
  answers: { 200: Ranking },
  problems: [404],
})

export const readStanding = operation({
  id: 'readStanding',
  method: 'get',
  path: paths.standing,
  summary: 'One technology’s place in the ranking, taken apart',
  params: ofTechnology,
  query: z.strictObject({ ...view, weights: weights() }),
  answers: { 200: Standing },
  problems: [404],
})
