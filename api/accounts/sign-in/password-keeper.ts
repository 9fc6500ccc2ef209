import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Refusal } from '../../refusal.ts'
import { keptPassword } from './password-rule.ts'

/** argon2id as the OWASP Password Storage Cheat Sheet asks at least: 19 MiB, two passes, one lane. Hashes made with other values are made anew at the next sign-in. */
export const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** At once: each takes 19 MiB and a thread of the few that Node has. */
const mostAtOnce = 2
/** Some three seconds of work. */
const mostWaiting = 80

let running = 0
const waiting: (() => void)[] = []

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(keptPassword(password), hashing))
}

/** Whether a password is the one that was hashed. Without a hash it never is, and takes as long to find out. */
export function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash ?? hashOfNone, keptPassword(password)))
}

/** Whether a hash was made with other values than those of today. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash)
  return memoryCost !== hashing.memoryCost || timeCost !== hashing.timeCost || parallelism !== hashing.parallelism
}

/** In the form of a hash, but of no password that anybody could find. */
const hashOfNone = `$argon2id$v=19$m=${hashing.memoryCost},t=${hashing.timeCost},p=${hashing.parallelism}$${zeros(16)}$${zeros(32)}`

function zeros(bytes: number): string {
  return Buffer.alloc(bytes).toString('base64').replace(/=+$/, '')
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < mostAtOnce) running++
  else if (waiting.length >= mostWaiting) throw new Refusal('too-many-requests', busy, { retryAfter: 5 })
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const busy = 'Many people are signing in just now. Wait a few seconds, then try again.'
