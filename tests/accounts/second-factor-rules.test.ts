import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { awaitedOf } from '../../api/accounts/second-factor/awaited.ts'
import { readCode, recoveryCodeOf, shownCode } from '../../api/accounts/second-factor/code.ts'
import { programOf } from '../../api/accounts/sessions/program.ts'

describe('what a sign-in awaits', () => {
  const by = { way: 'password', roles: ['lead'], hasFactor: false } as const

  it.each([
    ['of a lead by password', by, 'staff', null],
    ['of a lead, where everybody must', by, 'everybody', 'second-factor-set-up'],
    ['of a lead who has one', { ...by, hasFactor: true }, 'staff', 'second-factor'],
    ['of a scanner by an e-mailed link', { ...by, way: 'link', roles: ['scanner'] }, 'staff', 'second-factor-set-up'],
    ['of an administrator who leads too', { ...by, roles: ['lead', 'admin'] }, 'staff', 'second-factor-set-up'],
    ['by single sign-on', { way: 'single-sign-on', roles: ['admin'], hasFactor: true }, 'everybody', null],
    ['of a made-up person', { way: 'look-around', roles: ['admin'], hasFactor: false }, 'everybody', null],
  ] as const)('%s', (_, signIn, of, awaits) =>
    expect(awaitedOf({ ...signIn, roles: [...signIn.roles] }, of)).toBe(awaits),
  )
})

describe('a code as it is typed', () => {
  it.each([
    ['123456', { kind: 'phone', digits: '123456' }],
    [' 123 456 ', { kind: 'phone', digits: '123456' }],
    ['123–456', { kind: 'phone', digits: '123456' }],
    ['12345', null],
    ['1234567', null],
    ['१२३४५६', null],
    ['uuuuuu-uuuuuu-uuuuuu-uuuuuu', null],
    ['OoIiLl-000111-abcdef-ghjkmn', { kind: 'recovery', code: '001111000111abcdefghjkmn' }],
  ])('%j is read', (text, code) => expect(readCode(text)).toEqual(code))

  it('is the recovery code that was shown, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        const code = recoveryCodeOf(bytes)
        expect(code).toHaveLength(24)
        expect(readCode(shownCode(code).toUpperCase())).toEqual({ kind: 'recovery', code })
      }),
    )
  })
})

describe('a program in plain words', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`, 'Edge on Windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E Safari/604.1',
      'Safari on an iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 16; SM-S921B) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on a Mac'],
    ['curl/8.5.0', 'curl'],
    ['<script>alert(1)</script>', ''],
    ['', ''],
  ])('%j', (client, words) => expect(programOf(client)).toBe(words))
})
