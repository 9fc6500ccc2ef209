import { afterEach, describe, expect, it } from '@jest/globals'
import { readSettings } from '../../api/settings.ts'
import { createWorld } from '../../api/world.ts'
import { auditTrail } from '../../db/audit.ts'
import { claimMessage, nextDue } from '../../db/messages.ts'
import { headerOf, startMailServer, textOf } from '../support/mail-server.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await closeTestRegistries()
})

/** A registry that sends mail to a real server, with a clock that the test moves. */
async function withMail(people: number) {
  const mail = await startMailServer()
  let now = new Date('2026-03-02T09:00:00.000Z')
  const settings = {
    SMTP_URL: mail.url,
    MAIL_FROM: 'Scan <scan@trust.example>',
    OFFING_ORIGIN: 'http://offing.example',
  }
  const registry = await createTestRegistry({ settings, now: () => now })
  const { scanner, given, world, addPerson } = registry
  const mailer = world.mailer!
  stops.push(async () => {
    await mailer.stop()
    await mail.stop()
  })
  const scan = await given.scan({ 'cardiac-science': people })
  const path = `/scans/${scan.slug}/messages`
  const write = async (kind: string, to: unknown = 'all') => {
    const { body } = await scanner.post(path, { kind, to }).expect(201)
    await mailer.sendDue()
    return body
  }
  // A session lasts an hour, and the clock may have moved on.
  const list = async () => (await (await addPerson(['scanner'])).get(path).expect(200)).body
  const states = async () => (await list()).states
  const later = async (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
    await mailer.sendDue()
  }
  return { ...registry, mail, mailer, scan, path, write, list, states, later, settings, clock: () => now }
}

