import { afterEach, describe, expect, it } from '@jest/globals'
import * as operations from '../../api/contract/operations.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

interface Described {
  operationId: string
}

type Document = { openapi: string; paths: Record<string, Record<string, Described>>; components: { schemas: object } }

interface Schema {
  allOf?: object[]
  properties?: Record<string, { pattern?: string }>
}

function schemaOf(document: Document, name: string): Schema {
  return (document.components.schemas as Record<string, Schema>)[name]!
}

describe('GET /openapi.json', () => {
  it('describes every operation of the contract, in OpenAPI 3.1', async () => {
    const { nobody } = await createTestRegistry()

    const document: Document = (await nobody.get('/openapi.json').expect(200)).body

    expect(document.openapi).toBe('3.1.0')
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
    expect(described.sort()).toEqual(
      Object.values(operations)
        .map((one) => one.id)
        .sort(),
    )
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Technology', 'Ranking', 'Problem']),
    )
    await nobody.get('/docs').expect(200).expect('Content-Type', /html/)
  })
})

describe('the document', () => {
  it('has patterns that JSON Schema understands, and that the demonstration fits', async () => {
    const { nobody, scanner } = await createTestRegistry({ demonstration: true })
    const document: Document = (await nobody.get('/openapi.json').expect(200)).body

    const patterns: string[] = []
    JSON.stringify(document, (key, value) => {
      if (key === 'pattern' && typeof value === 'string') patterns.push(value)
      return value
    })

    expect(patterns.length).toBeGreaterThan(20)
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, 'u')).not.toThrow()
      expect(pattern).not.toMatch(/\/[a-z]*$/)
    }
    const { name } = (await scanner.get('/technologies?limit=1')).body.items[0]
    const { properties } = schemaOf(document, 'TechnologyRequest')
    expect(name).toMatch(new RegExp(properties!.name!.pattern!, 'u'))
  })

  it('asks of no body two closed shapes at once, which nothing could fit', async () => {
    const { nobody } = await createTestRegistry()
    const document: Document = (await nobody.get('/openapi.json').expect(200)).body

    for (const name of Object.keys(document.components.schemas)) expect(schemaOf(document, name).allOf).toBeUndefined()
    expect(Object.keys(schemaOf(document, 'EnterTechnologyRequest').properties!)).toEqual(
      expect.arrayContaining(['name', 'evidence']),
    )
  })

  it('says that a read with an ETag may answer 304', async () => {
    const { nobody } = await createTestRegistry()
    const { paths } = (await nobody.get('/openapi.json').expect(200)).body

    expect(Object.keys(paths['/technologies'].get.responses)).toContain('304')
    expect(Object.keys(paths['/technologies'].post.responses)).not.toContain('304')
  })
})
