import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { About, LookAroundRequest, Session, SignedOut, SignInRequest } from '../session.ts'
import { z } from '../z.ts'

export const readAbout = operation({
  id: 'readAbout',
  method: 'get',
  path: paths.about,
  summary: 'Whose registry this is, and whether it is a demonstration',
  answers: { 200: About },
})

export const readDocument = operation({
  id: 'readDocument',
  method: 'get',
  path: paths.openapi,
  summary: 'This document: every operation, with its schemas, in OpenAPI 3.1',
  answers: { 200: z.looseObject({ openapi: z.literal('3.1.0') }) },
})

export const readDocs = operation({
  id: 'readDocs',
  method: 'get',
  path: paths.docs,
  summary: 'Every operation as a page to read (HTML)',
  answers: { 200: null },
  media: 'text/html',
})

export const signIn = operation({
  id: 'signIn',
  method: 'post',
  path: paths.session,
  summary: 'Sign in with an email address and a password',
  body: SignInRequest,
  answers: { 201: Session },
  problems: [404, 429],
})

export const lookAround = operation({
  id: 'lookAround',
  method: 'post',
  path: paths.lookAround,
  summary: 'Look around a demonstration as one of its accounts; for local visitors only',
  body: LookAroundRequest,
  answers: { 201: Session },
  problems: [404],
})

export const readSession = operation({
  id: 'readSession',
  method: 'get',
  path: paths.session,
  summary: 'Who is signed in, and what they may do',
  answers: { 200: Session },
})

export const signOut = operation({
  id: 'signOut',
  method: 'delete',
  path: paths.session,
  summary: 'Sign out; 200 where the sign-out of single sign-on comes next, with its address',
  answers: { 200: SignedOut, 204: null },
})

export const restartDemonstration = operation({
  id: 'restartDemonstration',
  method: 'post',
  path: paths.restartDemonstration,
  summary: 'Start the demonstration again: everything entered since is taken out; accounts and the audit trail stay',
  answers: { 204: null },
  problems: [409],
})
