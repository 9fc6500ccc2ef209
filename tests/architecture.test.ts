import { describe, expect, it } from '@jest/globals'
import { type Import, importsOf, sourcesOf, textOf } from './support/imports.ts'

/** Which way imports point. Rules are plain data in, plain data out; ARCHITECTURE.md draws the picture. */

/** In `api/<concept>/` every file is a rule but these: they join the rules to the database and to the wire. */
const edges =
  /\/(([\w-]+-)?(commands|reader|worker|crew|keeper|checker|door)|routes|perform|follower|view|lens-names|mailer|closer)\.ts$/
const isRule = (path: string) =>
  /^api\/[^/]+\/.+\.ts$/.test(path) && !/^api\/(http|contract)\//.test(path) && !edges.test(path)
const isRoutes = (path: string) => /^api\/.+\/routes\.ts$/.test(path)
const isContract = (path: string) => path.startsWith('api/contract/')
const isHttp = (path: string) => path.startsWith('api/http/')
const isFile = (path: string) => /^(api|db|seed|web|tests)\//.test(path)
const within = (folder: string) => (path: string) => path.startsWith(`${folder}/`)

/** A type of the contract may be named anywhere: what a thing is called on the wire is what it is called. */
const isTypeOfContract = ({ to, typeOnly }: Import) => typeOnly && isContract(to)

interface Direction {
  says: string
  isBrokenBy: (it: Import) => boolean
  /** Made-up imports, to see that the check can fail and does not fail too often: "from → to", "from ⇢ to" for types. */
  refuses: string[]
  allows: string[]
}

