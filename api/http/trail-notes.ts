import { extname } from 'node:path'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { belongsInTrail } from '../audit/refusals.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { TrailLog } from '../audit/trail-keeper.ts'
import type { Operation } from '../contract/operation.ts'
import { visitorAddress } from './visitor.ts'
import type { World } from './world.ts'

/** Tells the trail's keeper of each request that was refused, after the answer: it costs nobody anything. */
export function noteRefusals({ trail, settings, now }: World): RequestHandler {
  return (req, res, next) => {
    res.once('finish', () => {
      const { asks = null, via = 'page', operation = null, concerns = null } = res.locals
      const asked = { status: res.statusCode, operation, account: asks }
      if (!belongsInTrail(asked)) return
      trail.refused({ ...asked, concerns, via, address: visitorAddress(req, settings), at: now().toISOString() })
    })
    next()
  }
}

/** Texts that people searched by may hold names; that there was one is enough. */
const withheld = /^q$/

/** What the trail says of a file that leaves: which, by its address, and in which format. */
export function exportOf(operation: Operation, req: Request): AuditNote {
  const address = new URL(req.originalUrl, 'http://offing')
  for (const name of [...address.searchParams.keys()].filter((one) => withheld.test(one)))
    address.searchParams.set(name, '…')
  const details = { address: decoded(`${address.pathname}${address.search}`), format: formatOf(operation) }
  return { action: 'export', objectKind: 'operation', objectId: operation.id, details }
}

const formatOf = ({ path, media }: Operation) => extname(path).slice(1) || media || 'json'

const longestAddress = 2_000

function decoded(address: string): string {
  try {
    return decodeURI(address).slice(0, longestAddress)
  } catch {
    return address.slice(0, longestAddress)
  }
}

/** What the trail's keeper tells, in the program's own log. */
export function trailLog(log: Logger): TrailLog {
  return {
    failed: (error, entries, held) =>
      log.error(
        { err: error, entries: entries.slice(0, 100) },
        `the trail could not be written${held ? '; it will be' : ''}`,
      ),
    head: (head) => log.info({ auditHead: head ?? null }, `the audit trail ends with entry ${head?.seq ?? 0}`),
  }
}
