import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
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
} from '../scans.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })
const ofRound = z.strictObject({ round: reference() })

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
