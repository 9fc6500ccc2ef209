import { operation } from '../operation.ts'
import { Discussion, PanelView, RoundReport } from '../panel-view.ts'
import { paths } from '../paths.ts'
import { slugs } from '../query.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofRound = z.strictObject({ round: reference() })

export const readPanelView = operation({
  id: 'readPanelView',
  method: 'get',
  path: paths.panelView,
  summary: 'How the panel answered in the closed rounds, for whoever has answered the item first',
  params: z.strictObject({ round: reference(), technology: reference(), specialism: reference() }),
  answers: { 200: PanelView },
  problems: [404, 409],
})

export const readRoundReport = operation({
  id: 'readRoundReport',
  method: 'get',
  path: paths.roundReport,
  summary: 'What a closed round came to: agreement, what moved, answers outside the middle half, interests',
  params: ofRound,
  answers: { 200: RoundReport },
  problems: [404, 409],
})

export const readDiscussion = operation({
  id: 'readDiscussion',
  method: 'get',
  path: paths.discussion,
  summary: 'The last closed round item by item, for discussion: spread, unnamed reasons, note',
  params: ofRound,
  query: z.strictObject({ technology: slugs() }),
  answers: { 200: Discussion },
  problems: [404, 409],
})
