import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { listOfCells, listOfText, longest, mostItems, type ReadList } from '../../api/filtration/outside/list.ts'
import { indexNames, matchesOf, sameNamed } from '../../api/filtration/outside/name-index.ts'
import { nearNames } from '../../api/technologies/near-names.ts'

const known = (name: string, with_: { aliases?: string[]; archived?: boolean } = {}) => ({
  ...{ id: name, slug: name.toLowerCase().replaceAll(' ', '-'), name, aliases: [], archived: false },
  ...with_,
})

const namesIn = (read: ReadList | { problem: string }) => ('items' in read ? read.items.map(({ name }) => name) : read)

describe('a pasted list', () => {
  it('is a name a line, with what it is behind a tab', () => {
    expect(listOfText('Leadless pacemaker\tNo wires.\r\n\n  Smart   ring ')).toEqual({
      columns: null,
      items: [
        { row: 1, name: 'Leadless pacemaker', description: 'No wires.' },
        { row: 3, name: 'Smart ring', description: '' },
      ],
      repeated: 0,
      shortened: 0,
    })
  })

  it('holds each name once, and cuts a long description with a sign of it', () => {
    const read = listOfText(`Ring\nring\nPatch\t${'a'.repeat(600)}`) as ReadList
    expect(namesIn(read)).toEqual(['Ring', 'Patch'])
    expect([read.repeated, read.shortened]).toEqual([1, 1])
    expect(read.items[1]!.description).toHaveLength(longest.description)
    expect(read.items[1]!.description.endsWith('…')).toBe(true)
  })

  it.each([
    ['nothing', ' \n\t\n', /no name/],
    ['a name too long', `Ring\n${'a'.repeat(301)}`, /^Row 2 has a name of 301 characters/],
    ['too many names', Array.from({ length: mostItems + 1 }, (_, i) => `Ring ${i}`).join('\n'), /has 2001 names/],
  ])('of %s is refused with what is wrong', (_, text, problem) => {
    expect(listOfText(text)).toEqual({ problem: expect.stringMatching(problem) })
  })

  it('of anything at all gives items that any field takes, or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = listOfText(text)
        if ('problem' in read) return
        for (const { name, description } of read.items)
          for (const one of [name, description]) {
            expect(one).toBe(one.normalize('NFC').trim())
            expect(one).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u)
          }
      }),
    )
  })
})

describe('a spreadsheet', () => {
  it('is read from the columns that are headed so, wherever they stand', () => {
    const cells = [
      ['MHRA, March'],
      ['Ref', 'Device name', 'Intended use'],
      ['1', 'Ring', 'Sleep'],
      ['2', '', ''],
      ['3', 'Patch', ''],
    ]
    expect(listOfCells(cells)).toEqual({
      columns: { name: 'Device name', description: 'Intended use' },
      items: [
        { row: 3, name: 'Ring', description: 'Sleep' },
        { row: 5, name: 'Patch', description: '' },
      ],
      repeated: 0,
      shortened: 0,
    })
  })

  it.each(['Name', 'title', 'Device', 'Technology', 'Technologies', 'Product name', 'Topic'])(
    'knows the heading %s',
    (heading) => {
      expect(
        listOfCells([
          ['Number', heading],
          ['1', 'Ring'],
        ]),
      ).toMatchObject({ columns: { name: heading, description: null } })
    },
  )

  it('of one column without a heading is a list of names', () => {
    expect(namesIn(listOfCells([['Ring'], ['Patch', '']]))).toEqual(['Ring', 'Patch'])
  })

  it('in which no column says that it holds names is refused', () => {
    expect(
      listOfCells([
        ['Ref', 'What'],
        ['1', 'Ring'],
      ]),
    ).toEqual({ problem: expect.stringMatching(/^No column is headed/) })
  })
})

describe('a name held against the registry', () => {
  const registry = [
    known('Leadless pacemaker'),
    known('AI spirometry interpretation', { aliases: ['SpiroAI'] }),
    known('Smart ring', { archived: true }),
    known('Remote monitoring'),
    known('Telemonitoring', { aliases: ['Remote-monitoring'] }),
  ]
  const index = indexNames(registry)
  const found = (name: string) =>
    matchesOf(name, index).map(({ technology, alias, same }) => ({ name: technology.name, alias, same }))

  it.each([
    ['leadless PACEMAKER', [{ name: 'Leadless pacemaker', alias: null, same: true }]],
    ['Leadless pacemakers', [{ name: 'Leadless pacemaker', alias: null, same: false }]],
    ['Spiro AI', [{ name: 'AI spirometry interpretation', alias: 'SpiroAI', same: true }]],
    ['Smart rings', [{ name: 'Smart ring', alias: null, same: false }]],
    ['Bone conduction hearing implant', []],
    ['…', []],
  ])('finds for “%s” what it may be', (name, expected) => {
    expect(found(name)).toEqual(expected)
  })

  it.each([
    ['Leadless-Pacemaker', 'Leadless pacemaker'],
    ['spiroai', 'AI spirometry interpretation'],
    ['Leadless pacemakers', undefined],
    ['Smart ring', undefined],
    ['Remote monitoring', undefined],
  ])('is the same as one alone that is not archived: “%s”', (name, expected) => {
    expect(sameNamed(name, index)?.name).toBe(expected)
  })

  it('finds no fewer than a look through all names does', () => {
    const word = fc.constantFrom(
      'remote',
      'cardiac',
      'cardio',
      'monitor',
      'ring',
      'genome',
      'genomic',
      'ai',
      'CYP2C19',
      'telemetry',
    )
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), name, (names, sought) => {
        const technologies = names.map((one) => known(one))
        const near = nearNames(sought, technologies).map((one) => one.name)
        const matched = matchesOf(sought, indexNames(technologies)).map(({ technology }) => technology.name)
        expect(matched).toEqual(near.slice(0, 3))
      }),
    )
  })
})
