import { afterEach, beforeEach, expect, jest } from '@jest/globals'

// Components of the NHS design system refuse to start without these.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** A test that expects an error on the console takes it off by `mockClear`. */
afterEach(() => {
  const { calls } = jest.mocked(console.error).mock
  jest.mocked(console.error).mockRestore()
  expect(calls).toEqual([])
})
