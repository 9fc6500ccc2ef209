import { jest } from '@jest/globals'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useEffect } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { App } from '../../web/app/App.tsx'
import { createQueryClient } from '../../web/shared/queries.ts'

/** A request as the stand-in for the server sees it. */
export interface Asked {
  method: string
  url: URL
  headers: Record<string, string>
  body: unknown
}

/** What it answers: a status and a document; 'nothing' is a connection that breaks. */
export type Answer = { status?: number; body?: unknown; etag?: string } | 'nothing'
export type Server = (asked: Asked) => Answer

export const problem = (status: number, detail: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', status, detail, ...more },
})

/** Puts a stand-in in the place of fetch, the only thing that tests of pages replace, and keeps what it was asked. */
export function answerBy(server: Server): Asked[] {
  const asked: Asked[] = []
  const respond = (address: string, init: RequestInit = {}) => {
    const request: Asked = {
      method: init.method ?? 'GET',
      url: new URL(address, 'http://localhost'),
      headers: (init.headers ?? {}) as Record<string, string>,
      body: bodyOf(init),
    }
    asked.push(request)
    const answer = server(request)
    if (answer === 'nothing') return Promise.reject(new TypeError('Failed to fetch'))
    const { status = 200, body, etag } = answer
    return Promise.resolve({
      ok: status < 400,
      status,
      headers: { get: (name: string) => (name === 'etag' ? (etag ?? null) : null) },
      text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
    })
  }
  globalThis.fetch = jest.fn(respond) as unknown as typeof fetch
  return asked
}

/** The whole product at an address, with a stand-in for the server. */
export function showPage(address: string, server: Server) {
  const asked = answerBy(server)
  let at = ''
  const page = render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <App />
        <Where tell={(address) => (at = address)} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return { ...page, asked, user: userEvent.setup(), address: () => at }
}

function Where({ tell }: { tell: (address: string) => void }) {
  const { pathname, search } = useLocation()
  useEffect(() => {
    tell(decodeURIComponent(pathname + search))
  })
  return null
}

/** Answers by path, below /api/v1; anything else is a 404. */
export function serve(answers: Record<string, Answer | ((asked: Asked) => Answer)>): Server {
  return (asked) => {
    const answer = answers[asked.url.pathname.replace('/api/v1', '')]
    if (answer === undefined) return problem(404, 'There is nothing here.')
    return typeof answer === 'function' ? answer(asked) : answer
  }
}

/** A document, or a file as it is. */
function bodyOf({ body, headers = {} }: RequestInit): unknown {
  const type = (headers as Record<string, string>)['content-type'] ?? 'application/json'
  return body !== undefined && type === 'application/json' ? JSON.parse(String(body)) : body
}
