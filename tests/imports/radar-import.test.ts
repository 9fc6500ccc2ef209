import { afterEach, describe, expect, it } from '@jest/globals'
import type { Import } from '../../api/contract/imports.ts'
import { radarInJson } from '../../api/imports/radar/radar-json.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { enter, lookedAt } from '../support/importing.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function send(who: Visitor, file: string, type = 'application/json'): Promise<Import> {
  const path = '/imports?kind=technologies&as=radar&name=radar'
  const { body } = await who
    .post(path)
    .set('Content-Type', type)
    .send(file as unknown as object)
    .expect(201)
  return lookedAt(who, body.id)
}

async function map(who: Visitor, { id, version }: Import, mapping: object) {
  await who.put(`/imports/${id}/radar`, mapping, { 'If-Match': `"${version}"` }).expect(200)
  return lookedAt(who, id)
}

const source = { title: 'Radar of another trust', publisher: 'Another trust', webAddress: 'https://radar.example.org/' }

/** Every quadrant one category, every ring the readiness given for it. */
const mappingOf = ({ radar }: Import, readiness: Record<string, number | null> = {}) => ({
  quadrants: radar!.quadrants.map(({ name }) => ({ name, category: 'wearables-sensors', specialisms: [] })),
  rings: radar!.rings.map(({ name }) => ({ name, readiness: readiness[name] ?? null })),
  specialisms: ['cardiac-science'],
  source,
})

const backstage = {
  quadrants: [
    { id: 'q1', name: 'Devices' },
    { id: 'q2', name: 'Tests' },
  ],
  rings: [
    { id: 'use', name: 'USE', color: '#000' },
    { id: 'trial', name: 'TRIAL', color: '#111' },
  ],
  entries: [
    {
      key: 'a',
      id: 'a',
      title: 'Alpha',
      quadrant: 'q1',
      description: 'A \\*very\\* good one',
      timeline: [
        { date: '2024-01-01', ringId: 'use', moved: 0 },
        { date: '2025-01-01T00:00:00Z', ringId: 'trial', moved: -1 },
      ],
    },
    {
      key: 'b',
      id: 'b',
      title: 'Beta',
      quadrant: 'q2',
      timeline: [{ date: '2025-01-01', ringId: 'use', moved: 0, description: 'Said in its timeline' }],
    },
  ],
}
const aoe = {
  releases: ['2025-01-01'],
  tags: [],
  items: [
    {
      id: 'alpha',
      title: 'Alpha',
      ring: 'trial',
      quadrant: 'devices',
      body: '<p>A <b>very</b> good one</p><script>alert(1)</script>',
      flag: 'new',
      featured: true,
      tags: [],
      revisions: [],
    },
    {
      id: 'beta',
      title: 'Beta',
      ring: 'use',
      quadrant: 'tests',
      body: '',
      flag: 'default',
      featured: true,
      tags: [],
      revisions: [],
    },
  ],
}
const thoughtworks = [
  { name: 'Alpha', ring: 'TRIAL', quadrant: 'Devices', isNew: 'TRUE', description: '<p>A <em>very</em> good one</p>' },
  { name: 'Beta', ring: 'USE', quadrant: 'Tests', isNew: false, description: '' },
]
const thoughtworksCsv =
  'name,ring,quadrant,isNew,status,description\nAlpha,TRIAL,Devices,TRUE,New,"<p>A <em>very</em> good one</p>"\nBeta,USE,Tests,FALSE,No Change,\n'

