import { afterEach, describe, expect, it } from '@jest/globals'
import type { DuplicateList } from '../../api/contract/duplicates.ts'
import { auditTrail } from '../../db/audit.ts'
import { evidenceRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const namesOf = ({ items }: DuplicateList) => items.map(({ left, right }) => [left.name, right.name])
const listed = async (who: Visitor): Promise<DuplicateList> => (await who.get('/duplicates').expect(200)).body

async function twoAlike({ given }: TestRegistry) {
  const left = await given.technology('Polygenic risk scores', { description: 'Adds up many variants.' })
  const right = await given.technology('Polygenic risk scoring', { description: 'Weighs common variants.' })
  await given.technology('Leadless pacemaker', { description: 'Sits in the ventricle.' })
  return { left, right }
}

describe('GET /duplicates', () => {
  it('proposes two technologies with the reasons apart', async () => {
    const test = await createTestRegistry()
    const evidence = [evidenceRequest({ sourceUrl: 'https://clinicaltrials.gov/study/NCT01234567' })]
    await test.given.technology('Breath test', { evidence, description: 'Sniffs.' })
    const cited = [evidenceRequest({ text: 'The trial (NCT01234567) has begun.' })]
    await test.given.technology('Electronic nose', { evidence: cited, description: 'Smells.' })

    const list = await listed(test.scanner)

    expect(list).toMatchObject({ total: 1, technologies: 2, isCut: false, nextCursor: null })
    expect(namesOf(list)).toEqual([['Breath test', 'Electronic nose']])
    expect(list.items[0]!.reasons).toEqual([{ kind: 'identifier', identifiers: ['NCT01234567'] }])
  })

  it('follows what is entered and archived', async () => {
    const test = await createTestRegistry()
    const { right } = await twoAlike(test)
    expect(namesOf(await listed(test.scanner))).toEqual([['Polygenic risk scores', 'Polygenic risk scoring']])

    await test.scanner.put(
      `/technologies/${right.slug}/archive`,
      { archived: true, reason: 'too-early' },
      { 'If-Match': '*' },
    )

    expect(namesOf(await listed(test.scanner))).toEqual([])
  })

  it('comes in pages', async () => {
    const test = await createTestRegistry()
    for (const name of ['Robot pharmacy', 'Robotic pharmacy', 'Robots pharmacy']) await test.given.technology(name)

    const first: DuplicateList = (await test.scanner.get('/duplicates?limit=2').expect(200)).body
    const rest: DuplicateList = (await test.scanner.get(`/duplicates?limit=2&cursor=${first.nextCursor}`)).body

    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null])
    await test.scanner.get('/duplicates?cursor=elsewhere').expect(422)
  })

  it('is for the scan team alone', async () => {
    const { addPerson, nobody } = await createTestRegistry()
    for (const role of ['lead', 'board'] as const) await (await addPerson([role])).get('/duplicates').expect(403)
    await (await addPerson(['admin'])).get('/duplicates').expect(200)
    await nobody.get('/duplicates').expect(401)
  })
})

describe('GET /duplicates/:technology/:other', () => {
  it('says in which scans each stands, and whether with answers', async () => {
    const test = await createTestRegistry()
    const { left, right } = await twoAlike(test)
    const scan = await test.given.scan({ 'cardiac-science': 1 })
    const round = await test.given.openRound(scan, [left])
    await test.given.answer(scan.leads['cardiac-science']![0]!, round, left, 'cardiac-science', { impact: 5 })

    const { body } = await test.scanner.get(`/duplicates/${right.slug}/${left.slug}`).expect(200)

    expect(body).toMatchObject({
      reasons: [{ kind: 'name' }, { kind: 'text' }].slice(0, body.reasons.length),
      left: { scans: [{ slug: scan.slug, answered: true }], signals: 0 },
      right: { scans: [] },
      toldApart: null,
      refused: null,
    })
  })

  it('is refused of one technology, and not found of none', async () => {
    const test = await createTestRegistry()
    const { left } = await twoAlike(test)
    await test.scanner.get(`/duplicates/${left.slug}/${left.slug}`).expect(422)
    await test.scanner.get(`/duplicates/${left.slug}/nothing`).expect(404)
  })
})

describe('telling two technologies apart', () => {
  it('is for good, in either order, with a reason in the trail, and can be taken back', async () => {
    const test = await createTestRegistry()
    const { left, right } = await twoAlike(test)
    const at = `/duplicates/${right.slug}/${left.slug}/told-apart`

    await test.scanner.put(at, { reason: 'One adds, one weighs.' }).expect(200)
    await test.scanner.put(`/duplicates/${left.slug}/${right.slug}/told-apart`, { reason: 'Again.' }).expect(200)

    expect(await listed(test.scanner)).toMatchObject({ total: 0, toldApart: 1 })
    const { body } = await test.scanner.get('/duplicates/told-apart').expect(200)
    expect(body).toMatchObject({ total: 1, items: [{ reason: 'One adds, one weighs.', left: { name: left.name } }] })
    expect((await auditTrail(test.registry.read)).at(-1)).toMatchObject({ action: 'technology.tell-apart' })

    const back = await test.scanner.delete(at).expect(200)
    expect(back.body.toldApart).toBeNull()
    expect((await listed(test.scanner)).total).toBe(1)
  })

  it('is refused to all but the scan team, and with too long a reason', async () => {
    const test = await createTestRegistry()
    const { left, right } = await twoAlike(test)
    const at = `/duplicates/${right.slug}/${left.slug}/told-apart`
    for (const role of ['admin', 'lead', 'board'] as const) {
      const who = await test.addPerson([role])
      await who.put(at, {}).expect(403)
      await who.delete(at).expect(403)
    }
    await test.scanner.put(at, { reason: 'x'.repeat(2001) }).expect(422)
    await test.scanner.put(`/duplicates/${left.slug}/nothing/told-apart`, {}).expect(404)
  })
})
