import { AnswersFile, RankingFile } from '../exchange.ts'
import { spreadsheets } from '../media.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
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
  params: ofScan,
  answers: { 200: AnswersFile },
  problems: [404, 409],
})
