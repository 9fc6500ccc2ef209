import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, limit } from '../query.ts'
import { NominateRequest, SignalList, SignalReceived } from '../signals.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

export const nominate = operation({
  id: 'nominate',
  method: 'post',
  path: paths.signals,
  summary:
    'Tell the scan team of something that you expected and do not see, or of a stage of development that is out of date',
  body: NominateRequest,
  answers: { 201: SignalReceived },
})

export const listSignals = operation({
  id: 'listSignals',
  method: 'get',
  path: paths.signals,
  summary: 'Signals as they came, the newest first',
  query: z.strictObject({ scan: reference().optional(), limit: limit(200, 50), cursor: cursor() }),
  answers: { 200: SignalList },
  problems: [404],
})
