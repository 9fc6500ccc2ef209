import * as operations from '../../contract/operations.ts'
import { type Access, allow } from '../../http/access.ts'
import type { Api, Call } from '../../http/serve.ts'
import { csvInTurns, workbookOf } from '../../http/spreadsheets.ts'
import { pauses } from '../../in-turns.ts'
import { type AnswersExport, ensurePseudonyms, exportNote } from './commands.ts'
import { answersOf, closedScan } from './reader.ts'
import { aboutAnswers, answersTable } from './table.ts'

type Taken = Awaited<ReturnType<typeof answersOf>>

export function answersRoutes(api: Api): void {
  const { registry, follower } = api.world

  /** The file that is made of the answers, and what the trail says of it before it leaves. */
  const exporting =
    (format: AnswersExport['format'], contentOf: (taken: Taken) => Promise<string | Buffer>) =>
    async ({ params, access, by }: Pick<Call<{ scan: string }, unknown, unknown>, 'params' | 'access' | 'by'>) => {
      const closed = await closedScan(follower, params.scan)
      await ensurePseudonyms(registry, closed.scan, by)
      const taken = await answersOf(registry.read, closed, whoseIn(access))
      const content = await contentOf(taken)
      const { scan, round, whose, items } = taken
      const exported = exportNote({ scan: scan.id, whose, format, round, answers: items.length }, content)
      const name = `${whose === 'own' ? 'my-answers' : 'answers'}-${scan.slug}-round-${round}.${format}`
      return { status: 200 as const, file: { name, content }, exported }
    }

  api.serve(
    operations.exportAnswersCsv,
    allow('answers.export'),
    exporting('csv', async ({ items, bands }) => csvInTurns(answersTable(items, bands))),
  )

  api.serve(
    operations.exportAnswersWorkbook,
    allow('answers.export'),
    exporting('xlsx', async (taken) => {
      const about = aboutOf(taken).map(({ label, text }) => [label, text])
      return workbookOf({
        Answers: { table: answersTable(taken.items, taken.bands), headings: { rows: 1, columns: 1 } },
        'About these answers': { table: [['What', 'In words'], ...about] },
      })
    }),
  )

  api.serve(
    operations.exportAnswersJson,
    allow('answers.export'),
    exporting('json', async (taken) => {
      const items = await jsonInTurns(taken.items)
      return `{"about":${JSON.stringify(aboutOf(taken))},"items":[${items}],"total":${taken.items.length},"withoutPseudonym":${taken.withoutPseudonym}}`
    }),
  )
}

const whoseIn = ({ grant, account }: Access) => (grant === 'all' ? ('all' as const) : { seatOf: account!.id })
const aboutOf = (taken: Taken) => aboutAnswers({ ...taken, answers: taken.items.length })

async function jsonInTurns(items: readonly object[]): Promise<string> {
  const pause = pauses()
  const parts: string[] = []
  for (const item of items) if (parts.push(JSON.stringify(item)) % 500 === 0) await pause()
  return parts.join(',')
}
