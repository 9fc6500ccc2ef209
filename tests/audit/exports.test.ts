import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { spreadsheets } from '../../api/contract/media.ts'
import type { Operation } from '../../api/contract/operation.ts'
import * as operations from '../../api/contract/operations.ts'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function ranked() {
  const made = await createTestRegistry()
  await made.given.closedRound({ Monitor: { impact: 7 } })
  const exports = async () => (await auditTrail(made.registry.read)).filter(({ action }) => action === 'export')
  return { ...made, exports }
}

describe('a file that leaves', () => {
  it('stands in the trail: who took it, which, and in which format', async () => {
    const { scanner, exports } = await ranked()
    await scanner.get('/ranking.csv?lens=specialism:cardiac-science').expect(200)

    expect(await exports()).toMatchObject([
      {
        actor: scanner.account,
        via: 'page',
        objectKind: 'operation',
        objectId: 'exportRankingCsv',
        details: { address: '/api/v1/ranking.csv?lens=specialism:cardiac-science', format: 'csv' },
      },
    ])
  })

  it('is told without the text that somebody searched by', async () => {
    const { scanner, exports } = await ranked()
    await scanner.get('/ranking.csv?q=Zebedee').expect(200)

    const [entry] = await exports()
    expect(entry!.details.address).toBe('/api/v1/ranking.csv?q=…')
  })

  it('leaves no entry where none was sent', async () => {
    const { scanner, nobody, exports } = await ranked()
    await nobody.get('/ranking.csv').expect(401)
    await scanner.get('/ranking.csv?lens=nonsense').expect(422)

    expect(await exports()).toEqual([])
  })

  it('is sent though the trail cannot be written, which is made up for later, with the time of then', async () => {
    const { scanner, file, world, exports } = await ranked()
    const raw = new Sqlite(file)
    raw.exec(`create trigger no_room before insert on audit_entries begin select raise(abort, 'no room'); end`)
    await scanner.get('/ranking.csv').expect(200)
    const sent = new Date().toISOString()
    await scanner.get('/ranking.xlsx').expect(200)
    await world.trail.writeDown()
    expect(await exports()).toEqual([])

    raw.exec('drop trigger no_room')
    raw.close()
    await world.trail.writeDown()
    const entries = await exports()
    expect(entries.map(({ objectId }) => objectId)).toEqual(['exportRankingCsv', 'exportRankingWorkbook'])
    expect(entries[0]!.at < sent).toBe(true)
  })
})

/** Files without figures, names or answers: what may be filled in, what describes the interface, and what is published to subscribers. */
const plain = /^read(Panel|Import)Template|^readDocs$|^readDocument$|^readEditionsFeed$/

describe('the operations', () => {
  it('say of each that gives a file to keep that it is an export, but of those that hold nothing', () => {
    const all: Operation[] = Object.values(operations)
    const files = all.filter(({ media, path }) => media !== undefined || /\.(csv|xlsx|json)$/.test(path))
    const unmarked = files.filter((one) => !one.exports).map(({ id }) => id)
    expect(unmarked.filter((id) => !plain.test(id))).toEqual([])
    expect(all.filter(({ exports }) => exports).length).toBeGreaterThan(15)
    expect(all.filter(({ media, id }) => media === spreadsheets.xlsx && !plain.test(id)).length).toBeGreaterThan(4)
  })
})
