import { afterEach, describe, expect, it } from '@jest/globals'
import { type Action, permissions } from '../../api/accounts/permissions.ts'
import * as operations from '../../api/contract/operations.ts'
import type { Role } from '../../api/contract/session.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

interface Described {
  operationId: string
  'x-action': Action
  'x-roles': string[]
}

type Document = { openapi: string; paths: Record<string, Record<string, Described>>; components: { schemas: object } }

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

describe('every operation', () => {
  it('lets pass the roles of the table and refuses all others', async () => {
    const { nobody, addPerson } = await createTestRegistry()
    const document: Document = (await nobody.get('/openapi.json')).body
    const roles: Role[] = ['board', 'lead', 'scanner', 'admin']
    const people = new Map<string, Visitor>([['anyone', nobody]])
    for (const role of roles) people.set(role, await addPerson([role]))
    people.set('no role', await addPerson([]))

    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, described] of Object.entries(methods)) {
        const granted = Object.keys(permissions[described['x-action']])
        for (const [role, visitor] of people) {
          if (described.operationId === 'signOut' && role !== 'anyone') continue
          const address = path.replace(/\{\w+\}/g, 'unknown')
          const send = visitor[method as 'get' | 'post' | 'put' | 'delete'].bind(visitor)
          const { status } = await send(address, {})
          const isGranted = granted.includes('anyone') || granted.includes(role)
          const refused = role === 'anyone' ? 401 : 403
          expect({ path, method, role, isRefused: status === refused }).toEqual({
            path,
            method,
            role,
            isRefused: !isGranted,
          })
        }
      }
    }
  })
})
