import { AnswersFile, RankingFile } from '../exchange.ts'
import { spreadsheets } from '../media.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { AoeRadar, BackstageRadar, ThoughtworksRadar } from '../radar-files.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'
import { readRanking } from './ranking.ts'

/** As the table is filtered and sorted, but all of it; and by the method's own weights, since others are nobody's result. */
const query = readRanking.query.omit({ weights: true, cursor: true, limit: true })

export const exportRankingCsv = operation({
  id: 'exportRankingCsv',
  method: 'get',
  path: paths.rankingCsv,
  summary: 'A list of the ranking as a CSV file, with ranges and groups where there are some',
  exports: true,
  query,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404],
})

export const exportRankingWorkbook = operation({
  id: 'exportRankingWorkbook',
  method: 'get',
  path: paths.rankingWorkbook,
  summary: 'The ranking as an XLSX workbook: a sheet a list, and one that says what the figures are',
  exports: true,
  query: query.omit({ list: true }),
  answers: { 200: null },
  media: spreadsheets.xlsx,
  problems: [404],
})

export const exportRankingJson = operation({
  id: 'exportRankingJson',
  method: 'get',
  path: paths.rankingJson,
  summary: 'A list of the ranking as a JSON file, with what its figures are',
  exports: true,
  query,
  answers: { 200: RankingFile },
  problems: [404],
})

const ofScan = z.strictObject({ scan: reference() })
const answersWhere = 'of a scan’s closed rounds under pseudonyms, one’s own or all that may leave'

export const exportAnswersCsv = operation({
  id: 'exportAnswersCsv',
  method: 'get',
  path: paths.answersCsv,
  summary: `Answers ${answersWhere}, as a CSV file`,
  exports: true,
  params: ofScan,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404, 409],
})

export const exportAnswersWorkbook = operation({
  id: 'exportAnswersWorkbook',
  method: 'get',
  path: paths.answersWorkbook,
  summary: `Answers ${answersWhere}, as an XLSX workbook that says what they are`,
  exports: true,
  params: ofScan,
  answers: { 200: null },
  media: spreadsheets.xlsx,
  problems: [404, 409],
})

export const exportAnswersJson = operation({
  id: 'exportAnswersJson',
  method: 'get',
  path: paths.answersJson,
  summary: `Answers ${answersWhere}, as a JSON file that says what they are`,
  exports: true,
  params: ofScan,
  answers: { 200: AnswersFile },
  problems: [404, 409],
})

const ofEdition = z.strictObject({ edition: reference() })

export const exportEditionFile = operation({
  id: 'exportEditionFile',
  method: 'get',
  path: paths.editionFile,
  summary: 'An edition whole as one HTML file, which opens without a connection and makes no request',
  exports: true,
  params: ofEdition,
  answers: { 200: null },
  media: 'text/html',
  problems: [404],
})

export const exportBoardPack = operation({
  id: 'exportBoardPack',
  method: 'get',
  path: paths.boardPack,
  summary: 'An edition as a PowerPoint board pack: text that can be changed, native shapes and charts',
  exports: true,
  params: ofEdition,
  answers: { 200: null },
  media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  problems: [404],
})

export const readEditionsFeed = operation({
  id: 'readEditionsFeed',
  method: 'get',
  path: paths.editionsFeed,
  summary: 'Published editions and what clearly moved in each, as an Atom feed',
  answers: { 200: null },
  media: 'application/atom+xml',
})

export const exportThoughtworksCsv = operation({
  id: 'exportThoughtworksCsv',
  method: 'get',
  path: paths.thoughtworksCsv,
  summary: 'An edition’s radar for Thoughtworks’ “Build your own radar”, as CSV; more than four slices are joined',
  exports: true,
  params: ofEdition,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404],
})

export const exportThoughtworksJson = operation({
  id: 'exportThoughtworksJson',
  method: 'get',
  path: paths.thoughtworksJson,
  summary: 'The same as JSON',
  exports: true,
  params: ofEdition,
  answers: { 200: ThoughtworksRadar },
  problems: [404],
})

export const exportAoeJson = operation({
  id: 'exportAoeJson',
  method: 'get',
  path: paths.aoeJson,
  summary: 'An edition’s radar for the AOE Technology Radar; more than four slices are joined',
  exports: true,
  params: ofEdition,
  answers: { 200: AoeRadar },
  problems: [404],
})

export const exportBackstageJson = operation({
  id: 'exportBackstageJson',
  method: 'get',
  path: paths.backstageJson,
  summary: 'An edition’s radar for Backstage’s Tech Radar; every category keeps its slice',
  exports: true,
  params: ofEdition,
  answers: { 200: BackstageRadar },
  problems: [404],
})
