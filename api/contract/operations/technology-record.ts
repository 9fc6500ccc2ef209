import { ofAttachments } from '../../technologies/files/media.ts'
import { EvidenceFile, largestAttachment } from '../evidence-files.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { PolicyFrameList } from '../policy.ts'
import { cursor, limit, whole } from '../query.ts'
import { ScanTeam } from '../technologies.ts'
import { TechnologyChangeList, TechnologyComparison } from '../technology-changes.ts'
import { NoticeList, TechnologyNote, TechnologyNoteList, TechnologyNoteRequest } from '../technology-notes.ts'
import { lengths, reference, requiredLine } from '../text.ts'
import { z } from '../z.ts'

const ofTechnology = z.strictObject({ technology: reference() })
const ofEvidence = z.strictObject({ technology: reference(), evidence: reference() })
const ofFile = z.strictObject({ technology: reference(), evidence: reference(), file: reference() })
const ofNote = z.strictObject({ technology: reference(), note: reference() })

export const listPolicyFrames = operation({
  id: 'listPolicyFrames',
  method: 'get',
  path: paths.policyFrames,
  summary: 'The frames of national policy to which technologies are mapped',
  answers: { 200: PolicyFrameList },
})

export const listScanTeam = operation({
  id: 'listScanTeam',
  method: 'get',
  path: paths.scanTeam,
  summary: 'The scan team: who may own a technology',
  answers: { 200: ScanTeam },
})

export const listNotices = operation({
  id: 'listNotices',
  method: 'get',
  path: paths.technologyNotices,
  summary: 'What panel members say is out of date about a technology, not yet looked at',
  params: ofTechnology,
  answers: { 200: NoticeList },
  problems: [404],
})

export const listTechnologyNotes = operation({
  id: 'listTechnologyNotes',
  method: 'get',
  path: paths.technologyNotes,
  summary: 'The scan team’s notes on a technology, the newest first',
  params: ofTechnology,
  answers: { 200: TechnologyNoteList },
  problems: [404],
})

export const addTechnologyNote = operation({
  id: 'addTechnologyNote',
  method: 'post',
  path: paths.technologyNotes,
  summary: 'Write a note on a technology for the scan team',
  params: ofTechnology,
  body: TechnologyNoteRequest,
  answers: { 201: TechnologyNote },
  problems: [404],
})

export const withdrawTechnologyNote = operation({
  id: 'withdrawTechnologyNote',
  method: 'delete',
  path: paths.technologyNote,
  summary: 'Withdraw a note of one’s own',
  params: ofNote,
  answers: { 204: null },
  problems: [404],
})

export const attachFile = operation({
  id: 'attachFile',
  method: 'post',
  path: paths.evidenceFiles,
  summary: 'Attach a file to evidence: its bytes as the body',
  params: ofEvidence,
  query: z.strictObject({ name: requiredLine(lengths.line) }),
  takes: { media: ofAttachments, largest: largestAttachment },
  body: z.instanceof(Uint8Array),
  answers: { 201: EvidenceFile },
  problems: [404, 409],
})

export const readAttachedFile = operation({
  id: 'readAttachedFile',
  method: 'get',
  path: paths.evidenceFile,
  summary: 'A file that is attached to evidence, to keep',
  exports: true,
  params: ofFile,
  answers: { 200: null },
  media: 'application/octet-stream',
  problems: [404],
})

export const archiveFile = operation({
  id: 'archiveFile',
  method: 'put',
  path: paths.evidenceFileArchive,
  summary: 'Archive a file attached to evidence, or bring it back',
  params: ofFile,
  body: z.strictObject({ archived: z.boolean() }),
  answers: { 200: EvidenceFile },
  problems: [404],
})

export const listTechnologyChanges = operation({
  id: 'listTechnologyChanges',
  method: 'get',
  path: paths.technologyChanges,
  summary: 'What was changed of a technology, its evidence, files, outcomes and notes, the newest first',
  params: ofTechnology,
  query: z.strictObject({ cursor: cursor(), limit: limit(200, 50) }),
  answers: { 200: TechnologyChangeList },
  problems: [404],
})

export const compareTechnologyStates = operation({
  id: 'compareTechnologyStates',
  method: 'get',
  path: paths.technologyComparison,
  summary: 'A technology as it was after two acts of its history, field by field',
  params: ofTechnology,
  query: z.strictObject({ from: whole(1, 1e12), to: whole(1, 1e12) }),
  answers: { 200: TechnologyComparison },
  problems: [404],
})
