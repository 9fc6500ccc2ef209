import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import type { Taxon, TaxonContent } from '../../api/contract/taxonomy.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function givenTaxonomy() {
  const registry = await createTestRegistry()
  const admin = await registry.addPerson(['admin'])
  const all = async (): Promise<Taxon[]> => (await admin.get('/taxonomy').expect(200)).body.items
  const find = async (kind: string, slug: string) =>
    (await all()).find((one) => one.content.kind === kind && one.slug === slug)!
  return { ...registry, admin, all, find }
}

const change = (by: Visitor, one: Taxon, changes: object, reason = 'The service asked for it.') =>
  by.put(`/taxonomy/${one.id}`, { content: { ...one.content, ...changes }, reason }, { 'If-Match': `"${one.version}"` })

const category: TaxonContent = {
  kind: 'category',
  name: 'Quantum sensing',
  technologyKind: 'device',
  description: 'Sensors that rest on quantum effects.',
  position: 40,
  retired: false,
}

describe('renaming', () => {
  it('keeps the address of a specialism, its old name as another name, and every version', async () => {
    const { admin, find, nobody, scanner } = await givenTaxonomy()
    const before = await find('specialism', 'cardiac-science')

    const after: Taxon = (await change(admin, before, { name: 'Heart science' }).expect(200)).body

    expect(after).toMatchObject({ id: before.id, slug: 'cardiac-science', version: 2 })
    expect(after.content).toMatchObject({ name: 'Heart science' })
    expect((after.content as { aliases: string[] }).aliases).toContain('Cardiac science')
    const versions = (await scanner.get(`/taxonomy/${before.id}/versions`).expect(200)).body
    expect(versions).toMatchObject({
      total: 2,
      items: [
        { version: 2, content: { name: 'Heart science' }, reason: 'The service asked for it.' },
        { version: 1, content: before.content, changedAt: null },
      ],
    })
    await nobody.get(`/taxonomy/${before.id}/versions`).expect(401)
    const genomics = await find('specialism', 'genomics')
    const unchanged = (await scanner.get(`/taxonomy/${genomics.id}/versions`).expect(200)).body
    expect(unchanged).toMatchObject({ total: 1, items: [{ version: 1, content: genomics.content }] })
  })

  it('reaches a scan that is being prepared, and not one that has begun', async () => {
    const { admin, find, given, scanner } = await givenTaxonomy()
    const begun = await given.scan({ 'cardiac-science': 1, genomics: 1 })
    await given.openRound(begun, [await given.technology('Monitor')])
    const prepared = await given.scan({ 'cardiac-science': 1, genomics: 1 })

    await change(admin, await find('specialism', 'cardiac-science'), { name: 'Heart science' }).expect(200)

    const namesIn = async (slug: string) =>
      (await scanner.get(`/scans/${slug}`).expect(200)).body.specialisms.map((one: { name: string }) => one.name)
    expect(await namesIn(begun.slug)).toContain('Cardiac science')
    expect(await namesIn(prepared.slug)).toContain('Heart science')
  })

  it('of a grouping reaches every specialism of it in a scan that is being prepared', async () => {
    const { admin, find, given, scanner } = await givenTaxonomy()
    const prepared = await given.scan({ 'cardiac-science': 1 })

    await change(admin, await find('grouping', 'physiological-sciences'), { name: 'Physiology' }).expect(200)

    const { groupings } = (await scanner.get(`/scans/${prepared.slug}`).expect(200)).body
    expect(groupings).toEqual([{ slug: 'physiological-sciences', name: 'Physiology' }])
  })

  it('is refused where another has the name, also as one of its other names, whatever its capitals', async () => {
    const { admin, find } = await givenTaxonomy()
    const genomics = await find('specialism', 'genomics')
    const cardiac = (await change(admin, await find('specialism', 'cardiac-science'), { aliases: ['Heart lab'] })).body

    for (const name of ['cardiac SCIENCE', 'heart lab']) {
      const refused = await change(admin, genomics, { name }).expect(422)
      expect(refused.body.errors[0].pointer).toBe('/content/name')
      expect(refused.body.detail).toContain(cardiac.content.name)
    }
  })

  it('is refused without a reason, and with a field that there is not', async () => {
    const { admin, find } = await givenTaxonomy()
    const genomics = await find('specialism', 'genomics')

    expect((await change(admin, genomics, { name: 'Genes' }, '').expect(422)).body.errors[0].pointer).toBe('/reason')
    await change(admin, genomics, { colour: 'red' }).expect(422)
    await change(admin, genomics, { grouping: 'nowhere' }).expect(422)
    await change(admin, genomics, { overlapsWith: ['genomics'] }).expect(422)
    await change(admin, genomics, { kind: 'grouping', position: 1, retired: false }).expect(422)
  })

  it('never overwrites what somebody else has changed meanwhile', async () => {
    const { admin, find } = await givenTaxonomy()
    const genomics = await find('specialism', 'genomics')
    await change(admin, genomics, { description: 'Genes and what they do.' }).expect(200)

    const stale = await change(admin, genomics, { description: 'Something else.' }).expect(412)

    expect(stale.body.current).toMatchObject({ version: 2, content: { description: 'Genes and what they do.' } })
    await admin.put(`/taxonomy/${genomics.id}`, { content: genomics.content, reason: 'Why not.' }).expect(428)
    await change(admin, genomics, { description: 'Genes and what they do.' }).expect(200)
  })
})

