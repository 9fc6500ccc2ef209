import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8')

/** How many requirements of levels 1 and 2 each chapter of the standard (5.0.0) has. */
const ofChapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
const statuses = ['met', 'partly', 'not met', 'for whoever installs', 'does not apply']

interface Row {
  chapter: number
  section: string
  /** A row may stand for several that follow one another. */
  numbers: number[]
  level: number
  status: string
  where: string
}

const rows = page.split('\n').flatMap((line): Row[] => {
  const cells = line.split('|').map((cell) => cell.trim())
  const found = /^V(\d+)\.(\d+)\.(\d+)(?: to V\1\.\2\.(\d+))?$/.exec(cells[1] ?? '')
  if (!found) return []
  const [first, last] = [Number(found[3]), Number(found[4] ?? found[3])]
  const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const [, , level, , status, where] = cells
  return [
    { chapter: Number(found[1]), section: found[2]!, numbers, level: Number(level), status: status!, where: where! },
  ]
})

const countOf = (some: Row[]) => some.reduce((sum, { numbers }) => sum + numbers.length, 0)

describe('the page of OWASP ASVS 5.0', () => {
  it('holds every requirement of levels 1 and 2, once', () => {
    const names = rows.flatMap(({ chapter, section, numbers }) => numbers.map((n) => `V${chapter}.${section}.${n}`))

    expect(ofChapters.map((_, i) => countOf(rows.filter(({ chapter }) => chapter === i + 1)))).toEqual(ofChapters)
    expect(new Set(names).size).toBe(names.length)
    expect([1, 2].map((level) => countOf(rows.filter((row) => row.level === level)))).toEqual([70, 183])
  })

  it('says of each whether it is met, and where or why not', () => {
    expect(rows.filter(({ status }) => !statuses.includes(status))).toEqual([])
    expect(rows.filter(({ where }) => where === '')).toEqual([])
    const counted = statuses.map((status) => countOf(rows.filter((row) => row.status === status)))
    const said = statuses.map((status) =>
      Number(new RegExp(`^\\| ${status} \\|.*\\| (\\d+) \\|$`, 'm').exec(page)?.[1]),
    )
    expect(said).toEqual(counted)
  })

  it.each(['asvs.md', 'security.md'])('names only files that there are: %s', (name) => {
    const text = readFileSync(join(root, 'docs', name), 'utf8')
    const files = [...text.matchAll(/`((?:api|db|web|tests|docs)(?:\/[\w.-]+)+|[\w-]+\.json)`/g)].map(
      ([, path]) => path!,
    )
    const pages = [...text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, path]) => `docs/${path}`)

    expect(files.length).toBeGreaterThan(10)
    expect([...files, ...pages].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
