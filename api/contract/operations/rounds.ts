import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import {
  AskedTechnologies,
  AskRequest,
  AskResponse,
  ChangeRoundRequest,
  DiscussionNote,
  DiscussionNoteRequest,
  PilotRequest,
  PilotResult,
  PrepareRoundRequest,
  Round,
  Workload,
} from '../rounds.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })
const ofRound = z.strictObject({ round: reference() })
const ofTechnology = z.strictObject({ round: reference(), technology: reference() })

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

export const changeRound = operation({
  id: 'changeRound',
  method: 'put',
  path: paths.round,
  summary: 'Change a round: put its closing day off, or change what it asks before it opens',
  params: ofRound,
  body: ChangeRoundRequest,
  answers: { 200: Round },
  problems: [404, 409],
  conditional: true,
})

export const readAskedTechnologies = operation({
  id: 'readAskedTechnologies',
  method: 'get',
  path: paths.roundTechnologies,
  summary: 'What a round asks: its technologies, of which specialisms, and why each is in it',
  params: ofRound,
  answers: { 200: AskedTechnologies },
  problems: [404],
})

export const askInRound = operation({
  id: 'askInRound',
  method: 'post',
  path: paths.roundTechnologies,
  summary: 'Ask the panel about technologies in a round that is not closed',
  params: ofRound,
  body: AskRequest,
  answers: { 201: AskResponse },
  problems: [404, 409],
})

export const takeBackTechnology = operation({
  id: 'takeBackTechnology',
  method: 'delete',
  path: paths.roundTechnology,
  summary: 'Ask no more about a technology in a prepared round; it leaves the scan if no other round asks about it',
  params: ofTechnology,
  answers: { 200: Round },
  problems: [404, 409],
})

export const readWorkload = operation({
  id: 'readWorkload',
  method: 'get',
  path: paths.workload,
  summary: 'How many minutes each panel member will need in a round',
  params: ofRound,
  answers: { 200: Workload },
  problems: [404],
})

export const shareOutRound = operation({
  id: 'shareOutRound',
  method: 'post',
  path: paths.shareOut,
  summary: 'Share the items of a prepared round out among the panel members of each specialism',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
})

export const takeBackShares = operation({
  id: 'takeBackShares',
  method: 'delete',
  path: paths.shareOut,
  summary: 'Ask every panel member about everything again in a prepared round',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
})

export const runPilot = operation({
  id: 'runPilot',
  method: 'post',
  path: paths.pilot,
  summary: 'Open a pilot round for a few panel members and technologies; its answers never count',
  params: ofScan,
  body: PilotRequest,
  answers: { 201: Round },
  problems: [404, 409],
})

export const readPilotResult = operation({
  id: 'readPilotResult',
  method: 'get',
  path: paths.pilotResult,
  summary: 'What came of a closed pilot round: counts alone',
  params: ofRound,
  answers: { 200: PilotResult },
  problems: [404, 409],
})

export const readDiscussionNote = operation({
  id: 'readDiscussionNote',
  method: 'get',
  path: paths.discussionNote,
  summary: 'The note of the discussion of a technology after a closed round',
  params: ofTechnology,
  answers: { 200: DiscussionNote },
  problems: [404],
})

export const writeDiscussionNote = operation({
  id: 'writeDiscussionNote',
  method: 'put',
  path: paths.discussionNote,
  summary: 'Write the note of the discussion of a technology after a closed round',
  params: ofTechnology,
  body: DiscussionNoteRequest,
  answers: { 200: DiscussionNote, 201: DiscussionNote },
  problems: [404, 409],
  conditional: true,
})