describe('a radar of another tool', () => {
  it.each<[string, string, string, string, [string, string], string]>([
    [
      'Thoughtworks, as JSON',
      JSON.stringify(thoughtworks),
      'application/json',
      'thoughtworks',
      ['Devices', 'TRIAL'],
      'A very good one',
    ],
    ['Thoughtworks, as CSV', thoughtworksCsv, 'text/csv', 'thoughtworks', ['Devices', 'TRIAL'], 'A very good one'],
    ['AOE', JSON.stringify(aoe), 'application/json', 'aoe', ['devices', 'trial'], 'A very good one'],
    [
      'Backstage',
      JSON.stringify(backstage),
      'application/json',
      'backstage',
      ['Devices', 'TRIAL'],
      'A *very* good one',
    ],
  ])(
    'of %s is mapped by its quadrants and rings, and becomes technologies',
    async (_, file, type, tool, [quadrant, ring], text) => {
      const { scanner } = await createTestRegistry()

      const found = await send(scanner, file, type)
      expect(found).toMatchObject({
        state: 'checked',
        form: 'radar',
        radar: { tool, mapping: null },
        counts: { rows: 0 },
      })
      expect(found.radar!.quadrants[0]).toEqual({ name: quadrant, entries: 1 })
      expect(found.missing).toHaveLength(1)
      const mapped = await map(scanner, found, mappingOf(found, { [ring]: 6 }))
      expect(mapped).toMatchObject({ missing: [], counts: { rows: 2, good: 2, bad: 0 } })
      await enter(scanner, mapped).expect(200)

      const { body } = await scanner.get('/technologies/alpha').expect(200)
      expect(body).toMatchObject({
        name: 'Alpha',
        description: text,
        category: { slug: 'wearables-sensors' },
        readiness: 6,
      })
      expect(body.specialisms.map(({ slug }: { slug: string }) => slug)).toEqual(['cardiac-science'])
      const today = new Date().toISOString().slice(0, 10)
      expect(body.evidence).toMatchObject([
        {
          date: null,
          retrievedOn: today,
          sourceTitle: source.title,
          sourceUrl: source.webAddress,
          sourceType: 'secondary',
        },
      ])
      expect(body.evidence[0].text).toContain(`“${ring}”`)
      const beta = (await scanner.get('/technologies/beta').expect(200)).body
      expect(beta.readiness).toBeNull()
      expect(beta.description.length).toBeGreaterThan(0)
    },
  )

  it('takes the specialisms of a quadrant where it has its own', async () => {
    const { scanner } = await createTestRegistry()
    const found = await send(scanner, JSON.stringify(thoughtworks))
    const mapping = mappingOf(found)
    mapping.quadrants[1]!.specialisms = ['genomics'] as never

    await enter(scanner, await map(scanner, found, mapping)).expect(200)

    const of = async (slug: string) =>
      (await scanner.get(`/technologies/${slug}`)).body.specialisms.map((one: { slug: string }) => one.slug)
    expect([await of('alpha'), await of('beta')]).toEqual([['cardiac-science'], ['genomics']])
  })

  it('that we wrote ourselves holds nothing that is not here already', async () => {
    const { scanner, scan } = await givenRanking()
    await givenEdition(scanner, scan)

    for (const name of ['thoughtworks.csv', 'thoughtworks.json', 'aoe.json', 'backstage.json']) {
      const { text, headers } = await scanner.get(`/editions/1/radar/${name}`).expect(200)
      const found = await send(scanner, text, headers['content-type']!.split(';')[0])
      const mapped = await map(scanner, found, mappingOf(found))
      expect([name, mapped.counts.rows, mapped.counts.known, mapped.counts.good, mapped.counts.bad]).toEqual([
        name,
        3,
        3,
        0,
        0,
      ])
    }
  })

  it('changes nothing when it comes again', async () => {
    const { scanner } = await createTestRegistry()
    const once = async () => {
      const found = await send(scanner, JSON.stringify(backstage))
      return map(scanner, found, mappingOf(found))
    }
    await enter(scanner, await once()).expect(200)

    expect((await once()).counts).toMatchObject({ good: 0, known: 2, bad: 0 })
  })
})

const many = (of: (i: number) => object) => Array.from({ length: 5_001 }, (_, i) => of(i))

describe('a document', () => {
  it.each<[string, unknown, RegExp]>([
    ['of something else', { name: 'x' }, /not a radar file that Offing knows/],
    ['that is no document', null, /not a radar file that Offing knows/],
    ['without entries', { entries: [] }, /holds no entries/],
    ['with very many entries', many((i) => ({ name: `T${i}`, ring: 'a', quadrant: 'b' })), /at most 5000 are taken/],
    [
      'with a ring for each entry',
      many((i) => ({ name: `T${i}`, ring: `r${i}`, quadrant: 'b' })).slice(0, 100),
      /more than 60 quadrants or rings/,
    ],
  ])('%s is no radar', (_, document, problem) => {
    expect(radarInJson(document)).toMatch(problem)
  })
})

