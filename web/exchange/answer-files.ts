import { link, paths } from '../../api/contract/paths.ts'
import type { TakenFile } from './FileList.tsx'

/** The files in which answers of a scan leave: those of all for who may export them, otherwise the reader's own. */
export function answerFiles(scan: string): TakenFile[] {
  return [
    {
      name: 'Answers',
      kind: 'CSV',
      address: link(paths.answersCsv, { scan }),
      action: 'answers.export',
      what: 'One row an answer, for any spreadsheet or statistics program.',
    },
    {
      name: 'Answers',
      kind: 'Excel',
      address: link(paths.answersWorkbook, { scan }),
      action: 'answers.export',
      what: 'The same rows, with a sheet that says what they are.',
    },
    {
      name: 'Answers',
      kind: 'JSON',
      address: link(paths.answersJson, { scan }),
      action: 'answers.export',
      what: 'The same again, for programs.',
    },
  ]
}
