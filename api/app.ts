import express, { type Express, type Router } from 'express'
import type { Logger } from 'pino'
import { linkRoutes } from './accounts/links/routes.ts'
import { peopleRoutes } from './accounts/people/routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { secondFactorRoutes } from './accounts/second-factor/routes.ts'
import { sessionRoutes } from './accounts/sessions/routes.ts'
import { signInRoutes } from './accounts/sign-in/routes.ts'
import { singleSignOnRoutes } from './accounts/single-sign-on/routes.ts'
import { tokenRoutes } from './accounts/tokens/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { consensusRoutes } from './consensus/routes.ts'
import { apiRoot } from './contract/paths.ts'
import { demonstrationRoutes } from './demonstration/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { comparisonRoutes } from './editions/comparing/routes.ts'
import { editionRoutes } from './editions/routes.ts'
import { answersRoutes } from './exchange/answers/routes.ts'
import { editionFileRoutes } from './exchange/editions/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { outsideListRoutes } from './filtration/outside/routes.ts'
import { filtrationRoutes } from './filtration/routes.ts'
import { heatMapRoutes } from './heat-map/routes.ts'
import { endAtDeadline } from './http/deadline.ts'
import { documentationRoutes } from './http/documentation.ts'
import { refuseLargeHeads } from './http/head-limits.ts'
import { healthRoutes } from './http/health.ts'
import { refuseOtherHosts } from './http/known-hosts.ts'
import { logRequests } from './http/logging.ts'
import { measureRequests } from './http/measuring.ts'
import { pagesFrom } from './http/pages.ts'
import { notFound, problemHandler } from './http/problem-handler.ts'
import { refuseOtherOrigins } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { Api } from './http/serve.ts'
import { noteRefusals } from './http/trail-notes.ts'
import type { World } from './http/world.ts'
import { importRoutes } from './imports/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { nominationRoutes } from './nominations/routes.ts'
import { serviceRoutes } from './operations/routes.ts'
import { outcomeRoutes } from './outcomes/routes.ts'
import { panelRoutes } from './panel/routes.ts'
import { policyRoutes } from './policy/routes.ts'
import { progressRoutes } from './progress/routes.ts'
import { rankingRoutes } from './ranking/routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { askingRoutes } from './rounds/asking/routes.ts'
import { discussionNoteRoutes } from './rounds/discussion/routes.ts'
import { nextRoundRoutes } from './rounds/next/routes.ts'
import { pilotRoutes } from './rounds/pilot/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { sharingRoutes } from './rounds/sharing/routes.ts'
import { methodRoutes } from './scans/methods/routes.ts'
import { scanRoutes } from './scans/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { seatRoutes } from './seats/routes.ts'
import { signalRoutes } from './signals/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { taxonomyRoutes } from './specialisms/routes.ts'
import { statementRoutes } from './statement/routes.ts'
import { attachmentRoutes } from './technologies/files/routes.ts'
import { technologyChangeRoutes } from './technologies/history/routes.ts'
import { technologyNoteRoutes } from './technologies/notes/routes.ts'
import { technologyRoutes } from './technologies/routes.ts'

/** The whole application on its world: the programming interface and, from `webFolder`, the pages. Does not listen. */
export function createApp(world: World, log: Logger, webFolder?: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(logRequests(log, world.settings))
  app.use(measureRequests(world))
  app.use(securityHeaders(world.settings))
  app.use(endAtDeadline(), refuseLargeHeads, refuseOtherHosts(world.settings))
  app.use(apiRoot, noteRefusals(world), refuseOtherOrigins(world.settings), interfaceRoutes(world))
  app.all('/api/{*rest}', notFound)
  app.use(healthRoutes(world))
  if (webFolder) app.use(pagesFrom(webFolder))
  app.use(notFound)
  app.use(problemHandler(log, world))
  return app
}

function interfaceRoutes(world: World): Router {
  const api = new Api(world)
  // A router tries its routes in turn, so what is read most comes first.
  rankingRoutes(api)
  heatMapRoutes(api)
  editionRoutes(api)
  comparisonRoutes(api)
  technologyRoutes(api)
  searchRoutes(api)
  attachmentRoutes(api)
  technologyNoteRoutes(api)
  technologyChangeRoutes(api)
  outcomeRoutes(api)
  duplicateRoutes(api)
  ratingRoutes(api)
  consensusRoutes(api)
  accountRoutes(api)
  signInRoutes(api)
  secondFactorRoutes(api)
  sessionRoutes(api)
  peopleRoutes(api)
  singleSignOnRoutes(api)
  linkRoutes(api)
  taxonomyRoutes(api)
  policyRoutes(api)
  scanRoutes(api)
  methodRoutes(api)
  statementRoutes(api)
  seatRoutes(api)
  signalRoutes(api)
  filtrationRoutes(api)
  nominationRoutes(api)
  sourceRoutes(api)
  outsideListRoutes(api)
  importRoutes(api)
  panelRoutes(api)
  messageRoutes(api)
  roundRoutes(api)
  askingRoutes(api)
  sharingRoutes(api)
  pilotRoutes(api)
  nextRoundRoutes(api)
  discussionNoteRoutes(api)
  progressRoutes(api)
  reviewRoutes(api)
  serviceRoutes(api)
  demonstrationRoutes(api)
  exchangeRoutes(api)
  answersRoutes(api)
  editionFileRoutes(api)
  tokenRoutes(api)
  auditRoutes(api)
  documentationRoutes(api)
  api.refuseOtherMethods()
  return api.router
}
