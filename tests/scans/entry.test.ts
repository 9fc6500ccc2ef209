import { afterEach, describe, expect, it } from '@jest/globals'
import { evidenceRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const any = { 'If-Match': '*' }

async function withPreparedRound() {
  const registry = await createTestRegistry()
  const scan = await registry.given.scan()
  const { body: round } = await registry.scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)
  const ask = (request: object) => registry.scanner.post(`/rounds/${round.id}/technologies`, request)
  return { ...registry, scan, round, ask }
}

describe('a technology without a dated source', () => {
  it('does not enter a scan: it is named, and nothing of the request is done', async () => {
    const { given, ask, scanner, scan } = await withPreparedRound()
    await given.technology('Monitor')
    await given.technology('Bare', { evidence: [] })

    const { body } = await ask({ technologies: ['monitor', 'bare'] }).expect(409)

    expect(body.detail).toContain('Bare')
    expect(body.detail).not.toContain('Monitor')
    expect(body.detail).toContain('Add evidence with its date')
    expect((await scanner.get(`/scans/${scan.slug}`)).body.technologies).toBe(0)
  })

  it('enters with a source that shows no date, once somebody says when they read it', async () => {
    const { given, ask, scanner } = await withPreparedRound()
    await given.technology('Bare', { evidence: [] })
    const undated = evidenceRequest({ date: null, dateRole: null, retrievedOn: '2026-03-03' })
    await scanner.post('/technologies/bare/evidence', undated).expect(201)

    await ask({ technologies: ['bare'] }).expect(201)
  })

  it('is one whose only evidence is archived', async () => {
    const { given, ask, scanner } = await withPreparedRound()
    const { evidence } = await given.technology('Monitor')
    const path = `/technologies/monitor/evidence/${evidence[0]!.id}/archive`
    await scanner.put(path, { archived: true }, any).expect(200)

    await ask({ technologies: ['monitor'] }).expect(409)
    await scanner.put(path, { archived: false }, any).expect(200)
    await ask({ technologies: ['monitor'] }).expect(201)
  })

  it('is left out, by name, where all are asked about, unless there is no other', async () => {
    const { given, ask } = await withPreparedRound()
    await given.technology('Bare', { evidence: [] })
    expect((await ask({ all: 'in-registry' }).expect(409)).body.detail).toContain('Bare')
    await given.technology('Monitor')

    const { body } = await ask({ all: 'in-registry' }).expect(201)

    expect(body).toMatchObject({ technologies: 1, leftOut: ['Bare'] })
  })

  it('stays in a scan that it is in', async () => {
    const { given, ask, scanner } = await withPreparedRound()
    const { evidence } = await given.technology('Monitor', { specialisms: ['cardiac-science', 'genomics'] })
    await ask({ technologies: ['monitor'] }).expect(201)
    const path = `/technologies/monitor/evidence/${evidence[0]!.id}/archive`
    await scanner.put(path, { archived: true }, any).expect(200)

    await ask({ technologies: ['monitor'], specialisms: ['cardiac-science'] }).expect(201)
  })

  it('enters no pilot', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    await given.technology('Bare', { evidence: [] })
    const { items } = (await scanner.get(`/scans/${scan.slug}/panel`)).body
    const pilot = { technologies: ['bare'], panellists: [items[0].id] }

    const { body } = await scanner.post(`/scans/${scan.slug}/pilot`, pilot).expect(409)

    expect(body.detail).toContain('Bare')
  })

  it('does not follow into the next scan, which says why', async () => {
    const { given, scanner } = await createTestRegistry()
    const { technologies } = await given.closedRound({ Monitor: { impact: 5 }, Patch: { impact: 5 } })
    const path = `/technologies/monitor/evidence/${technologies[0]!.evidence[0]!.id}/archive`
    await scanner.put(path, { archived: true }, any).expect(200)

    const next = { name: 'Next', startYear: 2027, from: 'scan-1' }
    const { body } = await scanner.post('/scans', next).expect(201)

    expect(body).toMatchObject({ technologies: 1 })
    expect(body.notTakenOver.technologies).toEqual([{ name: 'Monitor', why: 'no-dated-source' }])
  })
})

describe('a round that asks about a whole and its part', () => {
  it('says of the part what its whole is, and of a part whose whole it does not ask about nothing', async () => {
    const { given, ask, scanner, round } = await withPreparedRound()
    await given.technology('Whole')
    await given.technology('Part', { partOf: 'whole' })
    const partOf = async () =>
      (await scanner.get(`/rounds/${round.id}/technologies`).expect(200)).body.items.map(
        (one: { technology: { name: string }; partOf: object | null }) => [one.technology.name, one.partOf],
      )

    await ask({ technologies: ['part'] }).expect(201)
    expect(await partOf()).toEqual([['Part', null]])
    await ask({ technologies: ['whole'] }).expect(201)
    expect(await partOf()).toEqual([
      ['Part', { slug: 'whole', name: 'Whole' }],
      ['Whole', null],
    ])
  })
})
