import { operation } from '../operation.ts'
import { PaperItems, TypeInRequest } from '../paper.ts'
import { paths } from '../paths.ts'
import { Rating } from '../ratings.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofPerson = { round: reference(), panellist: reference() }
const ofAnswer = z.strictObject({ ...ofPerson, technology: reference(), specialism: reference() })

export const listPaperItems = operation({
  id: 'listPaperItems',
  method: 'get',
  path: paths.paperItems,
  summary:
    'What a round asks of a panel member, to type in what they answered on paper; of answers only whether there is one',
  params: z.strictObject(ofPerson),
  answers: { 200: PaperItems },
  problems: [404],
})

export const readTypedRating = operation({
  id: 'readTypedRating',
  method: 'get',
  path: paths.paperRating,
  summary: 'An answer that you have typed in from paper',
  params: ofAnswer,
  answers: { 200: Rating },
  problems: [404],
})

export const typeInRating = operation({
  id: 'typeInRating',
  method: 'put',
  path: paths.paperRating,
  summary: 'Type in an answer that a panel member gave on paper, stamped so; only you and they see it',
  params: ofAnswer,
  body: TypeInRequest,
  answers: { 200: Rating, 201: Rating },
  problems: [404, 409],
  conditional: true,
})
