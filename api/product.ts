import { existsSync, readFileSync } from 'node:fs'

/** The version of this program: package.json lies one folder up, or two from the built program. */
export function productVersion(): string {
  const near = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url)).find(existsSync)
  return near ? (JSON.parse(readFileSync(near, 'utf8')) as { version: string }).version : 'unknown'
}