const directions: Direction[] = [
  {
    says: 'rules import only rules, node:crypto for the digests of the audit trail and of editions, and the reader of feeds',
    isBrokenBy: (it) =>
      isRule(it.from) &&
      !isRule(it.to) &&
      !isTypeOfContract(it) &&
      !(/^api\/(audit\/trail|editions\/digest)\.ts$/.test(it.from) && it.to === 'node:crypto') &&
      // Text in, plain data out: a rule as any other.
      !(it.from === 'api/sources/connectors/feed.ts' && it.to === 'feedsmith'),
    refuses: [
      'api/ranking/score.ts → db/scans.ts',
      'api/ranking/score.ts ⇢ db/scans.ts',
      'api/ranking/score.ts → api/ranking/reader.ts',
      'api/ranking/score.ts → api/contract/ranking.ts',
      'api/ranking/score.ts → zod',
      'api/ratings/rating.ts → node:crypto',
      'api/scans/method.ts → api/refusal.ts',
    ],
    allows: [
      'api/ranking/score.ts → api/scans/method.ts',
      'api/ranking/rows.ts ⇢ api/contract/ranking.ts',
      'api/audit/trail.ts → node:crypto',
      'api/ranking/reader.ts → db/scans.ts',
    ],
  },
  {
    says: 'only db imports Kysely and better-sqlite3',
    isBrokenBy: ({ from, to }) => /^(kysely|better-sqlite3)$/.test(to) && !within('db')(from) && !within('tests')(from),
    refuses: ['api/scans/commands.ts → kysely', 'seed/load.ts ⇢ kysely', 'web/app/App.tsx → better-sqlite3'],
    allows: ['db/scans.ts → kysely', 'db/sqlite/open.ts → better-sqlite3'],
  },
  {
    says: 'only routes, http with its tests, and the application import Express',
    isBrokenBy: ({ from, to }) =>
      to === 'express' && !isRoutes(from) && !isHttp(from) && !/^(api\/(app|main)\.ts$|tests\/http\/)/.test(from),
    refuses: ['api/scans/commands.ts → express', 'api/ranking/reader.ts ⇢ express', 'db/open.ts → express'],
    allows: ['api/scans/routes.ts → express', 'api/http/serve.ts → express', 'api/app.ts → express'],
  },
  {
    says: 'commands and readers know nothing of HTTP',
    isBrokenBy: ({ from, to }) =>
      edges.test(from) && !isRoutes(from) && !isHttp(from) && (isHttp(to) || isRoutes(to) || to === 'api/app.ts'),
    refuses: ['api/scans/commands.ts ⇢ api/http/serve.ts', 'api/ranking/reader.ts → api/ranking/routes.ts'],
    allows: ['api/scans/routes.ts → api/http/serve.ts', 'api/scans/commands.ts → api/audit/perform.ts'],
  },
  {
    says: 'no routes file imports another',
    isBrokenBy: ({ from, to }) => isRoutes(from) && isRoutes(to),
    refuses: ['api/scans/routes.ts → api/ranking/routes.ts'],
    allows: ['api/app.ts → api/ranking/routes.ts'],
  },
  {
    says: 'the contract imports only itself, rules, and zod',
    isBrokenBy: ({ from, to }) =>
      isContract(from) && !isContract(to) && !isRule(to) && !/^(zod|@asteasolutions\/zod-to-openapi)$/.test(to),
    refuses: [
      'api/contract/scans.ts → db/scans.ts',
      'api/contract/z.ts → express',
      'api/contract/scans.ts → api/refusal.ts',
    ],
    allows: ['api/contract/scans.ts → api/scans/method.ts', 'api/contract/z.ts → zod'],
  },
  {
    says: 'web imports of the rest only the contract and rules',
    isBrokenBy: ({ from, to }) =>
      within('web')(from) && isFile(to) && !within('web')(to) && !isContract(to) && !isRule(to),
    refuses: [
      'web/radar/RadarPage.tsx → api/ranking/reader.ts',
      'web/radar/RadarPage.tsx ⇢ db/scans.ts',
      'web/radar/RadarPage.tsx → seed/data.ts',
      'web/radar/RadarPage.tsx → api/settings.ts',
    ],
    allows: ['web/radar/Radar.tsx → api/radar/layout.ts', 'web/app/App.tsx → web/radar/RadarPage.tsx'],
  },
  {
    says: 'db imports only itself and rules',
    isBrokenBy: (it) =>
      within('db')(it.from) && isFile(it.to) && !within('db')(it.to) && !isRule(it.to) && !isTypeOfContract(it),
    refuses: [
      'db/scans.ts → api/scans/commands.ts',
      'db/scans.ts → api/contract/scans.ts',
      'db/scans.ts ⇢ seed/data.ts',
    ],
    allows: ['db/scans.ts ⇢ api/contract/scans.ts', 'db/ratings.ts → api/ratings/rating.ts'],
  },
  {
    says: 'migrations import nothing of ours but their own part that only SQLite can do, as frozen as they are',
    isBrokenBy: ({ from, to }) =>
      within('db/migrations')(from) && isFile(to) && to !== from.replace(/\.ts$/, '.sqlite.ts'),
    refuses: [
      'db/migrations/002-editions.ts ⇢ db/tables/tables.ts',
      'db/migrations/002-editions.ts → api/scans/method.ts',
      'db/migrations/002-editions.ts → db/sqlite/full-text.ts',
    ],
    allows: ['db/migrations/001-registry.ts → db/migrations/001-registry.sqlite.ts'],
  },
  {
    says: 'the types of rows stay in db',
    isBrokenBy: ({ from, to }) => within('db/tables')(to) && !within('db')(from),
    refuses: ['api/scans/reader.ts ⇢ db/tables/tables.ts'],
    allows: ['db/scans.ts ⇢ db/tables/tables.ts'],
  },
  {
    says: 'seed enters through the commands',
    isBrokenBy: (it) =>
      within('seed')(it.from) &&
      isFile(it.to) &&
      !within('seed')(it.to) &&
      !isRule(it.to) &&
      !isTypeOfContract(it) &&
      !/^api\/.+\/([\w-]+-)?commands\.ts$/.test(it.to) &&
      !(it.typeOnly && /^(db\/open|api\/audit\/perform)\.ts$/.test(it.to)),
    refuses: ['seed/load.ts → db/technologies.ts', 'seed/load.ts → db/open.ts', 'seed/load.ts → api/scans/routes.ts'],
    allows: [
      'seed/load.ts → api/scans/commands.ts',
      'seed/load.ts ⇢ db/open.ts',
      'seed/answers.ts → api/scans/method.ts',
    ],
  },
  {
    says: 'ranking builds on ratings and scans, never the reverse',
    isBrokenBy: ({ from, to }) => /^api\/(ratings|scans)\//.test(from) && within('api/ranking')(to),
    refuses: ['api/ratings/rating.ts ⇢ api/ranking/score.ts', 'api/scans/commands.ts → api/ranking/follower.ts'],
    allows: ['api/ranking/tally.ts → api/ratings/answer-log.ts', 'api/ranking/tally.ts ⇢ api/scans/method.ts'],
  },
  {
    says: 'nothing that ships imports the tests',
    isBrokenBy: ({ from, to }) => within('tests')(to) && !within('tests')(from),
    refuses: ['seed/load.ts → tests/support/given-panel.ts'],
    allows: ['tests/ranking/rank.test.ts → tests/support/given-panel.ts'],
  },
]

