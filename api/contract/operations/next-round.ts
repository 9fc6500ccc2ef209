import { SavedTechnologies, SaveTechnologyRequest, WorthAnotherLook } from '../next-round.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { whole } from '../query.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })

export const readWorthAnotherLook = operation({
  id: 'readWorthAnotherLook',
  method: 'get',
  path: paths.worthAnotherLook,
  summary: 'What the next round should ask: the first groups (or places), what is disputed, and what leads have saved',
  params: ofScan,
  query: z.strictObject({ groups: whole(1, 100).optional(), places: whole(1, 2_000).optional() }),
  answers: { 200: WorthAnotherLook },
  problems: [404, 409],
})

export const readSavedTechnologies = operation({
  id: 'readSavedTechnologies',
  method: 'get',
  path: paths.savedTechnologies,
  summary: 'What leads have saved from the cut of the last closed round',
  params: ofScan,
  answers: { 200: SavedTechnologies },
  problems: [404],
})

export const saveTechnology = operation({
  id: 'saveTechnology',
  method: 'post',
  path: paths.savedTechnologies,
  summary: 'Save a technology from the cut, with a reason: the scan team sees who did',
  params: ofScan,
  body: SaveTechnologyRequest,
  answers: { 201: SavedTechnologies },
  problems: [404, 409],
})

export const unsaveTechnology = operation({
  id: 'unsaveTechnology',
  method: 'delete',
  path: paths.savedTechnology,
  summary: 'Take back what one has saved from the cut oneself',
  params: z.strictObject({ scan: reference(), technology: reference() }),
  answers: { 200: SavedTechnologies },
  problems: [404, 409],
})