describe('a radar file is refused', () => {
  it('that is no JSON, or a list of something else', async () => {
    const { scanner } = await createTestRegistry()
    const failureOf = async (file: string, type?: string) => {
      const { state, failure } = await send(scanner, file, type)
      return [state, failure]
    }

    expect(await failureOf('['.repeat(200_000))).toEqual(['failed', expect.stringMatching(/cannot be read as JSON/)])
    const list = await failureOf('name,price\nA,1\n', 'text/csv')
    expect(list).toEqual(['failed', expect.stringMatching(/not a radar file that Offing knows/)])
  })

  it('entry by entry where one has no name, and with everything in it as text', async () => {
    const { scanner } = await createTestRegistry()
    const strange = [
      { ring: 'a', quadrant: 'b' },
      {
        name: '<img src=x onerror=alert(1)>Gamma',
        ring: 'a',
        quadrant: 'b',
        description: '&lt;b&gt;x&lt;/b&gt; <style>p{}</style>y',
      },
      null,
      7,
    ]
    const found = await send(scanner, JSON.stringify(strange))

    const mapped = await map(scanner, found, mappingOf(found))

    expect(mapped.counts).toMatchObject({ rows: 4, good: 1, bad: 3 })
    await enter(scanner, mapped).expect(200)
    expect((await scanner.get('/technologies/gamma').expect(200)).body).toMatchObject({
      name: 'Gamma',
      description: 'x y',
    })
  })

  it('where it is to bring anything but technologies, and to whoever may not bring any in', async () => {
    const { scanner, addPerson } = await createTestRegistry()
    const post = (who: Visitor, kind: string) =>
      who
        .post(`/imports?kind=${kind}&as=radar&name=r.json`)
        .set('Content-Type', 'application/json')
        .send('[]' as unknown as object)

    await post(scanner, 'signals').expect(409)
    for (const role of ['lead', 'board', 'admin'] as const)
      await post(await addPerson([role]), 'technologies').expect(403)
  })
})

describe('a mapping is refused', () => {
  it('that names not every part, another category or specialism, none at all, or an older version', async () => {
    const { scanner } = await createTestRegistry()
    const found = await send(scanner, JSON.stringify(thoughtworks))
    const good = mappingOf(found)
    const put = (mapping: object, tag = `"${found.version}"`) =>
      scanner.put(`/imports/${found.id}/radar`, mapping, { 'If-Match': tag })
    const pointers = async (mapping: object) =>
      (await put(mapping).expect(422)).body.errors.map((one: { pointer: string }) => one.pointer)

    expect(await pointers({ ...good, quadrants: good.quadrants.slice(1) })).toEqual(['/quadrants'])
    expect(await pointers({ ...good, rings: [] })).toEqual(['/rings'])
    expect(await pointers({ ...good, rings: [...good.rings, { name: 'More', readiness: 1 }] })).toEqual(['/rings'])
    expect(await pointers({ ...good, rings: good.rings.map((ring) => ({ ...ring, readiness: 10 })) })).toContain(
      '/rings/0/readiness',
    )
    expect(await pointers({ ...good, quadrants: good.quadrants.map((one) => ({ ...one, category: 'none' })) })).toEqual(
      ['/quadrants/0/category'],
    )
    expect(await pointers({ ...good, specialisms: ['alchemy'] })).toEqual(['/specialisms/0'])
    expect(await pointers({ ...good, specialisms: [] })).toEqual(['/specialisms'])
    expect(await pointers({ ...good, source: { ...source, webAddress: 'javascript:alert(1)' } })).toEqual([
      '/source/webAddress',
    ])
    await put(good, '"7"').expect(412)
  })

  it('of a file that is no radar', async () => {
    const { scanner } = await createTestRegistry()
    const path = '/imports?kind=technologies&name=list.csv'
    const { body } = await scanner
      .post(path)
      .set('Content-Type', 'text/csv')
      .send('Name\nA' as unknown as object)
      .expect(201)
    const { id, version } = await lookedAt(scanner, body.id)

    const mapping = { quadrants: [], rings: [], specialisms: [], source }
    await scanner.put(`/imports/${id}/radar`, mapping, { 'If-Match': `"${version}"` }).expect(409)
  })
})
