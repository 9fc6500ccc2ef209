import { setTimeout as pause } from 'node:timers/promises'
import type { Registry } from '../../../db/open.ts'
import { findSignInByEmail, type SignInAccount } from '../../../db/passwords.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { Mailer } from '../../messages/mailer.ts'
import type { MessageText } from '../../messages/texts.ts'
import { newToken } from '../../secrets.ts'
import { keptForm } from '../mail-address.ts'
import { type LetterFacts, madeLinkLetter, passwordChangedLetter, resetLetter, signInLetter } from './letters.ts'
import { makeLinks } from './link-commands.ts'

export interface LetterParts {
  registry: Registry
  mailer: Pick<Mailer, 'deliver'>
  organisation: string
  origin: string
}

/** What somebody asks to be sent, by the address that they typed. */
export interface LinkWanted {
  email: string
  purpose: 'sign-in' | 'password-reset'
  /** The page that they wanted to see. */
  next?: string | undefined
}

const waitsMs = [0, 20_000, 120_000]
/** Being written or sent at once; each is a few hundred bytes. */
const mostOpen = 500

/**
 * Writes to people about their own accounts. What it is asked is done after the answer has gone, so that nobody can tell by its time
 * whether there is such an account; and it is kept in memory alone, since letters hold secrets. What is lost when the program stops is asked
 * for again.
 */
export class LetterKeeper {
  private readonly parts: LetterParts
  private readonly open = new Set<Promise<void>>()
  private readonly stopping = new AbortController()
  private failed: (error: unknown) => void = () => {}

  constructor(parts: LetterParts) {
    this.parts = parts
  }

  /** `failed` hears of letters that could not be sent, without names and addresses. */
  start(failed: (error: unknown) => void): void {
    this.failed = failed
  }

  /** Sends a link to whoever has the address, if there is an account that may be used. Tells nobody whether there is. */
  sendLink(wanted: LinkWanted, by: By): void {
    this.soon(async () => {
      const made = await this.makeLink(wanted, by)
      if (!made) return
      const { account, token } = made
      const facts = this.factsFor(account)
      const isReset = wanted.purpose === 'password-reset'
      await this.send(account, isReset ? resetLetter(facts, token) : signInLetter(facts, token, wanted.next))
    })
  }

  /** Sends a link that an administrator has made, at once; false where the mail server does not take it, so that it has to be passed on by hand. */
  async sendMadeLink(
    to: Pick<SignInAccount, 'name' | 'email'>,
    purpose: 'invitation' | 'password-reset',
    address: string,
  ): Promise<boolean> {
    const text = madeLinkLetter(this.factsFor(to), purpose, address)
    return (await this.parts.mailer.deliver({ id: newToken(), to, text })) === undefined
  }

  /** Tells the owner that their password was changed. */
  tellPasswordChanged(account: SignInAccount): void {
    this.soon(() => this.send(account, passwordChangedLetter(this.factsFor(account))))
  }

  /** Resolves when all that was asked is sent, or given up. */
  async settled(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.open)
  }

  /** Lets what is being sent be sent, and tries nothing again. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.settled()
  }

  private soon(work: () => Promise<void>): void {
    if (this.stopping.signal.aborted) return
    if (this.open.size >= mostOpen) {
      this.failed(new Error('too many letters about accounts at once'))
      return
    }
    const done = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error) => this.failed(error))
      .finally(() => this.open.delete(done))
    this.open.add(done)
  }

  private async makeLink({ email, purpose }: LinkWanted, by: By) {
    const { registry } = this.parts
    const address = keptForm(email)
    if (!(await findSignInByEmail(registry.read, address))) return undefined
    return perform(
      registry,
      { ...by, account: null, once: undefined },
      async (trx, record) => {
        const account = await findSignInByEmail(trx, address)
        if (!account) return undefined
        const token = (await makeLinks(trx, [account.id], purpose, by.at)).get(account.id)!
        record({ action: 'link.ask', objectKind: 'account', objectId: account.id, details: { purpose } })
        return { account, token }
      },
      { redraws: false },
    )
  }

  private factsFor({ name }: Pick<SignInAccount, 'name'>): LetterFacts {
    const { organisation, origin } = this.parts
    return { name, organisation, origin }
  }

  private async send({ name, email }: SignInAccount, text: MessageText): Promise<void> {
    const id = newToken()
    const { signal } = this.stopping
    for (const [attempt, wait] of waitsMs.entries()) {
      if (wait > 0) await pause(wait, undefined, { signal, ref: false }).catch(() => {})
      if (attempt > 0 && signal.aborted) return
      const failure = await this.parts.mailer.deliver({ id, to: { name, email }, text })
      if (!failure) return
      if (failure.isFinal || attempt === waitsMs.length - 1) {
        this.failed(new Error(`a letter about an account was not sent: ${failure.reason}`))
        return
      }
    }
  }
}
