/** What stands beside a backup, in a file of its own: what it is, and by what it can be told to be whole. */
export interface Manifest {
  product: 'offing'
  /** Of the program that took it. */
  version: string
  /** The moment that the backup holds the registry of; ISO 8601, UTC. */
  takenAt: string
  bytes: number
  sha256: string
  /** Names of the steps by which the database came to its form, in their order. */
  steps: string[]
  /** The last entry of the audit trail; null where nobody has done anything yet. */
  auditHead: { seq: number; digest: string } | null
  /** How many rows each table holds. */
  rows: Record<string, number>
}

const named = /^offing-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** The name of a backup, without ending: `offing-20260301T021500Z`. */
export function nameOfBackup(at: string): string {
  return `offing-${at.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** Whether a name, without ending, is one that we give. */
export function isNameOfBackup(name: string): boolean {
  return named.test(name)
}

/** Undefined where the text is no manifest of ours. */
export function manifestIn(text: string): Manifest | undefined {
  const read = parsed(text) as Partial<Manifest> | null | undefined
  const isOurs =
    read?.product === 'offing' &&
    typeof read.version === 'string' &&
    Number.isFinite(Date.parse(String(read.takenAt))) &&
    Number.isSafeInteger(read.bytes) &&
    /^[0-9a-f]{64}$/.test(String(read.sha256)) &&
    Array.isArray(read.steps) &&
    typeof read.rows === 'object' &&
    read.rows !== null &&
    (read.auditHead === null || typeof read.auditHead?.digest === 'string')
  return isOurs ? (read as Manifest) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
