import { afterEach, describe, expect, it } from '@jest/globals'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { closeTestRegistries } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const any = { 'If-Match': '*' }

describe('what the scan team keeps of a technology', () => {
  it('is in no edition, and nothing that moves there later changes one', async () => {
    const { scanner, scan, given, registry, board } = await givenRanking()
    await given.technology('Zebra whole')
    const { id, evidence } = (await scanner.get('/technologies/monitor')).body
    const { evidence: _, ...own } = (await scanner.get('/technologies/monitor')).body
    const request = {
      ...{ name: own.name, description: own.description, category: own.category.slug, readiness: own.readiness },
      specialisms: ['cardiac-science'],
      specialismReasons: { 'cardiac-science': 'Zebra reason.' },
      ...{ aliases: ['Zebra name'], partOf: 'zebra-whole', owner: scanner.account },
    }
    await scanner.put(`/technologies/${id}`, request, any).expect(200)
    await scanner.post(`/technologies/${id}/notes`, { text: 'Zebra note.' }).expect(201)
    const files = `/technologies/${id}/evidence/${evidence[0].id}/files?name=zebra.txt`
    await scanner.post(files, 'Zebra file.').set('Content-Type', 'text/plain').expect(201)
    const edition = await givenEdition(scanner, scan, { recommendations: [], shownToBoard: true })

    const rows = await registry.read.selectFrom('edition_rows').select('content').execute()
    const read = await board.get(`/editions/${edition.number}/technologies/monitor`).expect(200)

    expect(rows.length).toBeGreaterThan(10)
    const frozen = rows.map(({ content }) => content).join() + read.text
    expect(frozen).not.toMatch(/zebra/i)
    expect(frozen).not.toContain(scanner.account)
  })
})
