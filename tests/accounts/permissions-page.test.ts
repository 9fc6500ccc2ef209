import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { permissionsPage } from '../../api/accounts/permissions-page.ts'

it('docs/permissions.md says what the table says (npm run permissions writes it)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})
