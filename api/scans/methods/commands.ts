import { insertMethod, methodOf } from '../../../db/methods.ts'
import type { Registry } from '../../../db/open.ts'
import type { ScanHead } from '../../../db/scans.ts'
import { type By, perform } from '../../audit/perform.ts'
import { changesBetween } from '../../audit/trail.ts'
import type { Approval, ChangeMethodRequest } from '../../contract/method.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { getScan } from '../commands.ts'
import type { Method } from '../method.ts'
import { problemsOfMethod } from '../method-problems.ts'
import { toMethodVersion } from './reader.ts'

/**
 * Gives a scan a new version of its method, all parameters at once, with who approved it. Refuses by name what cannot work,
 * and any change once the first round has opened.
 */
export async function changeMethod(
  registry: Registry,
  reference: string,
  request: ChangeMethodRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const present = await methodOf(trx, scan.id)
    const { approval, ...parameters } = request
    const method = parameters as unknown as Method
    const changes = changesBetween(present.method, method)
    const isSameApproval = JSON.stringify(approval) === JSON.stringify(present.approval)
    if (Object.keys(changes).length === 0 && isSameApproval && seen.kind !== 'none') return
    ensureSeen(seen, toMethodVersion(present, scan))
    ensureNotLocked(scan)
    ensureItCanWork(method, scan)
    ensureNotAhead(approval, scan, by.at)
    const version = present.version + 1
    await insertMethod(trx, scan.id, version, method, by.at, approval)
    // Who approved it may be a person's name, which has no place in the trail.
    const details = { version, changes, approvedOn: approval?.on ?? null }
    record({ action: 'method.change', objectKind: 'scan', objectId: scan.id, details })
  })
}

function ensureNotLocked(scan: ScanHead): void {
  if (!scan.frozenAt) return
  const opened = scan.frozenAt.slice(0, 10)
  throw new Refusal(
    'conflict',
    `Round 1 of ${scan.name} opened on ${opened}, and its method has been fixed since. Change the method of the next scan.`,
  )
}

function ensureItCanWork(method: Method, scan: ScanHead): void {
  const problems = problemsOfMethod(method, { startYear: scan.startYear, years: scan.horizonYears })
  const [first] = problems
  if (!first) return
  const errors = problems.map(({ parameter, detail }) => ({ pointer: `/${parameter}`, detail }))
  throw new Refusal('invalid', first.detail, { errors })
}

function ensureNotAhead(approval: Approval | null, scan: ScanHead, at: string): void {
  const today = new Date(at).toLocaleDateString('sv-SE', { timeZone: scan.timeZone })
  if (approval && approval.on > today)
    throw invalid('/approval/on', `The day of the approval cannot be ahead. You sent ${repeated(approval.on)}.`)
}
