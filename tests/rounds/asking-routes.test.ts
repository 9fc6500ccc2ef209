import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('what a round asks', () => {
  it('is all in the registry that may affect the scan’s specialisms, by one press', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 2, audiology: 1 })
    await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology', 'genomics'] })
    await given.technology('Patch')
    await given.technology('Sequencer', { specialisms: ['genomics'] })
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body

    const { body } = await scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(201)
    expect(body).toMatchObject({ added: 3, technologies: 2, panellists: 3 })
    const again = await scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-scan' }).expect(201)
    expect(again.body).toMatchObject({ added: 0, technologies: 2 })

    const asked = (await scanner.get(`/rounds/${round.id}/technologies`).expect(200)).body
    expect(asked.items).toMatchObject([
      {
        technology: { slug: 'monitor', name: 'Monitor' },
        specialisms: [{ slug: 'audiology' }, { slug: 'cardiac-science' }].toSorted(),
        why: ['asked'],
        panellists: 3,
      },
      { technology: { slug: 'patch' }, why: ['asked'], panellists: 2 },
    ])
  })

  it('is named, or all, not both and not neither; what is wrong is named too', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    await given.technology('Sequencer', { specialisms: ['genomics'] })
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    const ask = (body: object) => scanner.post(`/rounds/${round.id}/technologies`, body)
    await ask({}).expect(422)
    await ask({ technologies: ['sequencer'], all: 'in-scan' }).expect(422)
    await ask({ technologies: [] }).expect(422)
    const unknown = await ask({ technologies: ['sequencer', 'unheard-of'], specialisms: ['cardiac-science'] }).expect(
      422,
    )
    expect(unknown.body.errors[0].pointer).toBe('/technologies/1')
    expect((await ask({ technologies: ['sequencer'] }).expect(422)).body.detail).toContain('no specialism of Scan 1')
    await ask({ all: 'in-registry' }).expect(409)
    expect((await scanner.get(`/rounds/${round.id}`)).body.technologies).toBe(0)
  })

  it('can be taken back while it is prepared; what no other round asks leaves the scan', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    await given.technology('Monitor')
    await given.technology('Patch')
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(201)
    expect((await scanner.get('/ranking?list=awaiting')).body.total).toBe(2)

    const { body } = await scanner.delete(`/rounds/${round.id}/technologies/patch`).expect(200)
    expect(body).toMatchObject({ technologies: 1, asked: 3 })
    await scanner.delete(`/rounds/${round.id}/technologies/patch`).expect(404)
    const awaiting = (await scanner.get('/ranking?list=awaiting')).body.items
    expect(awaiting.map((one: { slug: string }) => one.slug)).toEqual(['monitor'])
    expect((await scanner.get(`/scans/${scan.slug}`)).body.technologies).toBe(1)

    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: ['patch'] }).expect(201)
    expect((await scanner.get(`/rounds/${round.id}`)).body).toMatchObject({ technologies: 2, asked: 6 })
    await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(200)
    await scanner.delete(`/rounds/${round.id}/technologies/patch`).expect(409)
  })

  it('stays in the scan where an earlier round asks it', async () => {
    const { scanner, given } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 5 }, Patch: { impact: 6 } })
    const second = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.delete(`/rounds/${second.id}/technologies/patch`).expect(200)
    expect((await scanner.get('/ranking')).body.total).toBe(2)
  })

  it('is for the scan team to read and to change', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const scan = await given.scan()
    await given.technology('Monitor')
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await (await addPerson(['admin'])).get(`/rounds/${round.id}/technologies`).expect(200)
    for (const role of ['board', 'lead'] as const) {
      const person = await addPerson([role])
      await person.get(`/rounds/${round.id}/technologies`).expect(403)
      await person.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(403)
      await person.delete(`/rounds/${round.id}/technologies/monitor`).expect(403)
    }
  })
})
