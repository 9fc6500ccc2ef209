import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isMailAddress } from '../../api/accounts/mail-address.ts'
import { type KnownPerson, readInvitationList } from '../../api/panel/invitation-list.ts'
import { letterOf } from '../../api/panel/list-columns.ts'
import { specialismsNamed } from '../../api/panel/named-specialisms.ts'

const specialisms = [
  { slug: 'cardiac-science', name: 'Cardiac science', aliases: ['Cardiology', 'ECG & echo'], inScan: true },
  { slug: 'genomics', name: 'Genomics', aliases: ['Genetics, clinical'], inScan: true },
  { slug: 'audiology', name: 'Audiology', aliases: [], inScan: false },
]
const limits = { rows: 500, isName: (text: string) => text !== '' && text.length <= 120, isAddress: isMailAddress }

function read(cells: string[][], people: Record<string, KnownPerson> = {}) {
  const list = readInvitationList(cells, { specialisms, people: new Map(Object.entries(people)), limits })
  if ('problem' in list) throw new Error(list.problem)
  return list.rows
}
const problemOf = (cells: string[][]) => {
  const list = readInvitationList(cells, { specialisms, people: new Map(), limits })
  return 'problem' in list ? list.problem : ''
}
const head = ['Name', 'E-mail', 'Specialisms']

describe('a list of people to invite', () => {
  it('is found under its headings, whatever their case, order and wording, and below a title', () => {
    const rows = read([
      ['Panel 2026'],
      [],
      ['SPECIALTY', 'Full name', 'Email Address'],
      ['cardiology; GENOMICS', '  Ann   One ', 'Ann.One@Example.org'],
    ])
    expect(rows).toEqual([
      {
        row: 4,
        name: 'Ann One',
        email: 'ann.one@example.org',
        specialisms: ['cardiac-science', 'genomics'],
        errors: [],
        warnings: [],
      },
    ])
  })

  it('names row and column of all that is wrong', () => {
    const rows = read([head, ['', 'not an address', 'Cardiolgy; Audiology'], [], ['Bo Two', '', '']])
    expect(rows.map(({ row, errors }) => [row, ...errors.map(({ column, detail }) => `${column}: ${detail}`)])).toEqual(
      [
        [
          2,
          'A (Name): The name is missing.',
          'B (Email address): “not an address” is not an email address that mail can be sent to.',
          'C (Specialisms): There is no specialism “Cardiolgy”.',
          'C (Specialisms): Audiology is not part of this scan.',
        ],
        [4, 'B (Email address): The email address is missing.', 'C (Specialisms): Name at least one specialism.'],
      ],
    )
  })

  it('warns of who is known, who is on the panel, and who stands there twice', () => {
    const known = (standing: KnownPerson['standing'], more: Partial<KnownPerson> = {}): KnownPerson => ({
      name: 'Ann One',
      problem: null,
      becomesLead: false,
      standing,
      ...more,
    })
    const rows = read(
      [
        head,
        ['Ann One', 'ann@example.org', 'genomics'],
        ['A. One', 'ANN@example.org', 'cardiology'],
        ['Bo Two', 'bo@example.org', 'genomics'],
        ['Cy Three', 'cy@example.org', 'genomics'],
      ],
      {
        'ann@example.org': known('on-panel'),
        'bo@example.org': known('account', { name: 'Bo Two', becomesLead: true }),
        'cy@example.org': known('account', { problem: 'This address belongs to the scan team.' }),
      },
    )
    expect(rows.map(({ warnings }) => warnings)).toEqual([
      ['They are on the panel already: the specialisms are added.'],
      [
        'They are on the panel already: the specialisms are added.',
        'The account’s name, Ann One, stays.',
        'The same person as in row 2: the specialisms of both rows are joined.',
      ],
      ['They have an account already.', 'Their account becomes a specialism lead’s too.'],
      [],
    ])
    expect(rows[3]!.errors).toEqual([{ column: 'B (Email address)', detail: 'This address belongs to the scan team.' }])
  })

  it.each([
    [[], 'No headings were found'],
    [
      [
        ['Name', 'Specialisms'],
        ['Ann', 'genomics'],
      ],
      'There is no column headed Email address.',
    ],
    [[head], 'headings and no row below them'],
    [
      [head, ...Array.from({ length: 501 }, () => ['Ann', 'a@example.org', 'genomics'])],
      'The spreadsheet has 501 rows',
    ],
  ])('%#: is refused as a whole', (cells, sentence) => {
    expect(problemOf(cells as string[][])).toContain(sentence)
  })

  it('never breaks, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }))), (cells) => {
        readInvitationList([head, ...cells], { specialisms, people: new Map(), limits })
      }),
    )
  })
})

describe('the specialisms that a cell names', () => {
  it.each([
    ['Cardiac science', ['cardiac-science']],
    ['cardiac-science\nGenomics', ['cardiac-science', 'genomics']],
    ['ecg and ECHO, genomics', ['cardiac-science', 'genomics']],
    ['Genetics, clinical; cardiology', ['genomics', 'cardiac-science']],
    ['genomics; Genomics;', ['genomics']],
  ])('%j', (cell, found) => {
    expect(specialismsNamed(cell, specialisms)).toEqual({ found, unknown: [], elsewhere: [] })
  })
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letter) => {
  expect(letterOf(column)).toBe(letter)
})

describe('an address that mail can be sent to', () => {
  it.each(['a@b.org', "ann.o'neill@nhs.net", 'x+y_z@a-b.example.co.uk'])('%s', (address) => {
    expect(isMailAddress(address)).toBe(true)
  })
  it.each([
    '',
    'a',
    'a@b',
    '@b.org',
    'a@',
    'a b@c.org',
    'a@b.org\r\nBcc: c@d.org',
    'a@b.org,c@d.org',
    '"a b"@c.org',
    '<a@b.org>',
    '.a@b.org',
    'a..b@c.org',
    'a@-b.org',
    'a@b..org',
    'ä@b.org',
    'a@bücher.org',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@b.org`,
    `a@${'b.'.repeat(130)}org`,
  ])('not %j', (address) => {
    expect(isMailAddress(address)).toBe(false)
  })
})
