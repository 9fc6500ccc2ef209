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
  panel: '/scans/:scan/panel',
  panelCandidates: '/scans/:scan/panel/candidates',
  rounds: '/scans/:scan/rounds',
  round: '/rounds/:round',
  roundOpen: '/rounds/:round/open',
  roundClose: '/rounds/:round/close',
  roundTechnologies: '/rounds/:round/technologies',
  rating: '/rounds/:round/ratings/:technology/:specialism',
  myAnswers: '/my-answers',
  ranking: '/ranking',
  standing: '/ranking/:technology',
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
  myAnswers: '/my-answers',
  scans: '/scans',
  scan: '/scans/:scan',
  method: '/method',
  signIn: '/sign-in',
} as const

export type Page = (typeof pages)[keyof typeof pages]

export function pageLink<P extends Page>(page: P, parameters: Record<Parameters<P>, string>): string {
  const values: Record<string, string> = parameters
  return page.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!))
}
