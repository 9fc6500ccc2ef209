import { invalid } from '../../refusal.ts'
import { problemOfPassword } from './password-rule.ts'

/** Whose password it will be. */
export interface Owner {
  name: string
  email: string
  organisation: string
}

/** Refuses a password that the rule does not take, in words that do not repeat it. `pointer` is where the request names it. */
export async function ensureGoodPassword(password: string, owner: Owner, pointer = '/password'): Promise<void> {
  const common = await commonPasswords()
  const own = [owner.name, owner.email, owner.organisation]
  const problem = problemOfPassword(password, { own, isCommon: (text) => common.has(text) })
  if (problem) throw invalid(pointer, problem)
}

/** Some 50,000, taken from what leaked elsewhere. Loaded when somebody chooses a password: most starts of the program see nobody do so. */
let known: Promise<ReadonlySet<string>> | undefined
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return known
}
