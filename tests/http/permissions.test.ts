import { afterEach, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { type Action, type Grant, permissions } from '../../api/accounts/permissions.ts'
import { createApp } from '../../api/app.ts'
import type { Operation } from '../../api/contract/operation.ts'
import { type Cell, cells, type MatrixRow, matrix } from '../support/permission-matrix.ts'
import { closeTestRegistries, createTestRegistry, machine, stranger, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

interface Described {
  operationId: string
  'x-action': string
  'x-grants': object
  'x-by-token': boolean
}

type Document = { paths: Record<string, Record<string, Described>> }

interface Asked {
  id: string
  method: Operation['method']
  address: string
}

/** The registry, closed and open to anyone, with a visitor of each kind and a way to make more. */
async function everybody() {
  const made = await createTestRegistry()
  const { world, app, nobody, addPerson } = made
  const settings = { ...world.settings, openNominations: true, openReading: true }
  const opened = createApp({ ...world, settings }, pino({ level: 'silent' }))
  const admin = await addPerson(['admin'])
  const tokens: Record<string, Visitor> = {}
  for (const role of ['board', 'scanner', 'admin']) {
    const { body } = await admin.post('/tokens', { name: role, role, days: 9 }).expect(201)
    tokens[role] = machine(app, body.secret)
  }
  const people: Record<Cell, Visitor> = {
    anyone: stranger(opened),
    board: await addPerson(['board']),
    lead: await addPerson(['lead']),
    scanner: await addPerson(['scanner']),
    admin,
  }
  const document: Document = (await nobody.get('/openapi.json').expect(200)).body
  return { ...made, document, people, tokens, without: await addPerson([]) }
}

type World = Awaited<ReturnType<typeof everybody>>

const rowOf = new Map(matrix.flatMap((row) => row.operations.map((operation) => [operation, row])))

function operationsOf({ document }: Pick<World, 'document'>): (Asked & { described: Described })[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const isOfEditions = rowOf.get(described.operationId)?.grants.anyone === 'in-editions'
      const address = path.replace(/\{\w+\}/g, 'unknown') + (isOfEditions ? '?edition=unknown' : '')
      return { id: described.operationId, method: method as Operation['method'], address, described }
    }),
  )
}

/** Whether the door is shut, before anything is looked up: what comes through is answered by what is there, or is not. */
async function isShut(visitor: Visitor, { method, address }: Asked): Promise<boolean> {
  const send = visitor[method].bind(visitor)
  const { status, text } = await send(address, {})
  return status === 401 || (status === 403 && /problem:not-allowed/.test(text)) || /This is not open here/.test(text)
}

/** Signing out would end the visitor's own session. */
const lasts = ({ id }: Asked) => id !== 'signOut'

describe('the table', () => {
  it('says what is written down beside it, cell by cell', () => {
    expect(permissions).toEqual(Object.fromEntries(matrix.map(({ action, grants }) => [action, grants])))
  })

  it('stands behind every operation of the document, and every route is in the document', async () => {
    const { document, world } = await everybody()
    const { routes } = routesOf(world)
    const described = operationsOf({ document }).map(({ id, described: of }) => {
      const { 'x-action': action, 'x-grants': grants, 'x-by-token': byToken } = of
      return { id, action, grants, byToken }
    })

    expect(described).toEqual(
      described.map(({ id }) => {
        const row: Partial<MatrixRow> = rowOf.get(id) ?? {}
        return { id, action: row.action, grants: row.grants, byToken: row.byToken }
      }),
    )
    expect(matrix.flatMap(({ operations }) => operations).sort()).toEqual(described.map(({ id }) => id).sort())
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(routes.sort()).toEqual(written.sort())
  })
})

/** What the router itself answers, beside what the document says of it. */
function routesOf(world: World['world']): { routes: string[] } {
  const routes: string[] = []
  const walk = (stack: Layer[]) => {
    for (const { route, handle } of stack) {
      if (handle?.stack) walk(handle.stack)
      for (const method of Object.keys(route?.methods ?? {})) routes.push(`${method} ${route!.path}`)
    }
  }
  const { router } = createApp(world, pino({ level: 'silent' })) as unknown as { router: { stack: Layer[] } }
  // Of the application's own layers the interface's is the one with most routes.
  const inner = router.stack.flatMap(({ handle }) => (handle?.stack ? [handle.stack] : []))
  walk(inner.toSorted((a, b) => b.length - a.length)[0]!)
  // A method that is not taken is refused on every address alike.
  return { routes: routes.filter((route) => /^(get|post|put|delete) /.test(route)) }
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

describe('every operation', () => {
  it('lets pass whom the table lets pass, and nobody else', async () => {
    const world = await everybody()
    const { people, tokens, nobody, without } = world
    const wrong: string[] = []
    const look = async (who: string, visitor: Visitor, asked: Asked, mayPass: boolean) => {
      if ((await isShut(visitor, asked)) === mayPass)
        wrong.push(`${who}: ${asked.method} ${asked.address} (${asked.id})`)
    }
    for (const asked of operationsOf(world).filter(lasts)) {
      const { grants, byToken, action } = rowOf.get(asked.id)!
      const isForAll = grants.anyone !== undefined && Object.keys(grants).length === 1 && action !== 'nominations.send'
      await look('nobody', nobody, asked, isForAll)
      await look('no role', without, asked, isForAll)
      await look('anyone, where open', people.anyone, asked, grants.anyone !== undefined)
      for (const role of ['board', 'lead', 'scanner', 'admin'] as const)
        await look(role, people[role], asked, grants[role] !== undefined || isForAll)
      for (const role of ['board', 'scanner', 'admin'] as const)
        await look(`token of ${role}`, tokens[role]!, asked, byToken && (grants[role] !== undefined || isForAll))
    }
    expect(wrong).toEqual([])
  }, 240_000)

  it('shuts or opens with any one cell of the table that is taken out or put in', async () => {
    const world = await everybody()
    const table = permissions as unknown as Record<string, Partial<Record<Cell, Grant>>>
    const unnoticed: string[] = []
    let cellsTried = 0
    for (const { action, operations } of matrix.filter((row) => row.operations.some((id) => id !== 'signOut')))
      for (const cell of cells) {
        const row = table[action]!
        // What is anyone's is everybody's, whatever else stands in the row; and what waits for a setting is open here.
        if (cell !== 'anyone' && row.anyone && !(action in opened)) continue
        const kept = row[cell]
        const asked = operationsOf(world).find(({ id }) => id === operations[0])!
        if (kept) delete row[cell]
        else row[cell] = 'all'
        const shut = await isShut(world.people[cell], asked)
        if (kept) table[action] = Object.assign(row, { [cell]: kept })
        else delete row[cell]
        cellsTried += 1
        if (shut !== (kept !== undefined)) unnoticed.push(`${action}, ${cell}`)
      }
    expect(unnoticed).toEqual([])
    expect(cellsTried).toBeGreaterThan(300)
  }, 240_000)
})

const opened: Partial<Record<Action, true>> = {
  'editions.read': true,
  'editions.export': true,
  'ranking.read': true,
  'ranking.export': true,
  'heat-map.read': true,
}
