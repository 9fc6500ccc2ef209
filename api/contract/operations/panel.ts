import { spreadsheets } from '../media.ts'
import { operation, takesSpreadsheet } from '../operation.ts'
import {
  ChangeSeatRequest,
  HandOverRequest,
  HandOverResponse,
  InviteManyRequest,
  InviteManyResponse,
  InvitePanellistRequest,
  Panel,
  PanelCandidateList,
  PanelPreview,
} from '../panel.ts'
import { paths } from '../paths.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })
const ofSeat = z.strictObject({ scan: reference(), panellist: reference() })

export const readPanel = operation({
  id: 'readPanel',
  method: 'get',
  path: paths.panel,
  summary: 'Who is, or was, on the panel and how much each has answered; never what',
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

const template = 'An empty spreadsheet of people to invite, with the scan’s specialisms'

export const readPanelTemplateCsv = operation({
  id: 'readPanelTemplateCsv',
  method: 'get',
  path: paths.panelTemplateCsv,
  summary: `${template}, as CSV`,
  params: ofScan,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404],
})

export const readPanelTemplateWorkbook = operation({
  id: 'readPanelTemplateWorkbook',
  method: 'get',
  path: paths.panelTemplateWorkbook,
  summary: `${template}, as XLSX`,
  params: ofScan,
  answers: { 200: null },
  media: spreadsheets.xlsx,
  problems: [404],
})

export const previewPanel = operation({
  id: 'previewPanel',
  method: 'post',
  path: paths.panelPreview,
  summary: 'Read a spreadsheet of people to invite: what is wrong in it, by row and column; writes nothing',
  params: ofScan,
  ...takesSpreadsheet(2 * 1024 * 1024),
  answers: { 200: PanelPreview },
  problems: [404],
})

export const inviteMany = operation({
  id: 'inviteMany',
  method: 'post',
  path: paths.panelBulk,
  summary: 'Put many people on the panel, all of them or none; addresses without an account get one',
  params: ofScan,
  body: InviteManyRequest,
  answers: { 201: InviteManyResponse },
  problems: [404],
})

export const invitePanellist = operation({
  id: 'invitePanellist',
  method: 'post',
  path: paths.panel,
  summary: 'Put a specialism lead on the panel for some specialisms, or back on it',
  params: ofScan,
  body: InvitePanellistRequest,
  answers: { 201: Panel },
  problems: [404],
})

export const changeSeat = operation({
  id: 'changeSeat',
  method: 'put',
  path: paths.panellist,
  summary: 'Change a panel member’s deputy and specialisms',
  params: ofSeat,
  body: ChangeSeatRequest,
  answers: { 200: Panel },
  problems: [404, 409],
  conditional: true,
})

export const handOver = operation({
  id: 'handOver',
  method: 'post',
  path: paths.handOver,
  summary: 'Hand a seat over when somebody leaves: the successor is asked what is unanswered; answers given stay',
  params: ofSeat,
  body: HandOverRequest,
  answers: { 201: HandOverResponse },
  problems: [404, 409],
})
