import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { CodeRequest, OwnAccount, RecoveryCodes, SecondFactorSecret, SetUpRequest } from '../second-factor.ts'
import { Session } from '../session.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

export const readOwnAccount = operation({
  id: 'readOwnAccount',
  method: 'get',
  path: paths.ownAccount,
  summary: 'One’s own account: name, address, roles, specialisms and second factor',
  answers: { 200: OwnAccount },
})

export const giveSecondFactor = operation({
  id: 'giveSecondFactor',
  method: 'post',
  path: paths.sessionSecondFactor,
  summary: 'Complete a sign-in by a code from the phone, or a recovery code; the session goes on with a new cookie',
  body: CodeRequest,
  answers: { 200: Session },
  problems: [409, 429],
})

export const beginSecondFactor = operation({
  id: 'beginSecondFactor',
  method: 'post',
  path: paths.ownSecondFactor,
  summary:
    'Begin to set up a second factor, or another phone for it: its secret, which is in force once a code of it was given',
  body: SetUpRequest,
  answers: { 201: SecondFactorSecret },
  problems: [429],
})

export const confirmSecondFactor = operation({
  id: 'confirmSecondFactor',
  method: 'put',
  path: paths.ownSecondFactor,
  summary: 'Put the second factor into force by a code of it; the session goes on with a new cookie',
  body: CodeRequest,
  answers: { 200: RecoveryCodes },
  problems: [409, 429],
})

export const removeSecondFactor = operation({
  id: 'removeSecondFactor',
  method: 'post',
  path: paths.ownSecondFactorRemoval,
  summary: 'Remove one’s second factor by a code; not where the account must have one',
  body: CodeRequest,
  answers: { 204: null },
  problems: [409, 429],
})

export const renewRecoveryCodes = operation({
  id: 'renewRecoveryCodes',
  method: 'post',
  path: paths.ownRecoveryCodes,
  summary: 'Make ten new recovery codes by a code; those from before work no more',
  body: CodeRequest,
  answers: { 201: RecoveryCodes },
  problems: [409, 429],
})

export const removeSecondFactorOf = operation({
  id: 'removeSecondFactorOf',
  method: 'delete',
  path: paths.accountSecondFactor,
  summary: 'Remove the second factor of somebody who has lost theirs; their sessions end',
  params: z.strictObject({ account: reference() }),
  answers: { 204: null },
  problems: [409],
})
