import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { choices, cursor, limit, search, slugs } from '../query.ts'
import {
  NominateRequest,
  NominationForm,
  OpenNominationRequest,
  Signal,
  SignalChoices,
  SignalList,
  SignalOrigin,
  SignalReceived,
  SignalRecordList,
  SignalState,
  SignalSuggestions,
  TriageAct,
  Triaged,
  TriageRequest,
} from '../signals.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofSignal = z.strictObject({ signal: reference() })

export const nominate = operation({
  id: 'nominate',
  method: 'post',
  path: paths.signals,
  summary:
    'Tell the scan team of something that you expected and do not see, or of a stage of development that is out of date',
  body: NominateRequest,
  answers: { 201: SignalReceived },
})

export const nominateOpenly = operation({
  id: 'nominateOpenly',
  method: 'post',
  path: paths.nominations,
  summary: 'Nominate a technology without an account, where this registry is open to it',
  body: OpenNominationRequest,
  answers: { 201: SignalReceived },
  problems: [404, 429],
})

export const readNominationForm = operation({
  id: 'readNominationForm',
  method: 'get',
  path: paths.nominations,
  summary: 'What can be chosen when a technology is nominated without an account',
  answers: { 200: NominationForm },
  problems: [404],
})

export const listSignals = operation({
  id: 'listSignals',
  method: 'get',
  path: paths.signals,
  summary: 'Signals, the newest first; unread ones also with the likeliest to be of use first',
  query: z.strictObject({
    q: search(),
    state: choices(SignalState),
    origin: choices(SignalOrigin),
    source: slugs(),
    /** Ids of accounts; `nobody` is those that nobody has taken over. */
    owner: slugs(),
    scan: reference().optional(),
    /** Those linked to this technology, or that say it is out of date. */
    technology: reference().optional(),
    sort: z.enum(['newest', 'likeliest']).default('newest'),
    limit: limit(200, 50),
    cursor: cursor(),
  }),
  answers: { 200: SignalList },
  problems: [404],
})

export const readSignalChoices = operation({
  id: 'readSignalChoices',
  method: 'get',
  path: paths.signalChoices,
  summary: 'What signals can be filtered by, and who can take one over',
  answers: { 200: SignalChoices },
})

export const triageSignals = operation({
  id: 'triageSignals',
  method: 'post',
  path: paths.signalsTriage,
  summary: 'Link, dismiss, return or assign up to 200 signals: all of it, or none',
  body: TriageRequest,
  answers: { 200: Triaged },
  problems: [404, 409, 412],
})

export const readSignal = operation({
  id: 'readSignal',
  method: 'get',
  path: paths.signal,
  summary: 'One signal',
  params: ofSignal,
  answers: { 200: Signal },
  problems: [404],
})

export const listSignalRecords = operation({
  id: 'listSignalRecords',
  method: 'get',
  path: paths.signalRecords,
  summary: 'The record of a signal as its source sent it, in all its versions',
  params: ofSignal,
  answers: { 200: SignalRecordList },
  problems: [404],
})

export const readSignalSuggestions = operation({
  id: 'readSignalSuggestions',
  method: 'get',
  path: paths.signalSuggestions,
  summary: 'Technologies that a signal may be about, with the reasons',
  params: ofSignal,
  answers: { 200: SignalSuggestions },
  problems: [404],
})

export const triageSignal = operation({
  id: 'triageSignal',
  method: 'post',
  path: paths.signalTriage,
  summary: 'Link, dismiss, return or assign a signal',
  params: ofSignal,
  body: TriageAct,
  answers: { 200: Triaged },
  problems: [404, 409],
  conditional: true,
})
