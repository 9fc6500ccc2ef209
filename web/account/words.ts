import type { SessionWay } from '../../api/contract/sessions.ts'

export const wayNames: Record<SessionWay, string> = {
  password: 'by password',
  link: 'by an e-mailed link',
  'single-sign-on': 'by single sign-on',
  'look-around': 'by looking around',
}
