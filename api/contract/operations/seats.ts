import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { ConsentRequest, DeclareInterestsRequest, ReadNoticeRequest, Seat } from '../seats.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })

export const readMySeat = operation({
  id: 'readMySeat',
  method: 'get',
  path: paths.mySeat,
  summary: 'What you have read, agreed to and declared as a member of a scan’s panel',
  params: ofScan,
  answers: { 200: Seat },
  problems: [404],
})

export const readNotice = operation({
  id: 'readNotice',
  method: 'put',
  path: paths.myNotice,
  summary: 'Say that you have read what is pooled and who sees what; no answer is taken before',
  params: ofScan,
  body: ReadNoticeRequest,
  answers: { 200: Seat },
  problems: [404],
})

export const consentToBeNamed = operation({
  id: 'consentToBeNamed',
  method: 'put',
  path: paths.myConsent,
  summary: 'Agree, or not, that your name is published among the participants',
  params: ofScan,
  body: ConsentRequest,
  answers: { 200: Seat },
  problems: [404],
  conditional: true,
})

export const declareInterests = operation({
  id: 'declareInterests',
  method: 'put',
  path: paths.myDeclaration,
  summary: 'Declare your interests in what the scan asks you about; every version is kept',
  params: ofScan,
  body: DeclareInterestsRequest,
  answers: { 200: Seat },
  problems: [404],
  conditional: true,
})
