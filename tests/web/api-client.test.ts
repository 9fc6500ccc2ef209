import { describe, expect, it } from '@jest/globals'
import { getTagged, NoAnswer, newKey, RequestProblem, send } from '../../web/shared/api-client.ts'
import { answerBy, problem } from '../support/show-page.tsx'

describe('reading', () => {
  it('hands out the document with the tag that a change must name', async () => {
    answerBy(() => ({ body: { name: 'Leadless pacemaker' }, etag: '"3"' }))
    expect(await getTagged('/api/v1/technologies/x')).toEqual({ value: { name: 'Leadless pacemaker' }, tag: '"3"' })
  })

  it('throws the problem document of a refusal', async () => {
    answerBy(() => problem(403, 'Your role may not do this.'))
    const error = await getTagged('/api/v1/panel').catch((thrown) => thrown)
    expect(error).toBeInstanceOf(RequestProblem)
    expect(error).toMatchObject({ status: 403, message: 'Your role may not do this.' })
  })

  it('takes a page in the place of a document for no answer, as a proxy may send one', async () => {
    globalThis.fetch = (() =>
      Promise.resolve({ ok: true, status: 200, headers: { get: () => null }, text: async () => '<html>' })) as never
    await expect(getTagged('/api/v1/ranking')).rejects.toBeInstanceOf(NoAnswer)
  })
})

describe('writing', () => {
  it.each([
    [{ tag: '"3"' }, { 'if-match': '"3"' }],
    [{ tag: 'new' }, { 'if-none-match': '*' }],
    [{ key: 'abc' }, { 'idempotency-key': 'abc' }],
  ])('sends %o as %o', async (request, headers) => {
    const asked = answerBy(() => ({ status: 201, body: {} }))
    await send({ method: 'PUT', url: '/api/v1/x', body: { name: 'A' }, ...request })
    expect(asked[0]).toMatchObject({ method: 'PUT', headers, body: { name: 'A' } })
  })

  it.each([500, 502, 503])('cannot tell after a %i whether it was saved', async (status) => {
    answerBy(() => problem(status, 'Something went wrong on our side.'))
    await expect(send({ method: 'POST', url: '/api/v1/x' })).rejects.toBeInstanceOf(NoAnswer)
  })

  it('cannot tell without an answer whether it was saved', async () => {
    answerBy(() => 'nothing')
    await expect(send({ method: 'POST', url: '/api/v1/x' })).rejects.toBeInstanceOf(NoAnswer)
  })

  it('takes an answer without a body as saved', async () => {
    answerBy(() => ({ status: 204 }))
    expect(await send({ method: 'DELETE', url: '/api/v1/session' })).toMatchObject({ tag: null })
  })

  it('makes a new key for each intention', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(newKey()).not.toBe(newKey())
  })
})
