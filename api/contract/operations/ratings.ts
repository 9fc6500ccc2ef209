import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { QueueList, RateTechnologyRequest, Rating } from '../ratings.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofRating = z.strictObject({ round: reference(), technology: reference(), specialism: reference() })

export const readMyAnswers = operation({
  id: 'readMyAnswers',
  method: 'get',
  path: paths.myAnswers,
  summary: 'What the open rounds ask the signed-in panel member, with their own answers',
  answers: { 200: QueueList },
})

export const readRating = operation({
  id: 'readRating',
  method: 'get',
  path: paths.rating,
  summary: 'Your own answer on a technology for a specialism',
  params: ofRating,
  answers: { 200: Rating },
  problems: [404],
})

export const recordRating = operation({
  id: 'recordRating',
  method: 'put',
  path: paths.rating,
  summary: 'Answer on a technology for a specialism, change the answer, or withdraw it',
  params: ofRating,
  body: RateTechnologyRequest,
  answers: { 200: Rating, 201: Rating },
  problems: [404, 409],
  conditional: true,
})
