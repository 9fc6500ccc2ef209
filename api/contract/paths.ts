/** Every path of the programming interface, once: patterns for the server and the document, links for the browser. */
export const apiRoot = '/api/v1'

export const paths = {
  about: '/about',
  session: '/session',
  lookAround: '/session/look-around',
  openapi: '/openapi.json',
  docs: '/docs',
  categories: '/categories',
  specialisms: '/specialisms',
  technologies: '/technologies',
  nearNames: '/technologies/near-names',
  technology: '/technologies/:technology',
  technologyArchive: '/technologies/:technology/archive',
  evidenceOf: '/technologies/:technology/evidence',
  evidence: '/technologies/:technology/evidence/:evidence',
  evidenceArchive: '/technologies/:technology/evidence/:evidence/archive',
  scans: '/scans',
  scan: '/scans/:scan',
  method: '/scans/:scan/method',
  methodVersions: '/scans/:scan/method/versions',
  statement: '/scans/:scan/statement',
  panel: '/scans/:scan/panel',
  panelCandidates: '/scans/:scan/panel/candidates',
  panelTemplateCsv: '/scans/:scan/panel/template.csv',
  panelTemplateWorkbook: '/scans/:scan/panel/template.xlsx',
  panelPreview: '/scans/:scan/panel/preview',
  panelBulk: '/scans/:scan/panel/bulk',
  panellist: '/scans/:scan/panel/:panellist',
  handOver: '/scans/:scan/panel/:panellist/hand-over',
  messages: '/scans/:scan/messages',
  messagesRendered: '/scans/:scan/messages/rendered',
  mailMergeCsv: '/scans/:scan/messages/merge.csv',
  mailMergeWorkbook: '/scans/:scan/messages/merge.xlsx',
  messagesSent: '/scans/:scan/messages/sent',
  messagesAgain: '/scans/:scan/messages/again',
  messagesDiscarded: '/scans/:scan/messages/discarded',
  firstPassword: '/first-password',
  paperItems: '/rounds/:round/panellists/:panellist/ratings',
  paperRating: '/rounds/:round/panellists/:panellist/ratings/:technology/:specialism',
  rounds: '/scans/:scan/rounds',
  round: '/rounds/:round',
  roundOpen: '/rounds/:round/open',
  roundClose: '/rounds/:round/close',
  roundTechnologies: '/rounds/:round/technologies',
  roundTechnology: '/rounds/:round/technologies/:technology',
  discussionNote: '/rounds/:round/technologies/:technology/discussion-note',
  workload: '/rounds/:round/workload',
  shareOut: '/rounds/:round/share-out',
  pilot: '/scans/:scan/pilot',
  pilotResult: '/rounds/:round/pilot-result',
  worthAnotherLook: '/scans/:scan/worth-another-look',
  savedTechnologies: '/scans/:scan/saved-technologies',
  savedTechnology: '/scans/:scan/saved-technologies/:technology',
  rating: '/rounds/:round/ratings/:technology/:specialism',
  panelView: '/rounds/:round/ratings/:technology/:specialism/panel',
  roundReport: '/rounds/:round/report',
  discussion: '/rounds/:round/discussion',
  myAnswers: '/my-answers',
  mySeat: '/scans/:scan/my-seat',
  myNotice: '/scans/:scan/my-seat/notice',
  myConsent: '/scans/:scan/my-seat/consent',
  myDeclaration: '/scans/:scan/my-seat/declaration',
  signals: '/signals',
  ranking: '/ranking',
  standing: '/ranking/:technology',
  heatMap: '/heat-map',
  heatMapCsv: '/heat-map.csv',
  heatMapWorkbook: '/heat-map.xlsx',
  roundProgress: '/rounds/:round/progress',
  reviews: '/reviews',
  review: '/reviews/:scan/:technology/:specialism',
  reviewVersions: '/reviews/:scan/:technology/:specialism/versions',
  reviewSign: '/reviews/:scan/:technology/:specialism/sign',
  workforce: '/workforce',
  editions: '/editions',
  edition: '/editions/:edition',
  editionChecklist: '/editions/:edition/checklist',
  editionApprove: '/editions/:edition/approve',
  editionDecision: '/editions/:edition/decision',
  editionSupersede: '/editions/:edition/supersede',
  editionWithdraw: '/editions/:edition/withdraw',
  editionTechnology: '/editions/:edition/technologies/:technology',
  editionComparison: '/editions/:edition/comparison',
  scanEditions: '/scans/:scan/editions',
  technologyHistory: '/technologies/:technology/history',
  restartDemonstration: '/demonstration/restart',
} as const

export type Path = (typeof paths)[keyof typeof paths]
type Parameters<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** The address of a path, its parameters filled in and escaped. */
export function link<P extends Path>(path: P, parameters: Record<Parameters<P>, string>): string {
  const values: Record<string, string> = parameters
  return apiRoot + path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!))
}

/** The pages that people see; any other address is the page "not found", with status 404. */
export const pages = {
  radar: '/',
  ranking: '/ranking',
  technologies: '/technologies',
  enterTechnology: '/technologies/new',
  technology: '/technologies/:technology',
  changeTechnology: '/technologies/:technology/change',
  compare: '/compare',
  heatMap: '/heat-map',
  specialisms: '/specialisms',
  specialism: '/specialisms/:specialism',
  review: '/reviews/:scan/:technology/:specialism',
  workforce: '/workforce',
  myAnswers: '/my-answers',
  editions: '/editions',
  edition: '/editions/:edition',
  editionCover: '/editions/:edition/cover',
  editionChanges: '/editions/:edition/changes',
  editionPaper: '/editions/:edition/paper',
  scans: '/scans',
  newScan: '/scans/new',
  scan: '/scans/:scan',
  changeMethod: '/scans/:scan/method',
  panel: '/scans/:scan/panel',
  messages: '/scans/:scan/messages',
  prepareRound: '/scans/:scan/rounds/prepare',
  preparePilot: '/scans/:scan/rounds/pilot',
  round: '/scans/:scan/rounds/:number',
  discussion: '/scans/:scan/rounds/:number/discussion',
  method: '/method',
  signIn: '/sign-in',
  welcome: '/welcome',
} as const

export type Page = (typeof pages)[keyof typeof pages]

export function pageLink<P extends Page>(page: P, parameters: Record<Parameters<P>, string>): string {
  const values: Record<string, string> = parameters
  return page.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!))
}
