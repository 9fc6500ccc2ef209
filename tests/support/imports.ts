import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One import: of a file, by its path from the top of the tree, or of a package, by its name. */
export interface Import {
  from: string
  to: string
  /** `import type`: nothing of it is left when the program runs. */
  typeOnly: boolean
}

const top = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** All TypeScript files of these folders, by their paths from the top of the tree. */
export function sourcesOf(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .toSorted()
}

export function textOf(path: string): string {
  return readFileSync(join(top, path), 'utf8')
}

/** What a file imports or passes on. */
export function importsOf(path: string, text = textOf(path)): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  return [
    ...[...statements].map((found) => ({ typeOnly: found[1] !== undefined, named: found[2]! })),
    ...[...calls].map((found) => ({ typeOnly: false, named: found[1]! })),
  ].map(({ typeOnly, named }) => ({ from: path, to: targetOf(path, named), typeOnly }))
}

function targetOf(path: string, named: string): string {
  if (named.startsWith('.')) return posix.join(posix.dirname(path), named)
  // A path within a package belongs to the package; `node:` names stand as they are.
  return named.split('/', named.startsWith('@') ? 2 : 1).join('/')
}
