import request from 'supertest'
import { addAccount } from '../../api/accounts/commands.ts'
import type { Role } from '../../api/contract/session.ts'
import { startMailServer, textOf } from './mail-server.ts'
import { createTestRegistry } from './test-registry.ts'

export const presentPassword = 'a long enough phrase'

/** A registry that writes to people by a real mail server, on a clock that the test moves, and somebody with a password. */
export async function givenMail({ role = 'lead', webFolder }: { role?: Role; webFolder?: string } = {}) {
  const mail = await startMailServer()
  // About the present, because an agent keeps no cookie that has run out by its own clock.
  let now = new Date()
  const settings = {
    SMTP_URL: mail.url,
    MAIL_FROM: 'Scan <scan@trust.example>',
    OFFING_ORIGIN: 'http://offing.example',
  }
  const registry = await createTestRegistry({ settings, now: () => now, ...(webFolder && { webFolder }) })
  const letters = registry.world.letters!
  const failures: string[] = []
  letters.start((error) => failures.push((error as Error).message))
  const ada = { name: 'Ada Lovelace', email: 'ada@example.org', roles: [role], password: presentPassword }
  const { id } = await addAccount(registry.registry, ada, { account: null, at: now.toISOString() })
  return {
    ...registry,
    mail,
    failures,
    ada: { id, email: ada.email },
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    browser: () => request.agent(registry.app),
    /** The texts that have arrived so far. */
    letters: async () => {
      await letters.settled()
      return mail.received.map(textOf)
    },
    /** The secret of the last link that has arrived. */
    secret: async () => {
      await letters.settled()
      return /#([\w-]{43})/.exec(textOf(mail.received.at(-1)!))![1]!
    },
    stop: async () => {
      await letters.stop()
      await registry.world.mailer!.stop()
      await mail.stop()
    },
  }
}
