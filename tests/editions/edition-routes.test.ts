import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { approval, coverRequest, givenDraft, givenEdition, givenRanking, seen } from '../support/given-edition.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** Does something once, as soon as an edition that is being made asks how sure its places are. */
function meanwhile({ certainties }: TestRegistry['world'], act: () => PromiseLike<unknown>): void {
  const certaintyOf = certainties.certaintyOf.bind(certainties)
  let acted: PromiseLike<unknown> | undefined
  certainties.certaintyOf = async (...asked) => {
    acted ??= act()
    await acted
    return certaintyOf(...asked)
  }
}

const nothingYet = { cost: null, patientBenefit: null, inequalities: null }

describe('a draft edition', () => {
  it('is started by the scan team once a round has closed, one for a scan', async () => {
    const { scanner, scan } = await givenRanking()

    const { body, headers } = await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(201)

    expect(headers.location).toBe(`/api/v1/editions/${body.id}`)
    expect(body).toMatchObject({
      state: 'draft',
      number: null,
      title: '2026 radar',
      gaps: nothingYet,
      proof: null,
      round: 1,
    })
    const again = await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(409)
    expect(again.body.detail).toContain('has a draft edition already, “2026 radar”')
  })

  it('needs something to publish', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()

    const { body } = await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(409)

    expect(body.detail).toContain('No round of Scan 1 has closed yet')
    await scanner.post('/scans/no-scan/editions', {}).expect(404)
  })

  it('is written by the scan team alone', async () => {
    const { board, leads, nobody, scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)

    for (const visitor of [board, leads[0]!]) {
      await visitor.post(`/scans/${scan.slug}/editions`, {}).expect(403)
      await visitor.put(`/editions/${draft.id}`, coverRequest, seen(draft)).expect(403)
      await visitor.post(`/editions/${draft.id}/approve`, approval).set(seen(draft)).expect(403)
      await visitor.get(`/editions/${draft.id}/checklist`).expect(403)
    }
    await nobody.get('/editions').expect(401)
  })

  it('is seen by the board once it is shown to it, with its figures, and never by leads', async () => {
    const { board, leads, scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    const pages = ['/ranking', '/ranking/monitor', '/heat-map'].map((path) => `${path}?edition=${draft.id}`)
    const everywhere = [`/editions/${draft.id}`, ...pages]
    for (const path of everywhere) await board.get(path).expect(404)

    await scanner.put(`/editions/${draft.id}`, { ...coverRequest, shownToBoard: true }, seen(draft)).expect(200)

    // The scan team first, so that an answer kept ready for it could be given to somebody else.
    for (const path of everywhere) for (const visitor of [scanner, board]) await visitor.get(path).expect(200)
    for (const path of everywhere) await leads[0]!.get(path).expect(404)
    expect((await leads[0]!.get('/editions').expect(200)).body.items).toEqual([])
    const { body } = await board.get(`/ranking?edition=${draft.id}`).expect(200)
    expect(body).toMatchObject({ workingDraft: true, edition: { id: draft.id, number: null } })
  })

  it('keeps what two people change at once apart', async () => {
    const { scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    await scanner.put(`/editions/${draft.id}`, { ...coverRequest, title: 'First' }, seen(draft)).expect(200)

    const { body } = await scanner
      .put(`/editions/${draft.id}`, { ...coverRequest, title: 'Second' }, seen(draft))
      .expect(412)

    expect(body.current).toMatchObject({ title: 'First' })
    await scanner.put(`/editions/${draft.id}`, { ...coverRequest, title: 'Third' }).expect(428)
    // What is there already is answered as done, whatever was seen.
    await scanner.put(`/editions/${draft.id}`, { ...coverRequest, title: 'First' }, seen(draft)).expect(200)
  })

  it('names the field that is wrong, and repeats what was sent', async () => {
    const { given, scan, scanner } = await givenRanking()
    await given.technology('Elsewhere')
    const draft = await givenDraft(scanner, scan)
    const put = (change: object) =>
      scanner.put(`/editions/${draft.id}`, { ...coverRequest, ...change }, { 'If-Match': '*' }).expect(422)
    const recommendation = coverRequest.recommendations[0]!

    const elsewhere = await put({ recommendations: [{ ...recommendation, technologies: ['monitor', 'elsewhere'] }] })
    expect(elsewhere.body.errors).toEqual([
      { pointer: '/recommendations/0/technologies/1', detail: 'Scan 1 does not hold the technology "elsewhere".' },
    ])
    expect((await put({ recommendations: Array(6).fill(recommendation) })).body.errors[0].pointer).toBe(
      '/recommendations',
    )
    expect((await put({ purpose: 'approval' })).body.errors[0].pointer).toBe('/purpose')
    expect((await put({ gaps: { cost: null } })).body.errors[0].pointer).toBe('/gaps/patientBenefit')
    expect((await put({ title: ' ' })).body.errors[0].pointer).toBe('/title')
  })

  it('can be discarded, and then another begun', async () => {
    const { scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)

    await scanner.delete(`/editions/${draft.id}`).expect(428)
    await scanner.delete(`/editions/${draft.id}`).set(seen(draft)).expect(204)

    await scanner.get(`/editions/${draft.id}`).expect(404)
    await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(201)
  })
})

describe('the checklist', () => {
  it('says what to look at, and what stands in the way', async () => {
    const { given, scan, scanner, technologies, leads } = await givenRanking()
    const [monitor] = technologies
    const review = { action: 'pilot', serviceModel: 'At home.', yearsNeeded: 2 }
    await leads[0]!.put(`/reviews/${scan.slug}/monitor/cardiac-science`, review, { 'If-None-Match': '*' }).expect(201)
    const { body: draft } = await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(201)
    await given.openRound(scan, [monitor!])

    const { body } = await scanner.get(`/editions/${draft.id}/checklist`).expect(200)

    expect(body).toMatchObject({
      rounds: { asOf: 1, lastClosed: 1, open: { number: 2 } },
      methodApproved: false,
      coverage: { panellists: 5, invited: 6, specialisms: 1, ofSpecialisms: 2, notHeardFrom: ['Audiology'], ranked: 3 },
      unsignedReviews: [{ technology: { slug: 'monitor' }, specialism: { slug: 'cardiac-science' } }],
      openGaps: ['cost', 'patientBenefit', 'inequalities'],
      stops: ['open-round', 'gaps'],
    })
  })

  it('points out ranked technologies whose newest evidence is old', async () => {
    const { scan, scanner } = await givenRanking(undefined, { now: () => new Date('2031-01-01T12:00:00Z') })
    const draft = await givenDraft(scanner, scan)

    const { body } = await scanner.get(`/editions/${draft.id}/checklist`).expect(200)

    expect(body.staleEvidence.map((one: { newest: string }) => one.newest)).toEqual(['2025-03', '2025-03', '2025-03'])
    expect(body.stops).toEqual([])
  })
})

describe('approving', () => {
  it('publishes for everybody, with a number, a digest and an entry in the trail', async () => {
    const { board, leads, registry, scan, scanner } = await givenRanking()

    const edition = await givenEdition(scanner, scan)

    expect(edition).toMatchObject({ state: 'published', number: 1, approval, proof: { arithmeticVersion: 1 } })
    for (const visitor of [board, leads[0]!]) {
      expect((await visitor.get('/editions/1').expect(200)).body.id).toBe(edition.id)
      const { body } = await visitor.get('/ranking?edition=1').expect(200)
      expect(body.items.map((row: { name: string }) => row.name)).toEqual(['Monitor', 'Pump', 'Patch'])
      expect(body).toMatchObject({ workingDraft: false, edition: { number: 1, title: 'Radar of the test' } })
    }
    const entry = (await auditTrail(registry.read)).find(({ action }) => action === 'edition.publish')!
    expect(entry.details).toMatchObject({ number: 1, digest: edition.proof!.digest, rows: edition.proof!.rows })
  })

  it('is refused while a round is open, and while nobody has said anything of the known gaps', async () => {
    const { given, scan, scanner, technologies } = await givenRanking()
    const draft = await givenDraft(scanner, scan, { gaps: { ...coverRequest.gaps, cost: null } })
    const approve = () => scanner.post(`/editions/${draft.id}/approve`, approval).set('If-Match', '*').expect(409)

    expect((await approve()).body.errors).toEqual([expect.objectContaining({ pointer: '/gaps/cost' })])
    await given.openRound(scan, technologies)
    expect((await approve()).body.detail).toBe('Round 2 of Scan 1 is open. Close it first.')
  })

  it('is refused where a round opens while the edition is being made', async () => {
    const { given, scan, scanner, technologies, world } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    meanwhile(world, () => given.openRound(scan, technologies))

    const { body } = await scanner.post(`/editions/${draft.id}/approve`, approval).set(seen(draft)).expect(409)

    expect(body.detail).toBe('Round 2 of Scan 1 is open. Close it first.')
    expect((await scanner.get(`/editions/${draft.id}`).expect(200)).body.state).toBe('draft')
  })

  it('finds the draft gone where the demonstration is started again while the edition is being made', async () => {
    const { scanner, world } = await createTestRegistry({ demonstration: true })
    const draft = await givenDraft(scanner, { slug: 'healthcare-science-scan-2025' }, { recommendations: [] })
    meanwhile(world, () => scanner.post('/demonstration/restart').expect(204))

    await scanner.post(`/editions/${draft.id}/approve`, approval).set(seen(draft)).expect(404)

    expect((await scanner.get('/editions').expect(200)).body.total).toBe(2)
  }, 120_000)

  it('takes no day ahead, and no stale version', async () => {
    const { scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    const approve = (request: object) => scanner.post(`/editions/${draft.id}/approve`, request)

    const ahead = await approve({ ...approval, on: '2999-01-01' })
      .set(seen(draft))
      .expect(422)
    expect(ahead.body.errors).toEqual([{ pointer: '/on', detail: expect.stringContaining('"2999-01-01"') }])
    await approve(approval).expect(428)
    await approve(approval).set('If-Match', '"1"').expect(412)
  })

  it('asked for twice at once publishes once, and repeated with its key gives the same answer', async () => {
    const { scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    const approve = () =>
      scanner.post(`/editions/${draft.id}/approve`, approval).set({ ...seen(draft), 'Idempotency-Key': 'once' })

    const both = await Promise.all([approve(), approve()])

    expect(both.map(({ status }) => status)).toContain(200)
    const { body } = await approve().expect(200)
    expect(body).toMatchObject({ number: 1, state: 'published' })
    expect((await scanner.get('/editions').expect(200)).body.total).toBe(1)
  })
})

describe('a published edition', () => {
  it('stays as it was, whatever is changed or renamed after it', async () => {
    const { scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)
    const paths = [
      '/ranking?edition=1',
      '/ranking?edition=1&lens=specialism:cardiac-science',
      '/ranking/monitor?edition=1',
      '/editions/1/technologies/monitor',
      '/ranking?edition=1&q=what',
      '/ranking?edition=1&weights=impact:0,reach:0,imminence:0,readiness:10000',
      '/heat-map?edition=1',
    ]
    const before = await Promise.all(paths.map(async (path) => (await scanner.get(path).expect(200)).body))

    const { evidence: _, ...monitor } = (await scanner.get('/technologies/monitor').expect(200)).body
    await scanner
      .put(
        '/technologies/monitor',
        { name: 'Watcher', description: 'Anew.', category: 'genomics', specialisms: ['cardiac-science'] },
        { 'If-Match': `"${monitor.version}"` },
      )
      .expect(200)
    for (const [i, path] of paths.entries()) expect((await scanner.get(path).expect(200)).body).toEqual(before[i])
    expect(before[3]).toMatchObject({ name: 'Monitor', description: 'What Monitor is.' })
    const live = (await scanner.get('/ranking').expect(200)).body.items
    expect(live[0].name).toBe('Watcher')
  })

  it('is the end of its scan: no further round opens, since its figures beside these would tell who changed what', async () => {
    const { scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)
    const { body: round } = await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)

    const { body } = await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(409)

    expect(body.detail).toContain('Edition 1 of Scan 1 is published.')
    await scanner.post('/editions/1/withdraw', { reason: 'Wrong.' }).set('If-Match', '*').expect(200)
    // It stays readable, so that nothing is different.
    await scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*').expect(409)
  })

  it('brings its scan: an address that names another one is refused', async () => {
    const { given, scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)
    const other = await given.scan()

    await scanner.get(`/ranking?edition=1&scan=${scan.slug}`).expect(200)
    const { body } = await scanner.get(`/ranking?edition=1&scan=${other.slug}`).expect(404)
    expect(body.detail).toContain('is of Scan 1')
  })

  it('is never changed, discarded or approved again', async () => {
    const { scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)

    const changed = await scanner.put('/editions/1', coverRequest, { 'If-Match': '*' }).expect(409)
    expect(changed.body.detail).toContain('Edition 1 is published and is never changed')
    await scanner.delete('/editions/1').set('If-Match', '*').expect(409)
    await scanner.post('/editions/1/approve', approval).set('If-Match', '*').expect(409)
  })

  it('keeps a decision beside it, which the board or the scan team records and may correct', async () => {
    const { board, leads, scan, scanner } = await givenRanking()
    const edition = await givenEdition(scanner, scan)
    const decision = { text: 'Approved.', meeting: 'Meeting of March', on: '2026-03-20' }

    const { body } = await board.put('/editions/1/decision', decision, seen(edition)).expect(200)

    expect(body.decision).toMatchObject(decision)
    expect(body.proof).toEqual(edition.proof)
    const corrected = { ...decision, text: 'Approved in part.' }
    await scanner.put('/editions/1/decision', corrected, seen(edition)).expect(412)
    await scanner.put('/editions/1/decision', corrected, seen(body)).expect(200)
    await leads[0]!.put('/editions/1/decision', decision, { 'If-Match': '*' }).expect(403)
  })

  it('is decided on by the board alone of those it may see: a draft that is not shown is not there', async () => {
    const { board, scan, scanner } = await givenRanking()
    const draft = await givenDraft(scanner, scan)
    const decision = { text: 'Approved.', meeting: 'Meeting of March', on: '2026-03-20' }

    const { body } = await board.put(`/editions/${draft.id}/decision`, decision, seen(draft)).expect(404)

    expect(JSON.stringify(body)).not.toContain(draft.title)
    await scanner.put(`/editions/${draft.id}/decision`, decision, seen(draft)).expect(409)
  })

  it('names what its recommendations are about as it was called when it was published', async () => {
    const { board, scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)
    const { body: monitor } = await scanner.get('/technologies/monitor').expect(200)
    const { description, category, specialisms } = monitor
    const slugs = specialisms.map(({ slug }: { slug: string }) => slug)
    const change = { name: 'Monitor of another name', description, category: category.slug, specialisms: slugs }
    await scanner.put('/technologies/monitor', change, seen(monitor)).expect(200)

    const { body } = await board.get('/editions/1').expect(200)

    expect(body.recommendations[0].technologies).toEqual([{ id: monitor.id, slug: 'monitor', name: 'Monitor' }])
  })

  it('is withdrawn with a reason, and stays readable', async () => {
    const { board, scan, scanner } = await givenRanking()
    const edition = await givenEdition(scanner, scan)

    await scanner.post('/editions/1/withdraw', { reason: ' ' }).set(seen(edition)).expect(422)
    await scanner.post('/editions/1/withdraw', { reason: 'A wrong readiness.' }).set(seen(edition)).expect(200)

    const { body } = await board.get('/editions/1').expect(200)
    expect(body).toMatchObject({ state: 'withdrawn', ended: { reason: 'A wrong readiness.', by: null } })
    await board.get('/ranking?edition=1').expect(200)
    await scanner.post('/editions/1/withdraw', { reason: 'Again.' }).set('If-Match', '*').expect(409)
  })

  it('is superseded by a later one that stands, and by no other', async () => {
    const { scan, scanner } = await givenRanking()
    await givenEdition(scanner, scan)
    const second = await givenEdition(scanner, scan, { title: 'Corrected' })
    const supersede = (one: number, by: string) =>
      scanner.post(`/editions/${one}/supersede`, { reason: 'Corrected.', by }).set('If-Match', '*')

    expect(second.number).toBe(2)
    await supersede(2, '1').expect(422)
    await supersede(1, '9').expect(422)
    const { body } = await supersede(1, '2').expect(200)
    expect(body).toMatchObject({ state: 'superseded', ended: { by: { number: 2, title: 'Corrected' } } })
  })
})

describe('editions as of a day', () => {
  it('gives the one that stood', async () => {
    let today = '2026-03-12'
    const { addPerson, scan, scanner } = await givenRanking(undefined, { now: () => new Date(`${today}T12:00:00Z`) })
    await givenEdition(scanner, scan)
    today = '2026-06-12'
    // Sessions have ended by then.
    await givenEdition(await addPerson(['scanner']), scan, { title: 'Second' })
    today = '2026-07-12'
    const later = await addPerson(['scanner'])
    await later.post('/editions/2/withdraw', { reason: 'Wrong.' }).set('If-Match', '*').expect(200)
    const board = await addPerson(['board'])
    const asOf = async (day: string) =>
      (await board.get(`/editions?asOf=${day}`).expect(200)).body.items.map((one: { number: number }) => one.number)

    expect(await asOf('2026-03-11')).toEqual([])
    expect(await asOf('2026-03-12')).toEqual([1])
    expect(await asOf('2026-06-30')).toEqual([2])
    // The second was withdrawn by then: the first stands again.
    expect(await asOf('2026-08-01')).toEqual([1])
    await board.get('/editions?asOf=yesterday').expect(422)
  })
})
