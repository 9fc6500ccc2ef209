import { randomBytes } from 'node:crypto'
import type { Database } from '../../../db/open.ts'
import { findPerson } from '../../../db/people.ts'
import {
  deleteSecondFactor,
  findSecondFactor,
  putInForce,
  setRecoveryCodes,
  setWaitingSecret,
} from '../../../db/second-factors.ts'
import { deleteIncompleteSessions, type StoredSession } from '../../../db/sessions.ts'
import { perform } from '../../audit/perform.ts'
import type { AuditNote } from '../../audit/trail.ts'
import type { SecondFactorSecret } from '../../contract/second-factor.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { digestOfToken } from '../../secrets.ts'
import { type OpenedSession, renewSession } from '../sessions/session-commands.ts'
import type { Asking, SignInParts } from '../sign-in/sign-in-commands.ts'
import { isRequired, type RequiredOf } from './awaited.ts'
import { readCode, recoveryCodeBytes, recoveryCodeCount, recoveryCodeOf, shownCode } from './code.ts'
import { newSecret, stepOfCode, takeCode, wrongCode } from './code-checker.ts'

/** Whose second factor it is, and who asks. */
export interface Owner extends Asking {
  session: StoredSession
}

type Act<T> = (trx: Database, record: (note: AuditNote) => void) => Promise<T>

/** Completes a sign-in that awaits a code; the session goes on under a new secret. */
export async function giveSecondFactor(parts: SignInParts, code: string, owner: Owner): Promise<OpenedSession> {
  const { session, by } = owner
  if (session.awaits !== 'second-factor') throw new Refusal('conflict', 'Your sign-in is complete already.')
  return attempt(parts, owner, async (trx, record) => {
    const kind = await takeCode(trx, session.account.id, code, by.at)
    record(noteOf('second-factor.give', session, { kind }))
    return renewSession(trx, session)
  })
}

/** Makes a secret, which waits until a code of it is given. Who has a second factor shows it first, so that a session left open replaces none. */
export async function beginSecondFactor(
  parts: SignInParts,
  code: string | undefined,
  owner: Owner,
): Promise<SecondFactorSecret> {
  const { session, by } = owner
  const account = session.account.id
  return attempt(parts, owner, async (trx, record) => {
    const present = await findSecondFactor(trx, account)
    if (present?.secret && code === undefined) throw invalid('/code', 'Give a code of your present second factor.')
    if (present?.secret) await takeCode(trx, account, code!, by.at)
    const label = (await findPerson(trx, account))!.email
    const made = newSecret({ issuer: `Offing (${parts.organisation})`, label })
    await setWaitingSecret(trx, account, made.secret)
    record(noteOf('second-factor.begin', session))
    return made
  })
}

/**
 * Puts the waiting secret into force by a code of it, with new recovery codes. The session goes on under a new secret, and sign-ins of this
 * account that were not complete end: they were asked for something else.
 */
export async function confirmSecondFactor(parts: SignInParts, text: string, owner: Owner) {
  const { session, by } = owner
  const account = session.account.id
  return attempt(parts, owner, async (trx, record) => {
    const waiting = (await findSecondFactor(trx, account))?.waitingSecret
    if (!waiting) throw new Refusal('conflict', 'Begin to set up your second factor first.')
    const code = readCode(text)
    const step = code?.kind === 'phone' ? stepOfCode(waiting, code.digits, by.at) : null
    if (step === null) throw wrongCode()
    await putInForce(trx, account, step, by.at)
    await deleteIncompleteSessions(trx, account, session.id)
    record(noteOf('second-factor.set-up', session))
    return { recoveryCodes: await newRecoveryCodes(trx, account), opened: await renewSession(trx, session) }
  })
}

/** Makes ten new recovery codes, by a code. */
export async function renewRecoveryCodes(parts: SignInParts, code: string, owner: Owner): Promise<string[]> {
  const { session, by } = owner
  return attempt(parts, owner, async (trx, record) => {
    await takeCode(trx, session.account.id, code, by.at)
    record(noteOf('second-factor.recovery-codes', session))
    return newRecoveryCodes(trx, session.account.id)
  })
}

/** Removes one's own second factor by a code, unless the account must have one. */
export async function removeSecondFactor(
  parts: SignInParts,
  code: string,
  owner: Owner,
  of: RequiredOf,
): Promise<OpenedSession> {
  const { session, by } = owner
  const { id, roles } = session.account
  if (isRequired(roles, of))
    throw new Refusal('conflict', 'Your account must have a second factor. You can set up another phone instead.')
  return attempt(parts, owner, async (trx, record) => {
    await takeCode(trx, id, code, by.at)
    await deleteSecondFactor(trx, id)
    await deleteIncompleteSessions(trx, id, session.id)
    record(noteOf('second-factor.remove', session))
    return renewSession(trx, session)
  })
}

/** An act that takes a code: slowed down after wrong ones. Nothing of it is kept with an Idempotency-Key, since it gives out secrets. */
function attempt<T>({ registry, attempts }: SignInParts, { session, by, network }: Owner, act: Act<T>): Promise<T> {
  const { id } = session.account
  return attempts.attempt('code', { who: id, network, at: by.at }, () =>
    perform(registry, { ...by, once: undefined }, act, { redraws: false }),
  )
}

async function newRecoveryCodes(trx: Database, account: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(recoveryCodeBytes)))
  await setRecoveryCodes(trx, account, codes.map(digestOfToken))
  return codes.map(shownCode)
}

function noteOf(action: string, { account }: StoredSession, details: AuditNote['details'] = {}): AuditNote {
  return { action, objectKind: 'account', objectId: account.id, details }
}
