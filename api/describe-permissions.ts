import { writeFileSync } from 'node:fs'
import { permissionsPage } from './accounts/permissions-page.ts'

writeFileSync('docs/permissions.md', permissionsPage())
