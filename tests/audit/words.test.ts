import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'
import { actionNames } from '../../api/audit/words.ts'

const api = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'api')

/** Codes of acts as they stand in the files that record them. */
function recorded(): string[] {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(commands|keeper|mailer)\.ts$/.test(name),
  )
  return files.flatMap((name) => {
    const text = readFileSync(join(api, name), 'utf8')
    const codes = text.matchAll(/(?:\baction: |\baction = |\brecord\(|\bnoteOf\(|\? |: )'([a-z-]+\.[a-z-]+)'/g)
    return [...codes].map(([, code]) => code!)
  })
}

it('every act of the trail is called by a name that people read', () => {
  const codes = [...new Set(recorded())]

  expect(codes.length).toBeGreaterThan(60)
  expect(codes.filter((code) => !(code in actionNames))).toEqual([])
})
