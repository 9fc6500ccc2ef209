import { describe, expect, it } from '@jest/globals'
import { addressFrom, mergedClaims, nameFrom, valuesAt } from '../../../api/accounts/single-sign-on/claims.ts'
import { readRoles, rolesAfter, rolesFrom } from '../../../api/accounts/single-sign-on/roles-claim.ts'

describe('the values of a claim', () => {
  it.each([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ groups: 'a' }, 'groups', ['a']],
    [{ groups: ['a', 1, null, { b: 'c' }] }, 'groups', ['a']],
    [{ realm_access: { roles: ['a'] } }, 'realm_access.roles', ['a']],
    [{ 'https://example.org/roles': ['a'] }, 'https://example.org/roles', ['a']],
    [{ realm_access: null }, 'realm_access.roles', []],
    [{}, 'constructor.name', []],
    [{}, 'groups', []],
  ])('in %j at %s are %j', (claims, place, values) => expect(valuesAt(claims, place)).toEqual(values))
})

describe('the roles of the setting', () => {
  it.each([
    ['scan=scanner', { scan: ['scanner'] }],
    [' scan = scanner , papers=board,', { scan: ['scanner'], papers: ['board'] }],
    ['scan=scanner,scan=admin', { scan: ['scanner', 'admin'] }],
    [
      'CN=Scan,OU=Groups=scanner,CN=Board,OU=Groups=board',
      { 'CN=Scan,OU=Groups': ['scanner'], 'CN=Board,OU=Groups': ['board'] },
    ],
    ['scan=chief', null],
    ['scan=scanner,papers', null],
    ['=scanner', null],
    ['', null],
  ])('%j gives %j', (text, given) => {
    expect(readRoles(text)).toEqual(given && new Map(Object.entries(given)))
  })

  it('are given once, and only by the values that are named', () => {
    const given = readRoles('a=scanner,b=scanner,b=board')!
    expect(rolesFrom({ groups: ['b', 'a', 'c'] }, { claim: 'groups', given })).toEqual(['board', 'scanner'])
    expect(rolesFrom({ groups: ['A', 'toString'] }, { claim: 'groups', given })).toEqual([])
  })

  it('leave a lead on a panel a lead, make none of anybody else, and where there is no claim change nothing', () => {
    expect(rolesAfter(['lead', 'admin'], ['board'], true)).toEqual(['board', 'lead'])
    expect(rolesAfter(['lead', 'admin'], ['board'], false)).toEqual(['board'])
    expect(rolesAfter(['admin'], [], true)).toEqual([])
    expect(rolesAfter(['admin'], null, true)).toEqual(['admin'])
  })
})

describe('an address', () => {
  it.each([
    [{ email: ' Ada@Example.ORG ', email_verified: true }, false, true],
    [{ email: 'ada@example.org', email_verified: 'true' }, false, true],
    [{ email: 'ada@example.org', email_verified: 'yes' }, true, false],
    [{ email: 'ada@example.org', email_verified: false }, true, false],
    [{ email: 'ada@example.org' }, true, true],
    [{ email: 'ada@example.org' }, false, false],
  ])('of %j, trusted %j, is checked: %j', (claims, trusted, isChecked) => {
    expect(addressFrom(claims, trusted)).toEqual({ address: 'ada@example.org', isChecked })
  })

  it('that is none is none', () => {
    for (const email of [undefined, 7, '', 'ada', 'ada@host', 'a b@example.org', 'ada@example.org\nBcc: x@example.org'])
      expect(addressFrom({ email, email_verified: true }, true)).toBeUndefined()
  })

  it('is checked by what stands beside it, not by what stands beside another', () => {
    const signed = { sub: '1', email_verified: true }
    expect(mergedClaims(signed, { email: 'a@example.org' })).toEqual({ sub: '1', email: 'a@example.org' })
    expect(
      mergedClaims({ sub: '1', email: 'a@example.org' }, { email: 'b@example.org', email_verified: true }),
    ).toEqual({
      sub: '1',
      email: 'a@example.org',
    })
  })
})

describe('a name', () => {
  it.each([
    [{ name: 'Ada Scott' }, 'Ada Scott'],
    [{ name: ' ', given_name: 'Ada', family_name: 'Scott' }, 'Ada Scott'],
    [{ given_name: 'Ada' }, 'Ada'],
    [{ name: 'Ada\r\nBcc: x\u202e' }, 'Ada Bcc: x'],
    [{ name: '\u200b' }, 'ada.scott'],
    [{}, 'ada.scott'],
  ])('of %j is %s', (claims, name) => expect(nameFrom(claims, 'ada.scott@example.org')).toBe(name))

  it('is cut where it is too long, and not in the middle of a letter', () => {
    expect(nameFrom({ name: '𝒜'.repeat(200) }, 'a@example.org')).toBe('𝒜'.repeat(60))
    expect(nameFrom({ name: `a${'𝒜'.repeat(200)}` }, 'a@example.org')).toBe(`a${'𝒜'.repeat(59)}`)
  })
})
