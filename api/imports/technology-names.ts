import { plain } from './columns.ts'

/** By what a technology is known: names that differ in case, accents, spaces and punctuation alone are one. */
export function keyOfName(name: string): string {
  return `name ${plain(name) || name}`
}
