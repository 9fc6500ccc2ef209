import type { RegistryLookup } from '../../db/sqlite/registry-lookup.ts'
import type { Staging } from '../../db/sqlite/staging.ts'
import type { ImportFinding } from '../contract/imports.ts'
import type { z } from '../contract/z.ts'
import { letterOf } from '../panel/list-columns.ts'
import type { DateSystem } from './dates.ts'
import type { Field } from './fields.ts'
import type { FileRow } from './reading/file-reader.ts'

/** What a checker is given once, before the first row. */
export interface Given {
  lookup: RegistryLookup
  staging: Staging
  newId: () => string
  by: { account: string; at: string }
  /** Id of the scan that ratings are for. */
  scan: string | null
  columns: Columns
  dates: DateSystem | undefined
}

/** What became of a row: `differing` is one that is here already and says something else. */
export type Verdict = 'good' | 'known' | 'differing' | 'bad'

/**
 * Holds one row after the other against the rules of the form and against what the registry holds, and puts it aside as new, as known, or as
 * bad with every reason. One for each kind of import (`kinds-checker.ts`).
 */
export type Checker = (row: FileRow) => { verdict: Verdict; problems: number }

const mostRepeated = 200

/** Which column holds which field, and how columns are named to people. */
export class Columns {
  readonly headings: readonly string[]
  private readonly at = new Map<string, number>()
  private readonly titles: Map<string, string>

  constructor(headings: readonly string[], fields: readonly (string | null)[], known: readonly Field[]) {
    this.headings = headings
    this.titles = new Map(known.map(({ field, title }) => [field, title]))
    fields.forEach((field, i) => {
      if (field !== null) this.at.set(field, i)
    })
  }

  has(field: string): boolean {
    return this.at.has(field)
  }

  /** The cell of a field, without the spaces around it; empty where there is none. */
  text({ cells }: FileRow, field: string): string {
    const at = this.at.get(field)
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }

  titleOf(field: string): string {
    return this.titles.get(field) ?? field
  }

  /** "B (Name)": where to look in the file. */
  nameOf(field: string): string {
    const at = this.at.get(field)
    return at === undefined ? this.titleOf(field) : `${letterOf(at)} (${this.headings[at] || this.titleOf(field)})`
  }

  finding(row: FileRow, field: string, detail: string): ImportFinding {
    return { column: this.nameOf(field), found: cut(this.text(row, field)), detail }
  }

  /** What a schema says against a row, as sentences about its columns; `fieldFor` names the field of a schema's key. */
  findings(row: FileRow, issues: readonly z.core.$ZodIssue[], fieldFor: Record<string, string> = {}): ImportFinding[] {
    return issues.map((issue) => {
      const key = String(issue.path[0])
      const field = fieldFor[key] ?? key
      return this.finding(row, field, `${this.titleOf(field)} ${saidOf(issue, this.text(row, field))}.`)
    })
  }
}

function saidOf(issue: z.core.$ZodIssue, found: string): string {
  if (found === '' && issue.code !== 'custom') return 'is missing'
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' || issue.expected === 'number' ? 'must be a whole number' : 'is missing'
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'must be a day, as 2026-03-12'
  if (issue.code === 'too_big' && issue.origin === 'number') return `must be at most ${issue.maximum}`
  if (issue.code === 'too_small' && issue.origin === 'number') return `must be at least ${issue.minimum}`
  return issue.message.replace(/^Invalid input: /, '').replace(/^(Too|Invalid)/, (word) => word.toLowerCase())
}

export function cut(text: string): string {
  return text.length > mostRepeated ? `${text.slice(0, mostRepeated - 1)}…` : text
}

/** Nothing at all is null. */
export const orNull = (text: string) => (text === '' ? null : text)

/** A whole number; what is none is left to the schema to refuse. "7.0" is how some programs write 7. */
export function wholeNumber(text: string): number | null {
  if (text === '') return null
  return /^-?\d{1,9}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
}

/** One of a list of words, whatever its case and what stands between its parts. */
export const word = (text: string) => text.toLowerCase().replace(/[\s_]+/g, '-')

export const partsOf = (text: string) =>
  text
    .split(/[;|\n\r]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
