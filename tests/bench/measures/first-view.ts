import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../figures.ts'

const web = new URL('../../../dist/web/', import.meta.url)
const aimKB = 160

/** What the page and the radar's own route load, scripts and style, gzipped: read from the built files themselves. */
export function measureFirstView(): Figure {
  const page = read('index.html')
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file!)
  const files = new Set<string>()
  for (const file of [...first, ...first.flatMap(filesOfRadar)]) addWithImports(file, files)
  if (![...files].some((file) => file.includes('RadarPage'))) throw new Error('The build does not name a radar page.')
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

/** What a script loads as it opens the radar's route. Vite keeps one list of files and gives each route its numbers in it. */
function filesOfRadar(script: string): string[] {
  const text = read(script)
  const all = /m\.f=(\[[^\]]*\])/.exec(text)?.[1]
  const numbers = /import\([`"']\.\/RadarPage-[^)]*\),__vite__mapDeps\((\[[\d,]*\])\)/.exec(text)?.[1]
  if (!all || !numbers) return []
  const files = JSON.parse(all) as string[]
  return (JSON.parse(numbers) as number[]).map((number) => files[number]!)
}

function addWithImports(file: string, files: Set<string>): void {
  if (files.has(file)) return
  files.add(file)
  if (!file.endsWith('.js')) return
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    addWithImports(`assets/${name}`, files)
}

function read(file: string): string {
  return readFileSync(new URL(file, web), 'utf8')
}
