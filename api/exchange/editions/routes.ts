import { createHash } from 'node:crypto'
import type { Request } from 'express'
import * as operations from '../../contract/operations.ts'
import { apiRoot, paths } from '../../contract/paths.ts'
import type { Audience } from '../../editions/audience.ts'
import { fileNameOf } from '../../editions/names.ts'
import { unnamed } from '../../editions/unnamed.ts'
import { type Access, allow } from '../../http/access.ts'
import { packOf } from '../../http/decks.ts'
import type { Api } from '../../http/serve.ts'
import { csvInTurns } from '../../http/spreadsheets.ts'
import { isLocal } from '../../http/visitor.ts'
import { pauses } from '../../in-turns.ts'
import { CertaintyReader } from '../../ranking/certainty-reader.ts'
import type { Settings } from '../../settings.ts'
import { boardPack } from '../deck/board-pack.ts'
import { EditionTaker } from '../edition-reader.ts'
import { feedEntries } from '../feed.ts'
import { editionPage } from '../page/edition-page.ts'
import { pageStyle } from '../page/style.ts'
import { aoeRadar, aoeSlices } from '../radar-files/aoe.ts'
import { backstageRadar } from '../radar-files/backstage.ts'
import { type RadarSource, radarSource } from '../radar-files/source.ts'
import { thoughtworksBlips, thoughtworksSlices, thoughtworksTable } from '../radar-files/thoughtworks.ts'
import type { TakenEdition } from '../taken-edition.ts'
import { atomOf } from './feed-reader.ts'

const styleDigest = createHash('sha256').update(pageStyle).digest('base64')

export function editionFileRoutes(api: Api): void {
  const { registry, rankings, editions, certainties, comparisons, settings } = api.world
  const comparing = (edition: string, audience: Audience) => comparisons.comparison(edition, undefined, audience)
  const taker = new EditionTaker(registry.read, editions, new CertaintyReader(rankings, certainties), comparing)
  const take = (reference: string, access: Access) => taker.edition(reference, audienceIn(access))

  api.serve(operations.exportEditionFile, allow('editions.export'), async ({ params, access }) => {
    const whole = await take(params.edition, access)
    const technologies = access.account ? whole.document.technologies : whole.document.technologies.map(unnamed)
    const taken = { ...whole, document: { ...whole.document, technologies } }
    return fileOf(`${fileNameOf(taken.document.edition)}.html`, await textInTurns(editionPage(taken, styleDigest)))
  })

  api.serve(operations.exportBoardPack, allow('board-pack.export'), async ({ params, access }) => {
    const taken = await take(params.edition, access)
    return fileOf(`${fileNameOf(taken.document.edition)}-board-pack.pptx`, await packOf(boardPack(taken)))
  })

  api.serve(operations.readEditionsFeed, allow('editions.read'), async ({ access, req }) => {
    const origin = originOf(req, settings)
    const entries = feedEntries(await taker.published(audienceIn(access)), origin)
    const self = `${origin}${apiRoot}${paths.editionsFeed}`
    return { status: 200, file: { content: await atomOf(entries, { self, author: settings.organisation }) } }
  })

  /** A radar for another program, named after it. */
  const radar =
    (
      program: string,
      slices: number | undefined,
      contentOf: (source: RadarSource, taken: TakenEdition) => Promise<string>,
    ) =>
    async ({ params, access }: { params: { edition: string }; access: Access }) => {
      const taken = await take(params.edition, access)
      const source = radarSource(taken.document, taken.comparison, slices)
      return fileOf(`${fileNameOf(taken.document.edition)}-${program}`, await contentOf(source, taken))
    }

  api.serve(
    operations.exportThoughtworksCsv,
    allow('editions.export'),
    radar('thoughtworks.csv', thoughtworksSlices, async (source) => csvInTurns(thoughtworksTable(source))),
  )
  api.serve(
    operations.exportThoughtworksJson,
    allow('editions.export'),
    radar('thoughtworks.json', thoughtworksSlices, async (source) => JSON.stringify(thoughtworksBlips(source))),
  )
  api.serve(
    operations.exportAoeJson,
    allow('editions.export'),
    radar('aoe.json', aoeSlices, async (source) => JSON.stringify(aoeRadar(source))),
  )
  api.serve(
    operations.exportBackstageJson,
    allow('editions.export'),
    radar('backstage.json', undefined, async (source, { document }) =>
      JSON.stringify(backstageRadar(source, document.edition.createdAt.slice(0, 10))),
    ),
  )
}

const fileOf = (name: string, content: string | Buffer) => ({ status: 200 as const, file: { name, content } })
/** What the file's own action grants is which editions may leave in it. */
const audienceIn = ({ grant }: Access) => grant as Audience

async function textInTurns(parts: Iterable<string>): Promise<string> {
  const pause = pauses()
  const written: string[] = []
  for (const part of parts) {
    written.push(part)
    await pause()
  }
  return written.join('')
}

/** What stands before an address: the setting; without it this machine, for whoever sits at it. A Host sent from elsewhere is not repeated. */
function originOf(req: Request, settings: Settings): string {
  return settings.origin ?? (isLocal(req, settings) ? `http://${req.headers.host}` : '')
}
