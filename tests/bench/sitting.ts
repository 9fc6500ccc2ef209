import { defaultMethod } from '../../api/scans/method.ts'
import { digestOfToken } from '../../api/secrets.ts'
import { insertAccount } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import { insertMethod } from '../../db/methods.ts'
import { type Database, openRegistry } from '../../db/open.ts'
import { addPanelRows, insertPanellist } from '../../db/panels.ts'
import { addPairs, insertRound, markOpened } from '../../db/rounds.ts'
import { enterIntoScan, freezeScan, holdSpecialisms, insertScan } from '../../db/scans.ts'
import { addDeclaration, markNoticeRead } from '../../db/seats.ts'
import { insertSession } from '../../db/sessions.ts'
import { idOf } from './ids.ts'
import { startYear } from './made-up.ts'

const at = '2026-01-05T09:00:00.000Z'
export const sitterToken = 'a-panellist-who-sits-down'

/**
 * Adds to a measuring registry a second scan whose open round asks one panel member this many items: more than the program
 * itself lets a scan team ask, so it goes through the functions of `db`.
 */
export async function makeSitting(file: string, items: number): Promise<void> {
  const registry = await openRegistry(file)
  const ids = { scan: idOf('scan', 2), round: idOf('round', 3), panellist: idOf('panellist', 900_000) }
  await registry.transaction(async (trx) => {
    const account = idOf('account', 900_000)
    await insertSitter(trx, account)
    const scan = { id: ids.scan, slug: 'a-sitting', name: 'A sitting', startYear, horizonYears: 10 }
    await insertScan(trx, { ...scan, timeZone: 'Europe/London', boardSeesDraft: false, createdAt: at })
    await insertMethod(trx, ids.scan, 1, defaultMethod, at)
    await holdSpecialisms(trx, ids.scan, [idOf('specialism', 0)])
    await insertPanellist(trx, ids.panellist, ids.scan, account, at)
    await addPanelRows(trx, ids.panellist, [idOf('specialism', 0)])
    await markNoticeRead(trx, ids.panellist, at)
    await addDeclaration(trx, ids.panellist, { kind: 'none', statement: '', technologies: [], version: 1 }, at)
    await insertRound(trx, { id: ids.round, scan: ids.scan, number: 1, asksYears: false, closesOn: null })
    const technologies = Array.from({ length: items }, (_, k) => idOf('technology', k))
    await enterIntoScan(trx, ids.scan, technologies, at)
    for (const technology of technologies) await addPairs(trx, ids.round, technology, [idOf('specialism', 0)])
    await freezeScan(trx, ids.scan, at)
    await markOpened(trx, ids.round, at)
  })
  await registry.close()
}

async function insertSitter(trx: Database, id: string): Promise<void> {
  const email = 'sitter@bench.invalid'
  const account = { id, name: 'A sitter', email, roles: ['lead' as const], lookAround: false, passwordHash: null }
  await insertAccount(trx, { ...account, createdAt: at })
  const expiresAt = new Date(Date.now() + 24 * 3_600_000).toISOString()
  const tokenDigest = digestOfToken(sitterToken)
  await insertSession(trx, { id: newId(), tokenDigest, account: id, way: 'password', createdAt: at, expiresAt })
}
