import { TextDecoder, TextEncoder } from 'node:util'
import { afterEach, beforeEach, expect, jest } from '@jest/globals'
import { configure } from '@testing-library/react'

// What every browser has and jsdom lacks.
Object.assign(globalThis, { TextEncoder, TextDecoder })
window.scrollTo = () => undefined

// Components of the NHS design system refuse to start without these.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

// The first test of a file also loads the page that it is about, on a machine that is busy with other tests.
configure({ asyncUtilTimeout: 10_000 })
jest.setTimeout(30_000)

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** A test that expects an error on the console takes it off by `mockClear`. */
afterEach(() => {
  const { calls } = jest.mocked(console.error).mock
  jest.mocked(console.error).mockRestore()
  expect(calls).toEqual([])
})
