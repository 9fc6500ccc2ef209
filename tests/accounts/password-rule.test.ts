import { describe, expect, it } from '@jest/globals'
import { ensureGoodPassword } from '../../api/accounts/sign-in/password-checker.ts'
import { hashing, hashPassword, isOutdated, isPassword } from '../../api/accounts/sign-in/password-keeper.ts'
import { lengthOfPassword } from '../../api/accounts/sign-in/password-rule.ts'

const owner = {
  name: 'Adaeze Scott-Lovelace',
  email: 'adaeze.scott@leeds.example',
  organisation: 'Leeds Imaging Trust',
}
const isTaken = (password: string) =>
  ensureGoodPassword(password, owner).then(
    () => 'taken',
    (error: Error) => error.message,
  )

describe('a password', () => {
  it.each([
    'a long enough phrase',
    'correct horse battery staple',
    '15 signs exactly',
    'ÆØÅ æøå ÆØÅ æøå',
    '密码密码很长很长的一句话今天写',
    '🦊🐙🦉🐝🐢🦕🐬🦔🐿🦩🐘🦒🐑🐦🐟',
    '839274650192847',
    'a'.repeat(8).concat(' is a letter'),
    'trustworthy horses imagine leeds',
    'x7!Kq0-Zp$4mVw9b',
    '  spaces count too  ',
  ])('like “%s” is taken, whatever signs it is made of', async (password) => {
    expect(await isTaken(password)).toBe('taken')
  })

  it('counts in characters, and one that is put together of two counts as one', async () => {
    expect(lengthOfPassword('🦊'.repeat(15))).toBe(15)
    expect(lengthOfPassword('e\u0301'.repeat(15))).toBe(15)
    expect(await isTaken('é'.repeat(7).concat('abcdefg'))).toMatch(/at least 15 characters/)
    expect(await isTaken('four words or five '.repeat(52))).toBe('taken')
    expect(await isTaken(`${'four words or five '.repeat(52)}${'and a half more '.repeat(4)}`)).toMatch(/at most 1000/)
  })

  it.each([
    'passwordpassword',
    'PasswordPassword',
    'passwordpassword1',
    'password20262026',
    'Qwertyuiop123456!',
    'letmeinletmeinletmein',
    'letmeinletmeinl',
    '1qaz2wsx3edc4rfv',
    'aaaaaaaaaaaaaaa',
    'aaaaaaaaaaaa123',
    'abababababababa',
    'abcabcabcabcabc',
    '123456789012345',
    '987654321098765',
    'abcdefghijklmnop',
    '!!!!!monkey!!!!!',
  ])('like “%s” is refused as one that is tried first', async (password) => {
    expect(await isTaken(password)).toMatch(/^This is one of the passwords that are tried first/)
  })

  it.each([
    'adaeze.scott@leeds.example',
    'AdaezeScottLovelace',
    'Adaeze Scott 1978',
    'offingoffingoffing',
    'Offing2026Offing!',
    'LeedsImagingTrust1',
    'scott-password-scott',
  ])('like “%s” is refused as what others know of its owner', async (password) => {
    expect(await isTaken(password)).toMatch(/^This is little more than a name or address of yours/)
  })

  it('is repeated in no refusal', async () => {
    for (const password of ['passwordpassword', 'AdaezeScottLovelace', 'short-it-is'])
      expect(await isTaken(password)).not.toContain(password)
  })
})

describe('the hash of a password', () => {
  it('is argon2id, fits however the characters were put together, and no other password', async () => {
    const hash = await hashPassword('Zoë likes long walks')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(hash, 'Zoe\u0308 likes long walks')).toBe(true)
    expect(await isPassword(hash, 'Zoe likes long walks')).toBe(false)
    expect(await isPassword(null, 'Zoë likes long walks')).toBe(false)
    expect(isOutdated(hash)).toBe(false)
    expect(isOutdated(hash.replace(`m=${hashing.memoryCost}`, 'm=9216'))).toBe(true)
  })

  it('is made for two at once; the others wait, and far too many are sent away', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 90 }, () => isPassword(undefined, 'anything at all')))
    const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    expect(refused).toHaveLength(90 - 82)
    expect(refused[0]!.reason).toMatchObject({ code: 'too-many-requests', retryAfter: 5 })
    expect(await isPassword(undefined, 'after that')).toBe(false)
  })
})
