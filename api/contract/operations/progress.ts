import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { RoundProgress } from '../progress.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

export const readRoundProgress = operation({
  id: 'readRoundProgress',
  method: 'get',
  path: paths.roundProgress,
  summary:
    'How far a round has come by specialism and, for the scan team, who has not finished; never what was answered',
  params: z.strictObject({ round: reference() }),
  answers: { 200: RoundProgress },
  problems: [404],
})