describe('adding', () => {
  it('gives a category a slice of its own, and technologies may have it', async () => {
    const { admin, scanner, find } = await givenTaxonomy()
    await change(admin, await find('category', 'genomics'), { retired: true }).expect(200)

    const added: Taxon = (await admin.post('/taxonomy', { content: category }).expect(201)).body

    expect(added).toMatchObject({ slug: 'quantum-sensing', version: 1, content: category })
    await scanner.post('/technologies', { ...technologyRequest('Clock'), category: added.slug }).expect(201)
  })

  it('stops at twelve categories, as many as the radar can be read with', async () => {
    const { admin, all } = await givenTaxonomy()
    expect((await all()).filter(({ content }) => content.kind === 'category')).toHaveLength(12)

    const refused = await admin.post('/taxonomy', { content: category }).expect(422)

    expect(refused.body.errors[0].pointer).toBe('/content/retired')
    await admin.post('/taxonomy', { content: { ...category, retired: true } }).expect(201)
  })

  it('is for administrators alone', async () => {
    const { addPerson, nobody, scanner, find } = await givenTaxonomy()
    const genomics = await find('specialism', 'genomics')
    await nobody.post('/taxonomy', { content: category }).expect(401)
    for (const one of [scanner, await addPerson(['lead']), await addPerson(['board'])]) {
      await one.post('/taxonomy', { content: category }).expect(403)
      await change(one, genomics, { name: 'Genes' }).expect(403)
    }
  })
})

describe('retiring', () => {
  it('leaves technologies their category, and gives it to no further one', async () => {
    const { admin, find, given, scanner } = await givenTaxonomy()
    const monitor = await given.technology('Monitor')
    const wearables = await find('category', 'wearables-sensors')

    await change(admin, wearables, { retired: true }).expect(200)

    const kept = await scanner.get(`/technologies/${monitor.slug}`).expect(200)
    expect(kept.body.category.slug).toBe('wearables-sensors')
    const refused = await scanner.post('/technologies', technologyRequest('Patch')).expect(422)
    expect(refused.body.errors[0].pointer).toBe('/category')
    const listed = (await scanner.get('/categories').expect(200)).body.items
    expect(listed.find((one: { slug: string }) => one.slug === 'wearables-sensors').retired).toBe(true)
  })

  it('keeps its slice while a technology of a scan is in it, and not otherwise', async () => {
    const { admin, find, given, scanner } = await givenTaxonomy()
    await given.closedRound({ Monitor: { impact: 6 } })
    for (const slug of ['wearables-sensors', 'genomics'])
      await change(admin, await find('category', slug), { retired: true }).expect(200)

    const slices = (await scanner.get('/ranking').expect(200)).body.categories.map((one: { slug: string }) => one.slug)

    expect(slices).toContain('wearables-sensors')
    expect(slices).not.toContain('genomics')
  })

  it('of a grouping waits until its current specialisms have moved', async () => {
    const { admin, find } = await givenTaxonomy()
    const refused = await change(admin, await find('grouping', 'physiological-sciences'), { retired: true }).expect(422)
    expect(refused.body.errors[0].pointer).toBe('/content/retired')
  })
})

it('keeps what the taxonomy was even from whoever writes to the file', async () => {
  const { admin, find, file } = await givenTaxonomy()
  await change(admin, await find('specialism', 'genomics'), { name: 'Genes' }).expect(200)
  const raw = new Sqlite(file)
  expect(() => raw.prepare("update taxonomy_versions set reason = 'Another'").run()).toThrow('append-only')
  expect(() => raw.prepare('delete from taxonomy_versions').run()).toThrow('append-only')
  raw.close()
})

it('says in the trail what was before and after', async () => {
  const { admin, find, file } = await givenTaxonomy()
  const genomics = await find('specialism', 'genomics')
  await change(admin, genomics, { name: 'Genes' }, 'Renamed by the college.').expect(200)
  const raw = new Sqlite(file)
  const entry = raw.prepare("select * from audit_entries where action = 'taxonomy.change'").get() as { details: string }
  raw.close()
  expect(JSON.parse(entry.details)).toMatchObject({
    name: { before: 'Genomics', after: 'Genes' },
    reason: 'Renamed by the college.',
  })
})
