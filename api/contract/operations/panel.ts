import { operation } from '../operation.ts'
import { InvitePanellistRequest, Panel, PanelCandidateList } from '../panel.ts'
import { paths } from '../paths.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })

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
