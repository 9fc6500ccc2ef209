import type { Request, RequestHandler } from 'express'
import type { Operation } from '../contract/operation.ts'
import { paths } from '../contract/paths.ts'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { accessOf } from './access.ts'
import { Allowance } from './allowance.ts'
import { networkOf } from './limit.ts'

/** Files that one caller may have made or read in at the same time. */
const mostFilesAtOnce = 3

/** How much one caller may ask: people and machines by their account, everybody else by address, since a hospital shares one. */
export class Limits {
  private readonly ofVisitors: Allowance
  private readonly ofAccounts: Allowance
  private readonly files = new Map<string, number>()
  private readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
    this.ofVisitors = new Allowance(settings.visitorRequests)
    this.ofAccounts = new Allowance(settings.accountRequests)
  }

  /** Throws 429 where a caller has asked for too much in this minute. `account` is undefined where nobody is signed in. */
  count(operation: Operation, account: string | undefined, req: Request, nowMs: number): void {
    const wait = account
      ? this.ofAccounts.spend(account, costOf(operation), nowMs)
      : this.ofVisitors.spend(networkOf(req, this.settings), costOf(operation), nowMs)
    if (wait !== undefined)
      throw tooMany(wait, `Too much was asked in one minute. Wait ${wait} seconds, then try again.`)
  }

  /** Before the body of an operation with a file is read: throws 429 where a caller has too many under way. */
  readonly oneMoreFile: RequestHandler = (req, res, next) => {
    const caller = accessOf(res).account?.id ?? networkOf(req, this.settings)
    const underWay = this.files.get(caller) ?? 0
    if (underWay >= mostFilesAtOnce)
      throw tooMany(5, `${mostFilesAtOnce} of your files are being worked on. Wait for one, then try again.`)
    this.files.set(caller, underWay + 1)
    res.once('close', () => this.endOfFile(caller))
    next()
  }

  private endOfFile(caller: string): void {
    const left = (this.files.get(caller) ?? 0) - 1
    if (left > 0) this.files.set(caller, left)
    else this.files.delete(caller)
  }
}

/** What an operation takes from an allowance, as against a read that is ready: about as it costs the machine. */
export function costOf(operation: Operation): number {
  if (isOfFile(operation)) return 50
  if (operation.method !== 'get') return 5
  return operation.path === paths.search ? 3 : 1
}

/** Whether it makes or takes a file, which costs seconds and room. */
export function isOfFile({ takes, path }: Operation): boolean {
  return takes !== undefined || (/\.\w+$/.test(path) && path !== paths.openapi)
}

function tooMany(retryAfter: number, detail: string): Refusal {
  return new Refusal('too-many-requests', detail, { retryAfter })
}
