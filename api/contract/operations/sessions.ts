import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { SessionList } from '../sessions.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofAccount = z.strictObject({ account: reference() })
const one = { session: reference() }

export const listOwnSessions = operation({
  id: 'listOwnSessions',
  method: 'get',
  path: paths.ownSessions,
  summary: 'Where one is signed in: when, by what way, from where and with what program',
  answers: { 200: SessionList },
})

export const endOwnSession = operation({
  id: 'endOwnSession',
  method: 'delete',
  path: paths.ownSession,
  summary: 'End one of one’s own sessions',
  params: z.strictObject(one),
  answers: { 204: null },
})

export const endOtherSessions = operation({
  id: 'endOtherSessions',
  method: 'delete',
  path: paths.ownSessions,
  summary: 'End all of one’s own sessions but this one',
  answers: { 204: null },
})

export const listSessionsOf = operation({
  id: 'listSessionsOf',
  method: 'get',
  path: paths.accountSessions,
  summary: 'Where somebody is signed in',
  params: ofAccount,
  answers: { 200: SessionList },
})

export const endSessionOf = operation({
  id: 'endSessionOf',
  method: 'delete',
  path: paths.accountSession,
  summary: 'End one session of somebody',
  params: ofAccount.extend(one),
  answers: { 204: null },
})

export const endSessionsOf = operation({
  id: 'endSessionsOf',
  method: 'delete',
  path: paths.accountSessions,
  summary: 'End all sessions of somebody',
  params: ofAccount,
  answers: { 204: null },
})