function madeUp(text: string): Import {
  const [from, arrow, to] = text.split(' ') as [string, string, string]
  return { from, to, typeOnly: arrow === '⇢' }
}

/** A way from a folder back to itself over imports between files, as "a → b → a"; the first that is found, or null. */
function findCycle(imports: readonly Import[]): string | null {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
  const next = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [folderOf(from), folderOf(to)]
    if (a !== b) next.set(a, (next.get(a) ?? new Set()).add(b))
  }
  const follow = (way: string[]): string | null => {
    const last = way.at(-1)!
    if (way.indexOf(last) < way.length - 1) return way.slice(way.indexOf(last)).join(' → ')
    for (const folder of [...(next.get(last) ?? [])].toSorted()) {
      const found = follow([...way, folder])
      if (found) return found
    }
    return null
  }
  return [...next.keys()].toSorted().reduce<string | null>((found, folder) => found ?? follow([folder]), null)
}

const sources = sourcesOf(['api', 'db', 'seed', 'web', 'tests'])
const imports = sources.flatMap((path) => importsOf(path))
const betweenRules = imports.filter(({ from, to }) => isRule(from) && isRule(to))

describe.each(directions)('$says', ({ isBrokenBy, refuses, allows }) => {
  it('holds in the whole tree', () => {
    expect(imports.filter(isBrokenBy).map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('can fail', () => {
    expect(refuses.filter((text) => !isBrokenBy(madeUp(text)))).toEqual([])
    expect(allows.filter((text) => isBrokenBy(madeUp(text)))).toEqual([])
  })
})

describe('the folders of rules', () => {
  it('do not import one another in a circle', () => {
    expect(findCycle(betweenRules)).toBeNull()
  })

  it('would be found if they did', () => {
    const circle = ['api/a/x.ts → api/b/x.ts', 'api/b/y.ts ⇢ api/c/x.ts', 'api/c/x.ts → api/a/y.ts']
    expect(findCycle(circle.map(madeUp))).toBe('api/a → api/b → api/c → api/a')
    expect(findCycle(circle.slice(0, 2).map(madeUp))).toBeNull()
  })

  it('ask neither the clock nor chance nor the machine', () => {
    const asks = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bfetch\(/
    expect(sources.filter((path) => isRule(path) && asks.test(textOf(path)))).toEqual([])
  })
})

describe('the reading of imports', () => {
  const text = `
import { a, type B } from './near.ts'
import type { C } from '../scans/method.ts'
import {
  d,
} from "@scope/package/inner"
import 'zod/mini'
export { e } from '../../db/open.ts'
export type * from './types.ts'
export const f = 'from the sea'
const page = lazy(() => import('../radar/RadarPage.tsx'))
`

  it('finds each kind of import, and types apart from the rest', () => {
    const read = importsOf('api/ranking/made-up.ts', text).map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to))
    expect(read).toEqual([
      'api/ranking/near.ts',
      'type api/scans/method.ts',
      '@scope/package',
      'zod',
      'db/open.ts',
      'type api/ranking/types.ts',
      'api/radar/RadarPage.tsx',
    ])
  })

  it('reads the whole tree', () => {
    for (const folder of ['api', 'db', 'seed', 'web', 'tests']) expect(sources.some(within(folder))).toBe(true)
    expect(betweenRules).toContainEqual({ from: 'api/ranking/rank.ts', to: 'api/scans/method.ts', typeOnly: false })
  })
})
