/** One measured figure with its aim. */
export interface Figure {
  size: string
  what: string
  measured: string
  aim: string
  /** Null where it has no aim and is told for information. */
  held: boolean | null
  numbers: Record<string, number>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function shortMs(ms: number): string {
  return `${ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2)} ms`
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = [['', 'what', 'measured', 'aim', '']]
  for (const { size, what, measured, aim, held } of figures)
    rows.push([size, what, measured, aim, held === null ? '' : held ? 'held' : 'NOT HELD'])
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
