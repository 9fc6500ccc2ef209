import { afterEach, describe, expect, it } from '@jest/globals'
import { type Action, grantOf } from '../../api/accounts/permissions.ts'
import type { Role } from '../../api/contract/session.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

interface Described {
  operationId: string
  'x-action': Action
}

type Document = { paths: Record<string, Record<string, Described>> }

describe('every operation', () => {
  it('lets pass the roles of the table and refuses all others', async () => {
    const { nobody, addPerson } = await createTestRegistry()
    const document: Document = (await nobody.get('/openapi.json')).body
    const open = { openNominations: false, openReading: false }
    const people = new Map<string, { visitor: Visitor; roles: Role[] }>([['anyone', { visitor: nobody, roles: [] }]])
    for (const role of ['board', 'lead', 'scanner', 'admin'] as const)
      people.set(role, { visitor: await addPerson([role]), roles: [role] })
    people.set('no role', { visitor: await addPerson([]), roles: [] })

    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, described] of Object.entries(methods)) {
        const action = described['x-action']
        if (action === 'nominations.send') continue
        for (const [role, { visitor, roles }] of people) {
          if (described.operationId === 'signOut' && role !== 'anyone') continue
          const address = path.replace(/\{\w+\}/g, 'unknown')
          const send = visitor[method as 'get' | 'post' | 'put' | 'delete'].bind(visitor)
          const { status } = await send(address, {})
          const isGranted = grantOf(action, { roles, byToken: false, open }) !== undefined
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
