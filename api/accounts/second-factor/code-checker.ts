import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Database } from '../../../db/open.ts'
import { findSecondFactor, setLastStep, spendRecoveryCode } from '../../../db/second-factors.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { digestOfToken } from '../../secrets.ts'
import { readCode } from './code.ts'

/** One step of time (RFC 6238, 5.2) either way: phones and servers do not keep the same time to the second. */
const driftSeconds = 30

/** A new secret of 160 bits (RFC 4226, 4), in base 32, and the address that a QR code holds. */
export function newSecret(of: { issuer: string; label: string }): { secret: string; address: string } {
  const secret = generateSecret()
  return { secret, address: generateURI({ ...of, secret }) }
}

/** The step of time that six digits belong to; null where they are no code of this secret now. `at`: ISO 8601. */
export function stepOfCode(secret: string, digits: string, at: string): number | null {
  const epoch = Math.floor(Date.parse(at) / 1000)
  const result = verifySync({ secret, token: digits, epoch, epochTolerance: driftSeconds })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/**
 * Takes a code of an account's second factor, once: from the phone, or a recovery code. Refuses any other, and one that was taken before;
 * says which it was.
 */
export async function takeCode(
  trx: Database,
  account: string,
  text: string,
  at: string,
): Promise<'phone' | 'recovery'> {
  const factor = await findSecondFactor(trx, account)
  if (!factor?.secret) throw new Refusal('conflict', 'Your account has no second factor.')
  const code = readCode(text)
  if (code?.kind === 'recovery' && (await spendRecoveryCode(trx, account, digestOfToken(code.code)))) return 'recovery'
  const step = code?.kind === 'phone' ? stepOfCode(factor.secret, code.digits, at) : null
  if (step === null || step <= factor.lastStep) throw wrongCode()
  await setLastStep(trx, account, step)
  return 'phone'
}

export function wrongCode(): Refusal {
  const what = 'This code is not right, or it was used already. Give the code that the app on your phone shows now.'
  return invalid('/code', what)
}
