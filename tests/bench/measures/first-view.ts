import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../figures.ts'

const web = new URL('../../../dist/web/', import.meta.url)
const aimKB = 160

/** What the page and the radar's route load, scripts and style, gzipped. Read from the built files' own imports. */
export function measureFirstView(): Figure {
  const page = readFileSync(new URL('index.html', web), 'utf8')
  const files = new Set<string>()
  for (const [, file] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) addWithImports(file!, files)
  const sizes = [...files].map((file) => gzipSync(readFileSync(new URL(file, web)), { level: 9 }).length)
  const kB = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000
  return {
    size: '',
    what: 'first view of the radar, scripts and style',
    measured: `${kB.toFixed(0)} kB gzipped, ${files.size} files`,
    aim: `${aimKB} kB`,
    held: kB <= aimKB,
    numbers: { kilobytes: kB, files: files.size },
  }
}

/** Follows static imports, and the dynamic import of the radar's own route with what it loads beside it. */
function addWithImports(file: string, files: Set<string>): void {
  if (files.has(file)) return
  files.add(file)
  if (!file.endsWith('.js')) return
  const text = readFileSync(fileURLToPath(new URL(file, web)), 'utf8')
  for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) addWithImports(`assets/${name}`, files)
  for (const [name] of text.matchAll(/assets\/RadarPage-[\w-]+\.(?:js|css)/g)) addWithImports(name, files)
  for (const [, name] of text.matchAll(/import\(\s*[`"']\.\/(RadarPage-[\w-]+\.js)[`"']\s*\)/g))
    addWithImports(`assets/${name}`, files)
}
