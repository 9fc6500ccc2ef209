import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { AskRequest, AskResponse, PrepareRoundRequest, Round } from '../rounds.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })
const ofRound = z.strictObject({ round: reference() })

export const prepareRound = operation({
  id: 'prepareRound',
  method: 'post',
  path: paths.rounds,
  summary: 'Prepare the next round; it asks what the last one asked',
  params: ofScan,
  body: PrepareRoundRequest,
  answers: { 201: Round },
  problems: [404, 409],
})

export const readRound = operation({
  id: 'readRound',
  method: 'get',
  path: paths.round,
  summary: 'One round with its counts',
  params: ofRound,
  answers: { 200: Round },
  problems: [404],
})

export const openRound = operation({
  id: 'openRound',
  method: 'post',
  path: paths.roundOpen,
  summary: 'Open a prepared round; the first to open freezes the scan',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
  conditional: true,
})

export const closeRound = operation({
  id: 'closeRound',
  method: 'post',
  path: paths.roundClose,
  summary: 'Close an open round: its answers count from now on and can no longer be changed',
  params: ofRound,
  answers: { 200: Round },
  problems: [404, 409],
  conditional: true,
})

export const askInRound = operation({
  id: 'askInRound',
  method: 'post',
  path: paths.roundTechnologies,
  summary: 'Ask the panel about a technology in a round that is not closed',
  params: ofRound,
  body: AskRequest,
  answers: { 201: AskResponse },
  problems: [404, 409],
})
