import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchAnswer, SearchHit, Segment } from '../../api/contract/search.ts'
import { newId } from '../../db/ids.ts'
import { insertSignal } from '../../db/signals.ts'
import { evidenceRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function found(who: Visitor, q: string, more = ''): Promise<SearchAnswer> {
  return (await who.get(`/search?q=${encodeURIComponent(q)}${more}`).expect(200)).body
}

const hitsOf = ({ groups }: SearchAnswer, kind: string): SearchHit[] =>
  groups.find((group) => group.kind === kind)?.hits ?? []
const plain = (segments: Segment[]) => segments.map(({ text }) => text).join('')
const marked = (segments: Segment[]) => segments.filter((one) => one.marked).map(({ text }) => text)
const titles = (answer: SearchAnswer, kind: string) => hitsOf(answer, kind).map(({ title }) => plain(title))

async function addSignal({ registry }: TestRegistry, title: string, text = '') {
  const place = { webAddress: null, scan: null, specialism: null, technology: null, sentBy: null }
  await registry.transaction((trx) =>
    insertSignal(trx, { id: newId(), title, text, ...place, receivedAt: '2026-03-01T09:00:00.000Z' }),
  )
}

describe('GET /search', () => {
  it('puts the exact name first, then names, then descriptions', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Watch strap', { description: 'Holds a smart watch for the heart.' })
    await given.technology('Heart valve smart watch')
    await given.technology('Smart watch')
    await given.technology('Pacemaker', { description: 'Not a smart watch.' })

    const answer = await found(scanner, 'smart WATCH')

    expect(titles(answer, 'technologies').slice(0, 2)).toEqual(['Smart watch', 'Heart valve smart watch'])
    expect(hitsOf(answer, 'technologies').map((hit) => hit.found)).toEqual([
      'exact-name',
      'name',
      'description',
      'description',
    ])
    expect(answer.groups[0]).toMatchObject({ kind: 'technologies', total: 4, isMore: false })
  })

  it('looks for the longest of very many words, since each costs a walk through the index', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Heart valve smart watch')
    const letters = 'bcdfgjklmnpqxyz'.split('').join(' ')

    expect(titles(await found(scanner, `${letters} heart valve smart watch`), 'technologies')).toEqual([])
    const most = `${'h '.repeat(30)}heart hear hea he valve valv smart smar watch watc wat s w v`
    expect(titles(await found(scanner, most), 'technologies')).toEqual(['Heart valve smart watch'])
  })

  it('gives the marked places as data, in the text as it stands', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('<b>Zürich</b> monitor', { description: 'It is monitoring <script>alert(1)</script>.' })

    const [hit] = hitsOf(await found(scanner, 'zurich monitors'), 'technologies')

    expect(plain(hit!.title)).toBe('<b>Zürich</b> monitor')
    expect(marked(hit!.title)).toEqual(['Zürich', 'monitor'])
    expect(plain(hit!.excerpt)).toBe('It is monitoring <script>alert(1)</script>.')
    expect(marked(hit!.excerpt)).toEqual(['monitoring'])
  })

  it('finds a technology by another name, and says which', async () => {
    const { scanner, given, registry } = await createTestRegistry()
    const technology = await given.technology('Handheld spirometer')
    await registry.transaction(async (trx) => {
      const aliases = JSON.stringify(['Pocket lung meter', 'Say "ah"'])
      await trx.updateTable('technologies').set({ aliases }).where('id', '=', technology.id).execute()
    })

    const [hit] = hitsOf(await found(scanner, 'lung'), 'technologies')

    expect(hit).toMatchObject({ found: 'alias', technology: { slug: 'handheld-spirometer' } })
    expect(plain(hit!.alias!)).toBe('Pocket lung meter')
    expect(marked(hit!.alias!)).toEqual(['lung'])
  })

  it('finds evidence by text, source and publisher, and leads to its technology', async () => {
    const { scanner, given } = await createTestRegistry()
    const evidence = [evidenceRequest({ text: 'Saves 40 minutes.', sourceTitle: 'The Xylophone study' })]
    await given.technology('Robot', { evidence })

    const [hit] = hitsOf(await found(scanner, 'xylo'), 'evidence')

    expect(hit).toMatchObject({ technology: { slug: 'robot', name: 'Robot' }, archived: false })
    expect(marked(hit!.title)).toEqual(['Xylophone'])
    expect(hitsOf(await found(scanner, 'journal trials'), 'evidence')).toHaveLength(1)
  })

  it('finds signals for the scan team alone', async () => {
    const test = await createTestRegistry()
    const board = await test.addPerson(['board'])
    const lead = await test.addPerson(['lead'])
    const admin = await test.addPerson(['admin'])
    await addSignal(test, 'A quantum sensor', 'Seen at a fair.')

    for (const who of [test.scanner, admin])
      expect(titles(await found(who, 'quantum'), 'signals')).toEqual(['A quantum sensor'])
    for (const who of [board, lead])
      expect((await found(who, 'quantum', '&kinds=signals')).groups.map(({ kind }) => kind)).toEqual([])
    await test.nobody.get('/search?q=quantum').expect(401)
  })

  it('shows leads and board only what they may know of, and no archived evidence', async () => {
    const { scanner, addPerson, given } = await createTestRegistry()
    const open = await given.scan({ 'cardiac-science': 1 }, { boardSeesDraft: true })
    const closed = await given.scan()
    const shown = await given.technology('Sensor shown', {
      evidence: [evidenceRequest(), evidenceRequest({ text: 'Works no more.' })],
    })
    const draft = await given.technology('Sensor in a scan')
    await given.technology('Sensor of nobody')
    await given.openRound(open, [shown])
    await given.openRound(closed, [draft])
    const out = shown.evidence.find(({ text }) => text === 'Works no more.')!
    const at = `/technologies/${shown.slug}/evidence/${out.id}/archive`
    await scanner.put(at, { archived: true }, { 'If-Match': '*' }).expect(200)
    const board = await addPerson(['board'])
    const lead = await addPerson(['lead'])

    expect(titles(await found(scanner, 'sensor'), 'technologies')).toHaveLength(3)
    expect(titles(await found(lead, 'sensor'), 'technologies').sort()).toEqual(['Sensor in a scan', 'Sensor shown'])
    expect(titles(await found(board, 'sensor'), 'technologies')).toEqual(['Sensor shown'])
    expect((await found(board, 'sensor')).groups[0]!.total).toBe(1)
    expect(hitsOf(await found(scanner, 'works'), 'evidence')).toHaveLength(4)
    expect(hitsOf(await found(lead, 'works'), 'evidence')).toHaveLength(2)
    expect(hitsOf(await found(lead, 'works no more'), 'evidence')).toHaveLength(0)
    expect((await found(lead, 'works no more')).groups[1]!.total).toBe(0)
  })

  it('of very many says that there are more, and shows the best of the newest', async () => {
    const test = await createTestRegistry()
    const place = { webAddress: null, scan: null, specialism: null, technology: null, sentBy: null }
    await test.registry.transaction(async (trx) => {
      for (let i = 0; i < 3_001; i++) {
        const title = i === 2_990 ? 'Sensor sensor sensor' : `A sensor, number ${i}`
        await insertSignal(trx, { id: newId(), title, text: 'Seen.', ...place, receivedAt: '2026-03-01T09:00:00.000Z' })
      }
    })

    const answer = await found(test.scanner, 's', '&kinds=signals&limit=3')

    expect(answer.groups[0]).toMatchObject({ total: 3_000, isMore: true })
    expect(titles(answer, 'signals')[0]).toBe('Sensor sensor sensor')
    expect(marked(hitsOf(answer, 'signals')[0]!.title)).toEqual(['Sensor', 'sensor', 'sensor'])
    expect((await found(test.scanner, 'number 2990', '&kinds=signals')).groups[0]!.total).toBe(0)
  })

  it('searches only the kinds asked for, and so many of each', async () => {
    const { scanner, given } = await createTestRegistry()
    for (const name of ['Probe one', 'Probe two', 'Probe three']) await given.technology(name)

    const answer = await found(scanner, 'probe', '&kinds=technologies&limit=2')

    expect(answer.groups).toHaveLength(1)
    expect(answer.groups[0]).toMatchObject({ total: 3, hits: [{}, {}] })
  })

  it.each(['q=', 'q=a&kinds=people', 'q=a&limit=51', 'q=a&limit=0', `q=${'a'.repeat(201)}`, 'q=a&colour=red', ''])(
    'refuses %s',
    async (query) => {
      const { scanner } = await createTestRegistry()
      await scanner.get(`/search?${query}`).expect(422)
    },
  )

  it('is safe whatever is typed', async () => {
    const test = await createTestRegistry()
    await test.given.technology('Anything at all')
    await addSignal(test, 'Anything', 'at all')
    const syntax = fc.constantFrom(
      '"',
      '*',
      '^',
      '(',
      ')',
      '{',
      '}',
      ':',
      '-',
      '+',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      ' ',
      'a',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.array(syntax).map((all) => all.join('')),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        const wellFormed = Buffer.from(q).toString()
        const { status } = await test.scanner.get(`/search?q=${encodeURIComponent(wellFormed)}`)
        expect([200, 422]).toContain(status)
      }),
      { numRuns: 150 },
    )
  })
})
