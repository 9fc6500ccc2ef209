import { operation } from '../operation.ts'
import {
  NewPasswordLinkRequest,
  OwnPasswordRequest,
  PasswordByLinkRequest,
  SignInByLinkRequest,
  SignInLinkRequest,
} from '../passwords.ts'
import { paths } from '../paths.ts'
import { Session } from '../session.ts'

export const changeOwnPassword = operation({
  id: 'changeOwnPassword',
  method: 'put',
  path: paths.ownPassword,
  summary: 'Change one’s own password: other sessions and all links end, and this session goes on with a new cookie',
  body: OwnPasswordRequest,
  answers: { 204: null },
  problems: [404, 409, 429],
})

export const askForSignInLink = operation({
  id: 'askForSignInLink',
  method: 'post',
  path: paths.signInLink,
  summary:
    'Have a link sent by mail that signs in once; the answer is the same whether or not there is such an account',
  body: SignInLinkRequest,
  answers: { 204: null },
  problems: [404, 429],
})

export const signInByLink = operation({
  id: 'signInByLink',
  method: 'post',
  path: paths.sessionByLink,
  summary: 'Sign in by a link that was sent by mail; it works once, for 30 minutes',
  body: SignInByLinkRequest,
  answers: { 201: Session },
  problems: [404, 429],
})

export const askForNewPassword = operation({
  id: 'askForNewPassword',
  method: 'post',
  path: paths.newPasswordLink,
  summary: 'Have a link to a new password sent by mail; the answer is the same whether or not there is such an account',
  body: NewPasswordLinkRequest,
  answers: { 204: null },
  problems: [404, 429],
})

export const setNewPassword = operation({
  id: 'setNewPassword',
  method: 'post',
  path: paths.newPassword,
  summary: 'Choose a new password by a link, which works once, for 60 minutes, and sign in; all other sessions end',
  body: PasswordByLinkRequest,
  answers: { 201: Session },
  problems: [404, 429],
})

export const setFirstPassword = operation({
  id: 'setFirstPassword',
  method: 'post',
  path: paths.firstPassword,
  summary: 'Choose a first password by the link of an invitation, and sign in; a link works once, for 14 days',
  body: PasswordByLinkRequest,
  answers: { 201: Session },
  problems: [404, 429],
})
