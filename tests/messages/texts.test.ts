import { describe, expect, it } from '@jest/globals'
import { failureOf, waitAfter } from '../../api/messages/retry.ts'
import { type MessageFacts, messageText } from '../../api/messages/texts.ts'

const facts: MessageFacts = {
  name: 'Ann One',
  organisation: 'Northfield Network',
  scan: { name: 'Scan 2026', startYear: 2026, endYear: 2036 },
  specialisms: ['Cardiac science', 'Genomics'],
  round: { number: 2, items: 12, answered: 4, minutes: 24, closesOn: '2026-04-30' },
  origin: 'https://offing.example',
  token: null,
  onlyWayIn: null,
}

describe('a message', () => {
  it('says who asks for what, by when, how long it takes, and where', () => {
    const { subject, text } = messageText('invitation', { ...facts, token: 'secret' })
    expect(subject).toBe('Invitation to the panel of Scan 2026')
    for (const part of [
      'Dear Ann One,',
      'Northfield Network',
      'Cardiac science and Genomics',
      '12 technologies',
      'about 24 minutes',
      '30 April 2026',
      'https://offing.example/welcome#secret',
    ])
      expect(text).toContain(part)
    expect(messageText('invitation', facts).text).toContain('sign in here:\nhttps://offing.example/my-answers')
    const withLogin = messageText('invitation', { ...facts, onlyWayIn: 'NHS login' })
    expect(withLogin.text).toContain('sign in with NHS login here:\nhttps://offing.example/my-answers')
  })

  it('reminds of what is left', () => {
    expect(messageText('reminder', facts).text).toContain(
      'You have answered 4 of 12: what is left takes about 16 minutes.',
    )
    const fresh = { ...facts, round: { ...facts.round!, answered: 0 } }
    expect(messageText('reminder', fresh).text).toContain(
      'You have not started yet: 12 technologies, about 24 minutes.',
    )
  })

  it('lets no name begin a line of its own', () => {
    const hostile = { ...facts, name: 'Ann\r\nBcc: all@example.org', scan: { ...facts.scan, name: 'Scan\nX: y' } }
    for (const kind of ['invitation', 'round-opened', 'reminder', 'result'] as const) {
      const { subject, text } = messageText(kind, hostile)
      expect(subject).not.toMatch(/[\r\n]/)
      expect(text).not.toMatch(/^Bcc:/m)
    }
  })
})

describe('after a failure', () => {
  it('waits longer each time, and gives up after the fifth attempt', () => {
    expect([1, 2, 3, 4, 5].map((n) => waitAfter(n))).toEqual([60_000, 300_000, 900_000, 3_600_000, null])
  })

  it.each([
    [
      { code: 'EENVELOPE', responseCode: 550 },
      { reason: 'the mail server refused it (550)', isFinal: true, isServer: false },
    ],
    [
      { code: 'EENVELOPE', responseCode: 450 },
      { reason: 'the mail server put it off (450)', isFinal: false, isServer: false },
    ],
    [{ code: 'ECONNECTION' }, { reason: 'the mail server could not be reached', isFinal: false, isServer: true }],
    [
      { code: 'EAUTH', responseCode: 535 },
      { reason: 'the mail server refused our sign-in', isFinal: false, isServer: true },
    ],
    [{}, { reason: 'it could not be sent', isFinal: false, isServer: false }],
  ])('%j', (error, failure) => {
    expect(failureOf(error)).toEqual(failure)
  })
})