describe('with a mail server', () => {
  it('sends an invitation to each, once, with a link of their own', async () => {
    const { mail, write, states, scanner, path, registry } = await withMail(3)

    expect(await write('invitation', 'all')).toEqual({ created: 3, waiting: 0, delivery: 'smtp' })

    expect(mail.received.flatMap(({ to }) => to).sort()).toEqual([2, 3, 4].map((n) => `person-${n}@test.example`))
    const links = mail.received.map((one) => /http:\/\/offing\.example\/welcome#([\w-]{43})/.exec(textOf(one))![1]!)
    expect(new Set(links).size).toBe(3)
    expect(await states()).toEqual({ 'to-copy': 0, queued: 0, sending: 0, sent: 3, failed: 0 })
    expect(await write('invitation', 'not-invited-yet')).toMatchObject({ created: 0 })
    expect(headerOf(mail.received[0]!, 'From')).toBe('Scan <scan@trust.example>')
    expect(headerOf(mail.received[0]!, 'Auto-Submitted')).toBe('auto-generated')
    const trail = JSON.stringify(await auditTrail(registry.read))
    expect(trail).not.toMatch(/@test\.example|lead \d/)
    for (const link of links) expect(trail).not.toContain(link)
    await scanner.post(`${path}/rendered`, {}).expect(409)
    await scanner.post(`${path}/merge.csv`, {}).expect(409)
  })

  it('tries again with growing delay where the server puts it off, and gives up after five attempts', async () => {
    const { mail, write, list, states, later, addPerson, path } = await withMail(1)
    mail.refuse.set('*', 450)
    await write('invitation')
    expect(await states()).toMatchObject({ queued: 1 })
    for (const minutes of [0.5, 0.6, 5, 15]) await later(minutes)
    expect(await states()).toMatchObject({ queued: 1 })
    await later(60)
    expect(await states()).toMatchObject({ failed: 1 })
    const [message] = (await list()).items
    expect(message).toMatchObject({ attempts: 5, failure: 'the mail server put it off (450)' })

    mail.refuse.clear()
    const colleague = await addPerson(['scanner'])
    await colleague.post(`${path}/again`, { messages: [message.id] }).expect(200)
    await later(0)
    expect(await states()).toMatchObject({ sent: 1, failed: 0 })
    expect(mail.received).toHaveLength(1)
  })

  it('tries again after a first refusal, and the message then arrives', async () => {
    const { mail, write, states, later } = await withMail(1)
    mail.refuse.set('*', 451)
    await write('invitation')
    mail.refuse.clear()
    await later(1.1)
    expect(await states()).toMatchObject({ sent: 1 })
  })

  it('gives up at once on an address that is refused for good, without a word of it, and sends the others', async () => {
    const { mail, write, states, scanner, path } = await withMail(2)
    mail.refuse.set('person-2@test.example', 550)
    await write('invitation')
    expect(await states()).toMatchObject({ sent: 1, failed: 1 })
    const { body } = await scanner.get(path)
    expect(JSON.stringify(body)).not.toContain('@test.example')
  })

  it('waits while the server cannot be reached, without using up everybody’s attempts', async () => {
    const { mail, write, states, later, scanner, path } = await withMail(3)
    await mail.stop()
    await write('invitation')
    expect(await states()).toMatchObject({ queued: 3 })
    const { items } = (await scanner.get(path)).body
    expect(items.filter(({ attempts }: { attempts: number }) => attempts > 0)).toHaveLength(1)
    const again = await startMailServer({ port: mail.port })
    stops.unshift(again.stop)
    await later(2)
    expect(await states()).toMatchObject({ sent: 3 })
    expect(again.received).toHaveLength(3)
  })

  it('is sent once by two processes at once', async () => {
    const { mail, registry, scan, scanner, path, clock, mailer, settings } = await withMail(12)
    const other = createWorld({
      registry,
      settings: readSettings({ OFFING_LOG: 'none', ...settings }),
      now: clock,
    }).mailer!
    stops.unshift(() => other.stop())
    await scanner.post(path, { kind: 'invitation', to: 'all' }).expect(201)
    await Promise.all([mailer.sendDue(), other.sendDue()])
    expect(mail.received).toHaveLength(12)
    expect(new Set(mail.received.map((one) => headerOf(one, 'Message-ID'))).size).toBe(12)
    expect(scan.slug).toBeTruthy()
  })

  it('takes up what a process left in the middle of sending', async () => {
    const { mail, registry, write, states, later } = await withMail(1)
    mail.refuse.set('*', 450)
    await write('invitation')
    mail.refuse.clear()
    const due = (await nextDue(registry.read, '2026-03-02T10:00:00.000Z'))!
    await registry.transaction((trx) => claimMessage(trx, due, '2026-03-02T09:12:00.000Z'))
    await later(11)
    expect(await states()).toMatchObject({ sending: 1 })
    await later(2)
    expect(await states()).toMatchObject({ sent: 1 })
  })

  it('writes of a round to those only whom it asks, and reminds those only who are not finished', async () => {
    const { mail, write, scanner, path, given, scan } = await withMail(2)
    await scanner.post(path, { kind: 'reminder', to: 'all' }).expect(409)
    await scanner.post(path, { kind: 'result', to: 'all' }).expect(409)
    const monitor = await given.technology('Monitor')
    const round = await given.openRound(scan, [monitor], { closesOn: '2026-04-30' })
    expect(await write('round-opened')).toMatchObject({ created: 2 })
    await given.answer(scan.leads['cardiac-science']![0]!, round, monitor, 'cardiac-science', { impact: 7 })
    expect(await write('reminder', 'not-finished')).toMatchObject({ created: 1 })
    expect(textOf(mail.received.at(-1)!)).toContain('30 April 2026')
    await given.closeRound(round)
    expect(await write('result')).toMatchObject({ created: 2 })
    expect(textOf(mail.received.at(-1)!)).toContain('http://offing.example/ranking')
  })

  it('does not write to somebody who has left meanwhile', async () => {
    const { mail, scanner, path, scan, states, later, addPerson } = await withMail(1)
    mail.refuse.set('*', 450)
    await scanner.post(path, { kind: 'invitation', to: 'all' }).expect(201)
    await later(0)
    const [member] = (await scanner.get(`/scans/${scan.slug}/panel`)).body.items
    const successor = await addPerson(['lead'])
    await scanner.post(`/scans/${scan.slug}/panel/${member.id}/hand-over`, { to: successor.account }).expect(201)
    mail.refuse.clear()
    await later(2)
    expect(await states()).toMatchObject({ failed: 1 })
    expect(mail.received).toHaveLength(0)
  })
})

describe('the settings for mail', () => {
  const read = (more: Record<string, string>) => () =>
    readSettings({
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'a@b.example',
      OFFING_ORIGIN: 'https://o.example',
      ...more,
    })

  it('come together, and name what is wrong without repeating a password', () => {
    expect(read({})().mail).toEqual({ url: 'smtp://mail.example', from: 'a@b.example', origin: 'https://o.example' })
    expect(read({ SMTP_URL: '' })().mail).toBeUndefined()
    expect(read({ MAIL_FROM: '' })).toThrow('MAIL_FROM')
    expect(read({ OFFING_ORIGIN: '' })).toThrow('OFFING_ORIGIN')
    for (const wrong of ['http://mail.example', 'mail.example', 'smtp://', 'smtp://a b', 'smtp://u:secret@h/path'])
      expect(read({ SMTP_URL: wrong })).toThrow(/SMTP_URL(?!.*secret)/)
    for (const wrong of ['nobody', 'A <a@b.example>, b@c.example', 'A\nBcc: x <a@b.example>'])
      expect(read({ MAIL_FROM: wrong })).toThrow('MAIL_FROM')
  })
})
