/** A matrix of few entries: row r owns those from `start[r]` to `start[r + 1]`. */
export interface SparseRows {
  start: Uint32Array
  column: Uint32Array
  value: Float64Array
}

/** A sparse matrix, entry by entry. */
export class RowsInMaking {
  private readonly start = [0]
  private readonly column: number[] = []
  private readonly value: number[] = []

  add(column: number, value: number): void {
    this.column.push(column)
    this.value.push(value)
  }

  endRow(): void {
    this.start.push(this.column.length)
  }

  finished(): SparseRows {
    const { start, column, value } = this
    return { start: Uint32Array.from(start), column: Uint32Array.from(column), value: Float64Array.from(value) }
  }
}

/** Each row's sum of value · by, in the order of its entries. */
export function productOf({ start, column, value }: SparseRows, by: Float64Array): Float64Array {
  const product = new Float64Array(start.length - 1)
  for (let row = 0; row < product.length; row++)
    for (let i = start[row]!; i < start[row + 1]!; i++) product[row]! += value[i]! * by[column[i]!]!
  return product
}
